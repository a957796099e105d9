import { Button, Group, List } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { useCore } from '../../app/core.tsx';
import { type Language, useLanguage } from '../../app/language.ts';
import { ExportedFile, type useKeptExport } from '../../parts/export-file.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

type Props = {
  readonly labels: { readonly export: string; readonly import: string };
  readonly kept: ReturnType<typeof useKeptExport>;
  readonly draft: RoundDraft;
  readonly exporting: Asking<{ round: string; language: Language }>;
  readonly importing: Asking<{ round: string; file: string }>;
  /** Taking what was read into the draft. */
  readonly update: { readonly error: unknown; readonly reset: () => void };
};
type Asking<Input> = { readonly isPending: boolean; readonly error: unknown; readonly mutate: (input: Input) => void };

/** Something of the draft as a spreadsheet: the way out, and the way back in. */
export function WorkbookExchange({ labels, kept, draft, exporting, importing, update }: Props) {
  const { files } = useCore();
  const language = useLanguage();
  const read = (file: string) => {
    update.reset();
    importing.mutate({ round: draft.id, file });
  };
  const choosing = useMutation({
    mutationFn: () => files.choose('spreadsheet', 'one'),
    meta: { touches: 'nothing' },
    onSuccess: ([file]) => file !== undefined && read(file.id),
  });
  return (
    <>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileExport size={18} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate({ round: draft.id, language })}
        >
          {labels.export}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
          loading={choosing.isPending || importing.isPending}
          onClick={() => choosing.mutate()}
        >
          {labels.import}
        </Button>
      </Group>
      <RefusalNote error={exporting.error ?? importing.error ?? update.error} />
      <RefusalNote error={choosing.error} />
      <ExportedFile kept={kept} />
    </>
  );
}

type ProblemsProps = { problems: readonly { readonly cell: string; readonly refusal: Refusal }[]; showCell?: boolean };

/** A sentence for each cell that is wrong; where it does not say the cell itself, the cell stands before it. */
export function CellProblems({ problems, showCell = false }: ProblemsProps) {
  const language = useLanguage();
  return (
    <List size="sm" style={{ maxHeight: '40vh', overflowY: 'auto' }} tabIndex={0}>
      {problems.map(({ cell, refusal }) => (
        <List.Item key={`${cell} ${refusal.code}`}>
          {showCell && `${cell} `}
          {refusalSentence(refusal, language)}
        </List.Item>
      ))}
    </List>
  );
}
