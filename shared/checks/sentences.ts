import type { Finding, Quantity } from '../domain/finding.ts';
import type { LevelGroup } from '../domain/values.ts';
import { fillPlaceholders } from '../messages/placeholders.ts';
import { acrossTexts } from './texts/across.ts';
import { applicantTexts } from './texts/applicant.ts';
import { identifierTexts } from './texts/identifiers.ts';
import { occupationTexts } from './texts/occupations.ts';
import { peopleTexts } from './texts/people.ts';
import { proofTexts } from './texts/proofs.ts';

/** Every reason a finding can give, in both languages; `{found}`, `{required}` and the finding's details fill it. */
export const reasonTexts = {
  ...applicantTexts,
  ...occupationTexts,
  ...peopleTexts,
  ...proofTexts,
  ...identifierTexts,
  ...acrossTexts,
} as const;
export type Reason = keyof typeof reasonTexts;

export type Language = 'zh' | 'en';

/** A finding as a sentence: what it is about, what was found, what is required. */
export function findingSentence(finding: Finding, language: Language): string {
  const values: Record<string, string | number> = {
    ...finding.details,
    found: finding.found === null ? '—' : quantityText(finding.found, language),
    required: finding.required === null ? '—' : quantityText(finding.required, language),
  };
  const text = isReason(finding.reason) ? reasonTexts[finding.reason][language] : finding.reason;
  const filled = fillPlaceholders(text, values);
  const about = [finding.occupation, finding.levelGroup === null ? null : groupText[language][finding.levelGroup]].filter(
    (part) => part !== null,
  );
  return about.length === 0 ? filled : `${about.join(language === 'zh' ? '，' : ', ')}${language === 'zh' ? '：' : ': '}${filled}`;
}

/** A number with its unit, or the words. */
export function quantityText(quantity: Quantity, language: Language): string {
  if ('text' in quantity) {
    return quantity.text;
  }
  if (language === 'zh') {
    return `${quantity.number}${/^[A-Z]/.test(quantity.unit) ? '' : ' '}${quantity.unit}`;
  }
  const unit = englishUnits[quantity.unit] ?? { one: quantity.unit, many: quantity.unit };
  return `${quantity.number} ${quantity.number === 1 ? unit.one : unit.many}`;
}

const groupText: Readonly<Record<Language, Readonly<Record<LevelGroup, string>>>> = {
  zh: { skilled: '五—三级', technician: '二—一级' },
  en: { skilled: 'levels 5–3', technician: 'levels 2–1' },
};

const englishUnits: Readonly<Record<string, { one: string; many: string }>> = {
  人: { one: 'person', many: 'people' },
  人次: { one: 'person-time', many: 'person-times' },
  个: { one: 'occupation', many: 'occupations' },
  个等级: { one: 'level', many: 'levels' },
  个月: { one: 'month', many: 'months' },
  年: { one: 'year', many: 'years' },
  项: { one: 'item', many: 'items' },
  份: { one: 'file', many: 'files' },
  件: { one: 'case', many: 'cases' },
  家: { one: 'member', many: 'members' },
  倍: { one: '× the threshold', many: '× the threshold' },
  平方米: { one: 'm²', many: 'm²' },
  星: { one: 'star', many: 'stars' },
  张: { one: 'photo', many: 'photos' },
  处: { one: 'address', many: 'addresses' },
  部: { one: 'telephone', many: 'telephones' },
};

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(reasonTexts, reason);
}
