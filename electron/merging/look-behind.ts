import { setImmediate } from 'node:timers/promises';
import type { Progress } from '#shared/api/base.ts';
import type { PanelQuality, Sensitivity } from '#shared/api/merge.ts';
import { agreement, leniencies, merge, sensitivity } from '#shared/merge/index.ts';
import type { OpenCore } from '../core/core.ts';
import { mergeRequest } from './chair-board.ts';
import { requireOwnSealed } from './own-first.ts';

type Tools = { readonly signal: AbortSignal; readonly report: (progress: Omit<Progress, 'kind'>) => void };

/** The ranking by every other method, and without each expert in turn. Throws the refusals of `chairedRound`, and `merge/own-sheets-first`. */
export async function sensitivityOf(core: OpenCore, id: string, { signal, report }: Tools): Promise<Sensitivity> {
  requireOwnSealed(core, id);
  const request = await mergeRequest(core, id);
  const { count, variants } = sensitivity(request);
  const names = new Map(request.round.panel.map((member) => [`without:${member.id}`, member.name]));
  const done: Sensitivity['variants'] = [];
  for (const variant of variants) {
    done.push({ ...variant, without: names.get(variant.name) ?? null });
    report({ step: 'merging', subject: '', unit: 'items', done: done.length, total: count });
    // Others get their turn between two of them; cancelling, too.
    await setImmediate();
    signal.throwIfAborted();
  }
  return { variants: done };
}

/** How the panel scored. Throws the refusals of `chairedRound`, and `merge/own-sheets-first`. */
export async function panelQualityOf(core: OpenCore, id: string): Promise<PanelQuality> {
  requireOwnSealed(core, id);
  const request = await mergeRequest(core, id);
  const { result } = merge(request);
  const measured = agreement(result);
  return {
    experts: leniencies(result).map((each) => ({
      ...each,
      name: request.round.panel.find((member) => member.id === each.expert)?.name ?? '',
    })),
    agreement: measured.kind === 'suppressed' ? measured : { ...measured, icc: measured.icc?.randomSingle ?? null },
  };
}
