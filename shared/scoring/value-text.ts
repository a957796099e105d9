import type { MeasuredValue } from '../domain/sheet.ts';

/** A measured value in a few characters, as the expert recorded it: `62.4`, `17/20`, the codes of what is ticked. */
export function valueText(value: MeasuredValue): string {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'ratio':
      return `${value.count}/${value.of}`;
    case 'checklist':
      return value.ticked.length === 0 ? '–' : value.ticked.join('、');
    case 'choice':
      return value.choice;
    case 'parts':
      return Object.entries(value.parts)
        .map(([code, part]) => `${code} ${valueText(part)}`)
        .join('；');
  }
}
