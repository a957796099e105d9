import { type FormContents, layOutForm } from '#shared/forms/form-layout.ts';
import { plainStyle } from '#shared/forms/form-style.ts';
import { writeSheet } from './write-sheet.ts';

const rows = { staff: 12, experts: 60, assessors: 30, regulations: 12, occupations: 3, things: 10 };
const nobody = { name: '', post: '', title: '', phone: '', email: '' };
const nothing: FormContents = {
  applicant: { name: '', type: null, creditCode: '', authority: '', address: '', postcode: '', head: nobody, contact: nobody },
  filedOn: null,
  staff: [],
  experts: [],
  assessors: [],
  regulations: [],
  occupations: [],
  venues: [],
};

/** The blank 附件3 as a workbook of one sheet. */
export async function blankWorkbook(): Promise<Buffer> {
  return filledWorkbook(nothing);
}

/** The same workbook with something filled in, its other rows left blank; intake reads `form` back from it. */
export async function filledWorkbook(form: FormContents): Promise<Buffer> {
  const thing = { name: '', count: 0 };
  const venue = { occupation: '', theoryAreaSquareMetres: null, skillAreaSquareMetres: null, equipment: [], testEquipment: [] };
  return writeSheet(
    layOutForm(
      {
        ...form,
        staff: padded(form.staff, rows.staff, { name: '', sex: '', age: null, idNumber: '', education: '', post: '', title: '', duty: '' }),
        experts: padded(form.experts, rows.experts, { name: '', sex: '', idNumber: '', education: '', title: '', field: '' }),
        assessors: padded(form.assessors, rows.assessors, {
          name: '',
          sex: '',
          education: '',
          title: '',
          years: null,
          field: '',
          certificate: '',
        }),
        regulations: padded(form.regulations, rows.regulations, ''),
        occupations: padded(form.occupations, rows.occupations, { name: '', code: '', work: '', levels: [], note: '' }),
        venues: padded(form.venues, rows.occupations, venue).map((each) => ({
          ...each,
          equipment: padded(each.equipment, rows.things, thing),
          testEquipment: padded(each.testEquipment, rows.things, thing),
        })),
      },
      // Whoever fills it in writes the occupation's name into a cell, not into a heading.
      { ...plainStyle, venueName: 'row' },
    ),
  );
}

function padded<Row>(list: readonly Row[], length: number, blank: Row): Row[] {
  return [...list, ...Array.from({ length: Math.max(0, length - list.length) }, () => blank)];
}
