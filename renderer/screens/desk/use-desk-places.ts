import { getRouteApi } from '@tanstack/react-router';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { useOpenLine } from '../../parts/answering/use-open-line.ts';
import { useResumeAt } from '../../parts/steps/use-resume-at.ts';
import { useNeighbours } from './use-neighbours.ts';

const route = getRouteApi('/rounds/$round/desk/$application/$stage');

/** Where one comes from when the address does not say. */
const wholeList = {};

/** Where one is on the desk, as the address says, and the ways to go on: to another item, sheet, applicant, or back to the list. */
export function useDeskPlaces(lines: readonly Line[], resumeAt: Slot | null) {
  const { round, application, stage } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const current = useOpenLine({ lines, asked: search.slot, resumeAt });
  useResumeAt({ round, application, stage }, current?.slot);
  const list = search.list ?? wholeList;
  const neighbours = useNeighbours(round, application, list);
  const openSlot = (slot: string) => void navigate({ search: (before) => ({ ...before, slot }), replace: true, resetScroll: false });
  /** Another sheet, the same list. */
  const openSheet = (where: { application?: string; stage?: Stage }) =>
    void navigate({ params: { round, application, stage, ...where }, search: { list: search.list } });
  return {
    current,
    list,
    neighbours,
    openSlot,
    openSheet,
    /** The item before or behind; nothing beyond the ends. */
    step: (by: -1 | 1) => {
      const next = current === undefined ? undefined : lines[lines.indexOf(current) + by];
      if (next !== undefined) {
        openSlot(next.key);
      }
    },
    openNeighbour: (side: 'previous' | 'next') => {
      const id = neighbours[side];
      return id !== null && openSheet({ application: id });
    },
    openList: () => navigate({ to: '/rounds/$round/applications', params: { round }, search: list }),
    files: { file: search.file, beside: search.beside },
    keepFiles: (files: { file: string | undefined; beside: string | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...files }), replace: true, resetScroll: false }),
  };
}
export type DeskPlaces = ReturnType<typeof useDeskPlaces>;
