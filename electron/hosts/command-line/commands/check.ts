import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { Command, InvalidArgumentError } from 'commander';
import catalogue from '#assets/catalogue/occupations-2022.json' with { type: 'json' };
import rubric from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { checkApplication, findingSentence } from '#shared/checks/index.ts';
import type { Application, Attachment } from '#shared/domain/application.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { catalogueEntrySchema, rubricSchema } from '#shared/domain/rubric.ts';
import { dateSchema } from '#shared/domain/values.ts';
import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';
import { ok, type Result } from '#shared/result.ts';
import { readPackage } from '#electron/packages/bag/read.ts';
import { openFileSource, type PackageSource, sourceChunks } from '#electron/packages/source.ts';
import { temporaryFileSpool } from '#electron/packages/spool.ts';
import { withReaders } from '../../reader/with-readers.ts';
import { table } from '../table.ts';
import { commandTexts } from '../texts.ts';
import type { Outcome, Terminal } from '../terminal.ts';

/** `check FILE.lpapp`: the application as read, and what the automatic checks find. Exit code 1 when a requirement is not met. */
export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description(terminal.say(commandTexts.check))
    .argument('<file>', terminal.say(commandTexts.checkFile))
    .option('--until <date>', terminal.say(commandTexts.checkUntil), dateOf)
    .action(async (file: string, options: { readonly until?: string }) => {
      terminal.finish(await check(terminal, file, options.until ?? null));
    });
}

async function check(terminal: Terminal, path: string, applicationsUntil: string | null): Promise<Result<Outcome>> {
  const fileName = basename(path);
  const opened = await openFileSource(path, fileName);
  if (!opened.ok) {
    return opened;
  }
  const spool = temporaryFileSpool(tmpdir());
  const attachments = new Map<string, PackageSource>();
  try {
    const read = await readPackage({
      source: opened.value,
      fileName,
      expectKind: 'application',
      sink: async (file, chunks) => {
        attachments.set(file.sha256, await spool(chunks));
      },
      signal: terminal.signal,
    });
    if (!read.ok) {
      return read;
    }
    const { kind: _kind, format: _format, ...application } = read.value.document;
    const { readFacts } = await import('#electron/findings/read-facts.ts');
    const open = ({ sha256, bytes }: Attachment) => {
      const source = attachments.get(sha256);
      return source === undefined ? Readable.from([]) : sourceChunks(source, 0, bytes);
    };
    const facts = await withReaders((readers) => readFacts(application.attachments, { open, readers, signal: terminal.signal }));
    const findings = checkApplication({
      application,
      facts,
      rubric: rubricSchema.parse(rubric),
      catalogue: catalogueEntrySchema.array().parse(catalogue),
      schedule: { applicationsUntil, documentsOn: null, visitsFrom: null, visitsUntil: null, roadshowOn: null },
    });
    return ok(outcomeOf(terminal, application, findings));
  } finally {
    for (const source of [opened.value, ...attachments.values()]) {
      await source.close();
    }
  }
}

function outcomeOf(terminal: Terminal, application: Application, findings: readonly Finding[]): Outcome {
  const { language } = terminal;
  const verdicts = (language === 'zh' ? termsZh : termsEn).verdict;
  const sentences = findings.map((finding) => findingSentence(finding, language));
  const notMet = findings.filter(({ verdict }) => verdict === 'not-met').length;
  const open = findings.filter(({ verdict }) => verdict === 'doubtful' || verdict === 'verify-on-site').length;
  const rows = findings.map((finding, index) => [finding.code, verdicts[finding.verdict], sentences[index] ?? '', finding.clause]);
  const head = terminal.say(commandTexts.checkDone, { applicant: application.applicant.name, all: findings.length, notMet, open });
  return {
    json: {
      application,
      findings: findings.map(({ reason: _reason, details: _details, proposed: _proposed, ...finding }, index) => ({
        ...finding,
        sentence: sentences[index],
      })),
    },
    text: `${head}\n\n${table(checkColumns(terminal), rows)}`,
    holds: notMet === 0,
  };
}

function checkColumns(terminal: Terminal) {
  const titles = [commandTexts.code, commandTexts.verdict, commandTexts.found, commandTexts.clause];
  return titles.map((title) => ({ title: terminal.say(title), align: 'left' as const }));
}

function dateOf(text: string): string {
  if (!dateSchema.safeParse(text).success) {
    throw new InvalidArgumentError('');
  }
  return text;
}
