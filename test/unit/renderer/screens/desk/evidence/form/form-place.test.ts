import { expect, it } from 'vitest';
import { formPlacesOf } from '../../../../../../../renderer/screens/desk/evidence/form/form-place.ts';

const read = (field: string, source: string) => ({ field, source, confidence: '1.00', editedFrom: null });

it('of two people side by side in one line of the paper both are marked', () => {
  const reading = [
    read('staff.0', '表2 第4行'),
    read('staff.0.age', '表2 第4行'),
    read('staff.1', '表2 第4行'),
    read('staff.2', '表2 第5行'),
  ];
  expect(formPlacesOf({ reading }, '附件3 表2 第4行')).toEqual(['staff.0', 'staff.1']);
  expect(formPlacesOf({ reading }, '附件3 表2 第5行')).toEqual(['staff.2']);
});

it('a field that stands alone is its own place', () => {
  const reading = [read('applicant.head.phone', '表1 第6行'), read('applicant.head.name', '表1 第6行')];
  expect(formPlacesOf({ reading }, '表1 第6行')).toEqual(['applicant.head']);
});
