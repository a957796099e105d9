import { type FormContents, layOutForm } from '#shared/forms/form-layout.ts';
import { writeSheet } from './write-sheet.ts';

const nobody = { name: '', post: '', title: '', phone: '', email: '' };
const blankRows = { staff: 12, experts: 60, assessors: 30, regulations: 12, occupations: 3, things: 10 };

/** The blank 附件3 as a workbook of one sheet, which intake reads back losslessly once it is filled in. */
export async function blankWorkbook(): Promise<Buffer> {
  const things = Array.from({ length: blankRows.things }, () => ({ name: '', count: 0 }));
  const blank: FormContents = {
    applicant: { name: '', type: null, creditCode: '', authority: '', address: '', postcode: '', head: nobody, contact: nobody },
    filedOn: null,
    staff: Array.from({ length: blankRows.staff }, () => ({
      name: '',
      sex: '',
      age: null,
      idNumber: '',
      education: '',
      post: '',
      title: '',
      duty: '',
    })),
    experts: Array.from({ length: blankRows.experts }, () => ({ name: '', sex: '', idNumber: '', education: '', title: '', field: '' })),
    assessors: Array.from({ length: blankRows.assessors }, () => ({
      name: '',
      sex: '',
      education: '',
      title: '',
      years: null,
      field: '',
      certificate: '',
    })),
    regulations: Array.from({ length: blankRows.regulations }, () => ''),
    occupations: Array.from({ length: blankRows.occupations }, () => ({ name: '', code: '', work: '', levels: [], note: '' })),
    venues: Array.from({ length: blankRows.occupations }, () => ({
      occupation: '',
      theoryAreaSquareMetres: null,
      skillAreaSquareMetres: null,
      equipment: things,
      testEquipment: things,
    })),
  };
  const blocks = layOutForm(blank).map((block) =>
    block.kind === 'paragraph'
      ? block
      : {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => (/^(0|合计0平方米|0平方米)$/u.test(cell.text) ? { ...cell, text: '' } : cell))),
        },
  );
  return writeSheet(blocks);
}
