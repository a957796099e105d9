import { useState } from 'react';
import type { Board } from '#shared/api/merge.ts';
import type { IssuedReturn, ReturnedItem } from '#shared/api/returns.ts';
import { useCore } from '../../app/core.tsx';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { ReturnDialog, type ToReturn } from './return-dialog.tsx';
import { ReturnList } from './return-list.tsx';

/** Returning items from wherever on the board: `start` opens the dialog, `parts` is what the board shows of it. */
export function useReturning(round: string) {
  const { client } = useCore();
  const work = useLongWork();
  const kept = useKeptExport();
  const [sheet, setSheet] = useState<ToReturn | null>(null);
  const exportAgain = async ({ sha256 }: IssuedReturn) => {
    await kept.keep(await work.run((signal) => client.returns.exportAgain({ round, return: sha256 }, { signal })));
  };
  const make = async (expert: string, items: ReturnedItem[], reason: string) => {
    const file = await work.run((signal) => client.returns.make({ round, expert, items, reason }, { signal }));
    if (file !== null) {
      setSheet(null);
      await kept.keep(file);
    }
  };
  const parts = (board: Board) => (
    <>
      {sheet === null && <WorkProgress work={work} />}
      <ExportedFile kept={kept} />
      <ReturnList round={round} board={board} busy={work.running} onExport={(returned) => void exportAgain(returned)} />
      {sheet !== null && (
        <ReturnDialog
          key={JSON.stringify(sheet)}
          round={round}
          board={board}
          sheet={sheet}
          busy={work.running}
          error={work.error}
          onClose={() => setSheet(null)}
          onReturn={(items, reason) => void make(sheet.expert, items, reason)}
        />
      )}
    </>
  );
  return { start: setSheet, parts };
}
