import type { useTranslation } from 'react-i18next';
import { rowLists } from '#shared/intake/fields.ts';

export type IntakeText = ReturnType<typeof useTranslation<'intake'>>['t'];

/** The name of a column: its last key, with what it means in its list. */
export function columnLabel(t: IntakeText, list: string, key: string): string {
  switch (key) {
    case 'name':
      return /^(staff|experts|assessors)$/u.test(list) ? t('f_personName') : list === 'things' ? t('f_thing') : t('f_name');
    case 'type':
    case 'creditCode':
    case 'authority':
    case 'address':
    case 'postcode':
    case 'head':
    case 'contact':
    case 'post':
    case 'title':
    case 'phone':
    case 'email':
    case 'filedOn':
    case 'sex':
    case 'age':
    case 'idNumber':
    case 'education':
    case 'duty':
    case 'field':
    case 'years':
    case 'certificate':
    case 'code':
    case 'work':
    case 'levels':
    case 'note':
    case 'occupation':
    case 'theoryAreaSquareMetres':
    case 'skillAreaSquareMetres':
    case 'count':
    case 'class':
      return t(`f_${key}`);
    default:
      return key;
  }
}

/** A field in words: 专家第 7 行 · 职称. */
export function fieldLabel(t: IntakeText, field: string): string {
  const parts = field.split('.');
  const [first = '', second, third] = parts;
  if (first === 'applicant') {
    return parts
      .slice(1)
      .map((key, index) => (index > 0 && key === 'name' ? t('f_personName') : columnLabel(t, first, key)))
      .join(' · ');
  }
  const list = rowLists.find((name) => name === first);
  if (list === undefined || second === undefined) {
    return columnLabel(t, first, first);
  }
  const row = t('row', { list: t(`section_${list}`), row: Number(second) + 1 });
  if (list === 'venues' && (third === 'equipment' || third === 'testEquipment')) {
    return `${row} · ${t('row', { list: t(`section_${third}`), row: Number(parts[3] ?? 0) + 1 })}`;
  }
  return third === undefined ? row : `${row} · ${columnLabel(t, list, third)}`;
}
