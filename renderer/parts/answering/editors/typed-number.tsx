import type { Answer } from '#shared/domain/sheet.ts';
import { readTypedNumber } from '#shared/numbers/typed-number.ts';
import { askedBy, type Field, type NumberPlace, refusalOfTexts, textsOf, typeNumber } from '#shared/scoring/typing.ts';
import { NumberField } from '../../number-field.tsx';
import type { How } from './value-editor.tsx';

type Props = {
  label: string;
  place: NumberPlace;
  field: Field;
  answer: Answer;
  onChange: (next: (before: Answer) => Answer, how: How) => void;
};

/** One of the numbers that make a measured value. */
export function TypedNumber({ label, place, field, answer, onChange }: Props) {
  const texts = textsOf(answer, place);
  return (
    <NumberField
      label={label}
      width={150}
      initial={texts[field] ?? ''}
      // What stands in the fields beside it is what the answer says: together they may be no value (18 of 17).
      refusalOf={(text) => refusalOfTexts(place.rule, { ...texts, [field]: text }, field)}
      recordedAs={(text) => {
        const read = readTypedNumber(text, askedBy(place.rule));
        return read.ok ? read.value : null;
      }}
      onText={(text) => onChange((before) => typeNumber(before, place, { [field]: text }), 'typed')}
    />
  );
}
