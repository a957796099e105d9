import type { Rule } from '#shared/domain/rubric.ts';
import { type RuleNumber, withTypedRuleNumber } from '#shared/rubric/rule-numbers.ts';
import { NumberField } from '../../parts/number-field.tsx';

type Props = { label: string; rule: Rule; number: RuleNumber; onChange: (rule: Rule) => void };

/** A number that goes into the rule as soon as it is one; until then it says what is expected. */
export function RuleNumberInput({ label, rule, number: { path, value }, onChange }: Props) {
  return (
    <NumberField
      label={label}
      initial={value}
      refusalOf={(text) => {
        const changed = withTypedRuleNumber(rule, path, text);
        return changed.ok ? null : changed.refusal;
      }}
      onText={(text) => {
        const changed = withTypedRuleNumber(rule, path, text);
        if (changed.ok) {
          onChange(changed.value);
        }
      }}
    />
  );
}
