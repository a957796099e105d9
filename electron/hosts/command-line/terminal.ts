import { createInterface } from 'node:readline/promises';
import { isatty } from 'node:tty';
import { fillPlaceholders } from '#shared/messages/placeholders.ts';
import { refusalSentence, sentenceOfCode } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import type { Result } from '#shared/result.ts';
import type { Language, Text } from './language.ts';

/** What a command has to say when it is done. */
export type Outcome = {
  /** For `--json`: the one document on standard output. */
  readonly json: unknown;
  readonly text: string;
  /** Something that was asked about does not hold: exit code 1 although the command did its work. */
  readonly holds: boolean;
};

/** The command line's two streams, in one language. Standard output is for the answer, everything else goes to standard error. */
export class Terminal {
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly #json: boolean;
  #exitCode = 0;

  constructor({ language, json, signal, now }: { language: Language; json: boolean; signal: AbortSignal; now: () => Date }) {
    this.language = language;
    this.signal = signal;
    this.now = now;
    this.#json = json;
  }

  /** 0 done, 1 refused or something that does not hold. */
  get exitCode(): number {
    return this.#exitCode;
  }

  /** The text in the terminal's language, `{name}` filled in. */
  say(text: Text, values: Readonly<Record<string, string | number>> = {}): string {
    return fillPlaceholders(text[this.language], values);
  }

  /** Whether the person at the terminal says yes; a script, which nobody could answer for, is taken to mean what it says. */
  async confirm(question: string): Promise<boolean> {
    if (this.#json || !isatty(process.stdin.fd) || !isatty(process.stderr.fd)) {
      return true;
    }
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return /^\s*(y|yes|是)\s*$/i.test(await lines.question(question, { signal: this.signal }));
    } finally {
      lines.close();
    }
  }

  /** Progress and remarks. */
  note(line: string): void {
    process.stderr.write(`${line}\n`);
  }

  /** Ends a command: its answer to standard output, or why there is none to standard error. */
  finish(result: Result<Outcome>): void {
    if (!result.ok) {
      this.#exitCode = 1;
      this.note(this.sentence(result.refusal));
      if (this.#json) {
        this.#print(JSON.stringify({ refusal: this.describe(result.refusal) }, null, 2));
      }
      return;
    }
    const { json, text, holds } = result.value;
    this.#exitCode = holds ? 0 : 1;
    this.#print(this.#json ? JSON.stringify(json, null, 2) : text);
  }

  /** Ends a command that has said all it has to say. */
  end(exitCode: number): void {
    this.#exitCode = exitCode;
  }

  /** A refusal in words; the file it is about comes first where the words don't name it. */
  sentence(refusal: Refusal): string {
    const sentence = refusalSentence(refusal, this.language);
    const { file, item } = refusal.details;
    const about = [file, item].filter((part) => part !== undefined && !sentence.includes(String(part)));
    return about.length === 0 ? sentence : `${about.join(' ')}: ${sentence}`;
  }

  /** What a code says where nothing else is known of it; one of a newer version stays a code. */
  sentenceOf(code: string): string {
    return sentenceOfCode(code, this.language);
  }

  /** A refusal for `--json`. */
  describe(refusal: Refusal): { code: string; message: string; details: Refusal['details'] } {
    return { code: refusal.code, message: this.sentence(refusal), details: refusal.details };
  }

  #print(text: string): void {
    process.stdout.write(`${text}\n`);
  }
}
