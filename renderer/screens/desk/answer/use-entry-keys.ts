import { type Ref, type RefObject, useImperativeHandle } from 'react';
import type { Citation } from '#shared/domain/sheet.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { verdictSchema } from '#shared/domain/values.ts';
import type { Answering } from '../../../parts/answering/use-answering.ts';
import type { OpenEvidence } from '../open-evidence.ts';
import { citesSame } from '../open-evidence.ts';

/** What the keys of the desk ask of the open item. */
export type EntryHandle = {
  /** A gate's verdict by its place; the given one again takes it back. */
  readonly giveVerdict: (index: number) => void;
  readonly accept: () => void;
  /** Cites what the evidence shows. */
  readonly cite: () => CiteOutcome;
  readonly focusValue: () => void;
  readonly focusComment: () => void;
};

/** What became of a citation that was asked for. */
export type CiteOutcome = { readonly kind: 'done' | 'already' | 'locked' | 'nothing'; readonly citation: Citation | null };

type Request = {
  handle: Ref<EntryHandle>;
  item: RubricItem;
  answering: Answering;
  evidence: OpenEvidence;
  fields: RefObject<HTMLFieldSetElement | null>;
  onAccept: () => void;
};

/** Keys do what the buttons do, and nothing where these are locked. */
export function useEntryKeys({ handle, item, answering, evidence, fields, onAccept }: Request): void {
  const { answer, change, locked } = answering;
  useImperativeHandle(handle, () => ({
    giveVerdict: (index) => {
      const verdict = verdictSchema.options[index];
      if (!locked && item.kind === 'gate' && verdict !== undefined) {
        change((before) => ({ ...before, verdict: answer.verdict === verdict ? null : verdict }), 'chosen');
      }
    },
    accept: () => !locked && onAccept(),
    cite: () => cite(answering, evidence),
    focusValue: () => fields.current?.querySelector<HTMLElement>('input, [aria-pressed], textarea')?.focus(),
    focusComment: () => fields.current?.querySelector('textarea')?.focus(),
  }));
}

function cite({ answer, change, locked }: Answering, { citation }: OpenEvidence): CiteOutcome {
  if (locked || citation === null) {
    return { kind: locked ? 'locked' : 'nothing', citation };
  }
  if (answer.evidence.some((one) => citesSame(one, citation))) {
    return { kind: 'already', citation };
  }
  change((before) => ({ ...before, evidence: [...before.evidence, citation] }), 'chosen');
  return { kind: 'done', citation };
}
