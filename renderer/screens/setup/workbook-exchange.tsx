import { Button, Group, List } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { ExportedFile, type useKeptExport } from '../../parts/export-file.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

type Props = {
  readonly labels: { readonly export: string; readonly import: string };
  readonly kept: ReturnType<typeof useKeptExport>;
  readonly exporting: { readonly isPending: boolean; readonly error: unknown };
  readonly importing: { readonly isPending: boolean; readonly error: unknown };
  /** Why what was read could not be taken. */
  readonly refused: unknown;
  readonly onExport: () => void;
  readonly onFile: (file: string) => void;
};

/** Something of the draft as a spreadsheet: the way out, and the way back in. */
export function WorkbookExchange({ labels, kept, exporting, importing, refused, onExport, onFile }: Props) {
  const { files } = useCore();
  const choosing = useMutation({
    mutationFn: () => files.choose('spreadsheet', 'one'),
    meta: { touches: 'nothing' },
    onSuccess: ([file]) => file !== undefined && onFile(file.id),
  });
  return (
    <>
      <Group>
        <Button variant="default" leftSection={<IconFileExport size={18} aria-hidden />} loading={exporting.isPending} onClick={onExport}>
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
      <RefusalNote error={exporting.error ?? importing.error ?? refused} />
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
