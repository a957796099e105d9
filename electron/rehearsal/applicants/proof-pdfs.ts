import { readFile } from 'node:fs/promises';
import type { FormContents } from '#shared/forms/form-layout.ts';
import type { Character } from './character.ts';

const mark = '练习 · 虚构数据';
const day = new Date('2022-10-20T00:00:00Z');
let font: Promise<Buffer> | null = null;

/** Read once: it is 10 MB, and every proof needs it. */
async function loadFont(): Promise<Buffer> {
  font ??= readFile(new URL(import.meta.resolve('#assets/fonts/noto-sans-sc-regular.ttf')));
  return font;
}

type Line = { readonly text: string; readonly as: 'title' | 'heading' | 'text' | 'page' };

/** A PDF with real text in it, each page marked as practice. The same lines give the same bytes. */
async function makePdf(title: string, lines: readonly Line[]): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({ size: 'A4', margin: 72, info: { Title: `${title}（${mark}）`, CreationDate: day } });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('sc', await loadFont());
  document.font('sc');
  const markPage = (): void => {
    document.fontSize(9).fillColor('#b00').text(mark, 72, 36, { lineBreak: false }).fillColor('#000');
    document.x = 72;
    document.y = 84;
  };
  markPage();
  document.on('pageAdded', markPage);
  for (const { text: content, as } of [{ text: title, as: 'title' } as const, ...lines]) {
    if (as === 'page') {
      document.addPage();
    } else {
      document
        .fontSize(as === 'title' ? 18 : as === 'heading' ? 14 : 11)
        .text(content, { align: as === 'title' ? 'center' : 'left', lineGap: 4 });
      document.moveDown(as === 'heading' ? 0.3 : 0.8);
    }
  }
  document.end();
  await done;
  return Buffer.concat(chunks);
}

function text(content: string): Line {
  return { text: content, as: 'text' };
}

export async function makePledge(form: FormContents, character: Character): Promise<Buffer> {
  return makePdf('浙江省社会评价组织诚信承诺书', [
    text('1. 严格执行国家和省有关职业技能等级认定的各项法规政策，保证技能人才评价质量；'),
    text('2. 坚持实事求是的原则，不弄虚作假，不提供虚假信息；'),
    text('3. 客观、公正地开展评价工作；4. 严格按公布的收费标准收取考核认定费用；'),
    text('5. 不向培训机构及考生索取其他费用；6. 主动接受各级人力社保部门监管。'),
    text(`单位（印章）：${form.applicant.name}`),
    text(`法人代表签字：${character.pledge === 'signed' ? form.applicant.head.name : ''}`),
    text(character.pledge === 'signed' ? writeDay(form.filedOn ?? '2022-10-20') : '    年    月    日'),
  ]);
}

export async function makeLease(form: FormContents, months: number): Promise<Buffer> {
  const area = form.venues.reduce((sum, venue) => sum + (venue.theoryAreaSquareMetres ?? 0) + (venue.skillAreaSquareMetres ?? 0), 0);
  const from = { year: 2021, month: 11 };
  const last = from.year * 12 + from.month - 1 + months;
  // The day before the same day of the last month.
  const until = new Date(Date.UTC(Math.floor(last / 12), last % 12, 0)).toISOString().slice(0, 10);
  return makePdf('房屋租赁合同（示例）', [
    text('出租方：温州市示例资产管理有限公司'),
    text(`承租方：${form.applicant.name}`),
    text(`坐落：${form.applicant.address}`),
    text(`租赁期限：自 2021 年 11 月 1 日起至 ${writeDay(until)}止，共 ${months} 个月。`),
    text(`建筑面积：${area} 平方米`),
    text('租赁用途：职业技能等级认定考核场地。'),
  ]);
}

export async function makeRegistration(form: FormContents): Promise<Buffer> {
  return makePdf('法人登记证书（示例）', [
    text(`名称：${form.applicant.name}`),
    text(`统一社会信用代码：${form.applicant.creditCode ?? ''}`),
    text(`类型：${form.applicant.type ?? ''}`),
    text(`住所：${form.applicant.address}`),
    text(`法定代表人：${form.applicant.head.name}`),
    text('有效期：2018 年 3 月 1 日至 2028 年 2 月 29 日'),
  ]);
}

export async function makeRegulations(form: FormContents): Promise<Buffer> {
  return makePdf(
    '规章制度汇编',
    form.regulations.flatMap((name, index): Line[] => [
      ...(index > 0 && index % 3 === 0 ? [{ text: '', as: 'page' } as const] : []),
      { text: name, as: 'heading' },
      text('第一条 为规范评价工作，制定本制度。'),
      text('第二条 本制度适用于本单位全部评价活动，由办公室负责解释。'),
      text('第三条 本制度自印发之日起施行。'),
    ]),
  );
}

export async function makeStanding(form: FormContents, { standing, evaluatedPeople }: Character): Promise<Buffer> {
  const evaluated =
    evaluatedPeople === null ? [] : form.occupations.map(({ name }) => `${name} 累计等级认定自主评价 ${evaluatedPeople} 人。`);
  return makePdf('评估等级与机构设置证明（示例）', [...standing, ...evaluated].map(text));
}

function writeDay(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${dayOfMonth} 日`;
}
