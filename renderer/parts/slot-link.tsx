import { Link } from '@tanstack/react-router';
import type { ComponentPropsWithoutRef } from 'react';
import type { Stage } from '#shared/domain/values.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import { slotKey } from '#shared/scoring/slots.ts';

type Place = { application: string; stage: Stage };
type Props = Omit<ComponentPropsWithoutRef<'a'>, 'href'> & { round: string; to: Place & Partial<Slot> };

/** A way to an item of a sheet, on the screen on which its stage is scored; without an item to the sheet. */
export function SlotLink({ round, to: { application, stage, item, occupation = null, levelGroup = null }, ...props }: Props) {
  const slot = item === undefined ? undefined : slotKey({ item, occupation, levelGroup });
  return stage === 'roadshow' ? (
    <Link to="/rounds/$round/roadshow" params={{ round }} search={{ applicant: application, slot }} {...props} />
  ) : (
    <Link to="/rounds/$round/desk/$application/$stage" params={{ round, application, stage }} search={{ slot }} {...props} />
  );
}
