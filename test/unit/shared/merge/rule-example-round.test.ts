import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { panelMemberSchema } from '#shared/domain/panel.ts';
import { defaultRules, roundSchema } from '#shared/domain/round.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { sha256Schema } from '#shared/domain/values.ts';
import { merge } from '#shared/merge/index.ts';
import { exampleRequest } from '#shared/merge/rule-example.ts';
import { scoreDocumentSchema } from '#shared/packages/documents.ts';

const request = exampleRequest(defaultRules, rubricSchema.parse(rubricJson));
const { round, inputs } = request;

describe('the made-up round behind the worked example', () => {
  it('has the form of a real one but for the keys, which nobody has', () => {
    const { panel, ...rest } = round;
    expect(roundSchema.omit({ panel: true }).parse(rest)).toEqual(rest);
    const keyless = panelMemberSchema.omit({ signKey: true, ageRecipient: true });
    for (const { signKey, ageRecipient, ...member } of panel) {
      expect(keyless.parse(member)).toEqual(member);
      expect({ signKey, ageRecipient }).toEqual({ signKey: { kty: 'OKP', crv: 'Ed25519', x: '' }, ageRecipient: '' });
    }
  });

  it('is practice, of no authority, no notice and no day', () => {
    const { title, practice, authority, notice, schedule, recusals } = round;
    expect({ title, practice, authority, notice, recusals }).toEqual({
      title: '示例',
      practice: true,
      authority: '',
      notice: '',
      recusals: [],
    });
    expect(Object.values(schedule)).toEqual([null, null, null, null, null]);
    const { items, ...rubric } = round.rubric;
    expect(rubric).toEqual({ id: 'example', version: 1, title: '示例', source: '示例', notes: [] });
    expect(items.map(({ code, max, comment, kind }) => [code, max, comment, kind].join(' '))).toEqual([
      'X01 10.00 optional judged',
      'X02 24.00 optional judged',
      'X03 9.00 optional judged',
      'X04 7.00 optional judged',
      'X05 14.00 optional judged',
      'X06 9.00 optional judged',
      'X07 7.00 optional judged',
      'X08 17.00 optional judged',
      'X09 3.00 optional judged',
    ]);
  });

  it('has a chair first, then experts, of no organisation, each assigned to all of four applicants', () => {
    expect(round.panel.map(({ id, name, organisation, role }) => [id, name, organisation, role])).toEqual([
      ['e1', '1', '', 'chair'],
      ['e2', '2', '', 'expert'],
      ['e3', '3', '', 'expert'],
      ['e4', '4', '', 'expert'],
      ['e5', '5', '', 'expert'],
    ]);
    expect(round.applications.map(({ id, applicant, occupations }) => [id, applicant, occupations])).toEqual(
      ['甲', '乙', '丙', '丁'].map((name, index) => [
        `a${index + 1}`,
        { id: `u${index + 1}`, name, type: null },
        [{ name: '示例职业', levels: ['五级'] }],
      ]),
    );
    expect(round.assignments).toHaveLength(20);
  });

  it('has one package of each expert, which a merge takes without setting any aside: nothing is open but who deviates', () => {
    for (const { document, sha256 } of inputs) {
      expect(scoreDocumentSchema.parse(document)).toEqual(document);
      expect(sha256Schema.safeParse(sha256).success).toBe(true);
      expect([document.declarations, document.recusals, document.audit]).toEqual([[], [], { head: 'd'.repeat(64), count: 1 }]);
      expect(document.sheets.map(({ application, stage }) => `${application} ${stage}`)).toEqual(
        ['a1', 'a2', 'a3', 'a4'].flatMap((application) => ['document', 'visit', 'roadshow'].map((stage) => `${application} ${stage}`)),
      );
      const entries = document.sheets.flatMap((sheet) => sheet.entries);
      expect(entries.every(({ comment, evidence, history }) => comment === '' && evidence.length + history.length === 0)).toBe(true);
      expect(document.sheets.every(({ methods }) => methods.length === 0)).toBe(true);
    }
    const { result, conflicts } = merge(request);
    expect(result.inputs.map(({ expert, sequence }) => `${expert} ${sequence}`)).toEqual(['e1 1', 'e2 1', 'e3 1', 'e4 1', 'e5 1']);
    expect(new Set(result.inputs.map(({ sha256 }) => sha256)).size).toBe(5);
    expect([result.setAside, request.resolutions]).toEqual([[], []]);
    expect(conflicts.map(({ kind, experts }) => [kind, ...experts].join(' '))).toEqual(['deviation e3', 'deviation e5']);
  });
});
