import type { Check } from './check-context.ts';
import { plain } from './wording.ts';

/** The nine of 附件2 三, by what their names are recognised by; a list's entry may name several. */
const regulations: readonly { readonly code: string; readonly name: string; readonly words: readonly RegExp[] }[] = [
  { code: 'A15', name: '财务管理制度', words: [/财务|财会|会计制度|经费管理/] },
  {
    code: 'A16',
    name: '工作规程（报名、收费、考核评价、办证）',
    words: [/工作规程|工作流程|评价流程|认定流程|实施规程|考务(管理|工作)|认定(工作)?(规程|细则|实施)/],
  },
  { code: 'A17', name: '岗位责任制', words: [/岗位(责任|职责)|责任制/] },
  { code: 'A18', name: '档案管理制度', words: [/档案/] },
  { code: 'A19', name: '各种设备安全操作规程', words: [/操作规程|操作规范|安全操作/] },
  {
    code: 'A20',
    name: '考评人员和考务人员守则、考场规则',
    words: [/考评(人员|员).*(守则|纪律|行为)/, /考务(人员|员).*(守则|纪律|行为)/, /考场.*(规则|纪律|守则|须知|管理)/],
  },
  { code: 'A21', name: '安全保卫制度', words: [/保卫|安保|治安|安全管理/] },
  { code: 'A22', name: '设备、设施管理制度', words: [/(设备|设施|仪器|器材|场地).*管理/] },
];

const others = { code: 'A23', name: '其他有关管理制度' } as const;

/**
 * A15–A23: whether each regulation of 附件2 三 is in the form's list and its text in the attachments. Whether it is stamped
 * and says what it must is the expert's to judge, so no points are proposed.
 */
export const checkRegulations: Check = (context) => {
  const listed = context.application.regulations.map((name) => plain(name));
  const texts = context.facts.regulations.map((fact) => ({ ...fact, title: plain(fact.title) }));
  const read = new Set(context.facts.regulations.map(({ attachment }) => attachment));
  const unread = context.application.attachments.some(
    ({ class: kind, problem, sha256 }) => kind === 'regulations' && problem !== 'empty' && !read.has(sha256),
  );
  const wanted = [
    ...regulations.map(({ code, name, words }) => ({
      code,
      name,
      parts: words.map((word) => (title: string) => word.test(title)),
    })),
    { ...others, parts: [isOther] },
  ];
  return wanted.map(({ code, name, parts }) => {
    const rows = listed.flatMap((title, index) => (parts.some((part) => part(title)) ? [index] : []));
    const pages = texts.filter(({ title }) => parts.some((part) => part(title)));
    const isComplete = (titles: readonly string[]) => parts.every((part) => titles.some((title) => part(title)));
    const inList = isComplete(listed);
    const inText = isComplete(texts.map(({ title }) => title));
    const isPartial = rows.length + pages.length > 0;
    // A compilation that could not be read may hold what the list leaves out.
    const verdict = inList && inText ? 'met' : inList || inText || isPartial || unread ? 'doubtful' : 'not-met';
    return context.finding({
      code,
      verdict,
      reason:
        inList && inText
          ? 'regulation-found'
          : inText
            ? 'regulation-not-listed'
            : inList
              ? unread
                ? 'regulation-unread'
                : 'regulation-no-text'
              : isPartial
                ? 'regulation-partial'
                : unread
                  ? 'regulation-unread-unlisted'
                  : 'regulation-missing',
      found: { number: inList || inText ? 1 : 0, unit: '项' },
      required: { number: 1, unit: '项' },
      where: [
        ...rows.map((index) => context.row('regulations', index)),
        ...pages.map(({ title, attachment, page }) => ({ source: `制度文本 ${title}`, attachment, page })),
      ],
      details: { name },
      ...(verdict === 'not-met' ? { measured: { choice: 'none' } } : {}),
    });
  });
};

/** A title that names something beside the eight. */
function isOther(title: string): boolean {
  return (
    /督导|保密|应急|预案|收费|公示|投诉|回避|质量|廉洁|考评员管理|试题|题库|其他|监督/.test(title) &&
    !regulations.some(({ words }) => words.some((word) => word.test(title)))
  );
}
