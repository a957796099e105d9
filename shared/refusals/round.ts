/** Why a round can't be issued or accepted (design.md §3, §9). */
export const roundRefusals = {
  'round/not-one-chair': {
    zh: '批次须有且只有一名组长，现有 {count} 名。请在专家名册中指定一名组长。',
    en: 'A round needs exactly one chair; this one has {count}. Name one chair on the roster.',
  },
  'round/member-twice': {
    zh: '名册中的 {name} 与另一成员的编号或密钥相同。请核对名片，每人只列一次。',
    en: '{name} shares an id or a key with another member of the roster. Check the cards and list each person once.',
  },
  'round/member-key-unusable': {
    zh: '名册中 {name} 的公钥不能用（被改动，或是不安全的特殊值）。请让本人重新导出名片，再编入评审组。',
    en: 'A key of {name} on the roster cannot be used (altered, or one of the unsafe special values). Ask for a new card and put it on the panel again.',
  },
  'round/application-twice': {
    zh: '{name} 在批次中出现两次，或其中一个职业重复列出。请删去多余的一份。',
    en: '{name} is in the round twice, or lists an occupation twice. Remove the extra one.',
  },
  'round/item-twice': {
    zh: '评分标准中的评分项 {name} 重复，或所引用的评分项不存在。请修正评分标准。',
    en: 'The rubric item {name} occurs twice, or refers to an item that is not there. Correct the rubric.',
  },
  'round/assignment-twice': {
    zh: '同一位专家和同一家申报单位的分工写了两次（{name}）。请重新分工。',
    en: 'The same expert is assigned to the same application twice ({name}). Assign again.',
  },
  'round/stages-under-totals': {
    zh: '{name} 只分到部分环节，没有总分，而计分规则要比较各专家的总分。请在计分规则中改为“按环节”或“按评分项”汇总（标准化除外），或把全部环节分给该专家。',
    en: '{name} scores only some of the stages and has no total, but the rules compare the experts’ totals. Choose “by stage” or “by item” in the rules (not the normalised mean), or assign all stages.',
  },
  'round/ballot-unfit': {
    zh: '推选组长的第 {number} 次投票中，参加投票的人或候选人与评审组对不上。请重新确定参加投票的人和候选人。',
    en: 'In ballot {number} for the leader, the electors or candidates do not fit the panel. Choose them again.',
  },
  'round/reference-unknown': {
    zh: '批次的分工或回避提到了名册或申报中没有的 {name}。请重新分工。',
    en: 'The assignments or recusals mention {name}, which is neither on the roster nor among the applications. Assign again.',
  },
  'round/bundle-missing': {
    zh: '缺少 {name} 的申报数据包。请重新收取该单位的材料后再签发，或向组长重新索取批次包。',
    en: 'The application bundle of {name} is missing. Take in its material again before issuing, or ask the chair for the round again.',
  },
  'round/bundle-differs': {
    zh: '{name} 的申报数据包与批次登记的不是同一份。请向组长重新索取批次包。',
    en: 'The application bundle of {name} is not the one the round names. Ask the chair for the round again.',
  },
  'round/bundle-unexpected': {
    zh: '{file} 夹带了批次未登记的文件 {name}。已拒绝，请向组长核实。',
    en: '{file} carries {name}, which the round does not name. Refused; check with the chair.',
  },
  'round/rubric-hash-wrong': {
    zh: '{file} 中的评分标准与其校验值不符。请向组长重新索取。',
    en: 'The rubric in {file} does not match its hash. Ask the chair for the round again.',
  },
  'round/rules-hash-wrong': {
    zh: '{file} 中的评审规则与其校验值不符。请向组长重新索取。',
    en: 'The rules in {file} do not match their hash. Ask the chair for the round again.',
  },
  'round/not-signed-by-chair': {
    zh: '{file} 不是由名册中的组长签发的。已拒绝，请与组长当面核实。',
    en: '{file} is not signed by the chair on its own roster. Refused; check with the chair in person.',
  },
  'round/superseded': {
    zh: '{file} 是这个批次较早的一次签发，本工作区已有更新的一次。没有改动，无需处理。',
    en: '{file} is an earlier issue of this round; a later one is here already. Nothing was changed, and nothing is to be done.',
  },
  'round/not-a-successor': {
    zh: '{file} 与本工作区的批次同号，但没有说明替代它。已拒绝，请与组长当面核实，并按签发顺序导入。',
    en: '{file} has the id of a round that is here but does not say that it replaces it. Refused; check with the chair in person, and import issues in their order.',
  },
  'round/practice-differs': {
    zh: '{file} 把练习批次改成了正式批次，或把正式批次改成了练习批次。练习数据不能变成正式数据，已拒绝；请另建批次。',
    en: '{file} turns a practice round into a real one, or a real one into practice. What was made up cannot become real: refused. Set up a round of its own.',
  },
  'round/earlier-issue-missing': {
    zh: '{file} 说明替代了第 {issue} 次签发的批次包（{sha256}），但没有附上那一次的批次包，看不出有谁未再列入。请一并提供。',
    en: '{file} replaces issue {issue} of its round ({sha256}), which is not there, so that nobody can see who was left out. Give that package too.',
  },
  'round/not-on-panel': {
    zh: '您的密钥不在 {file} 的专家名册中。请把名片交给组长，重新签发批次。',
    en: 'Your key is not on the roster of {file}. Give the chair your card and have the round issued again.',
  },
  'round/rehearsal-folder-not-empty': {
    zh: '文件夹 {folder} 里有别的文件，演练不会写到那里。请另选一个空文件夹。',
    en: 'The folder {folder} holds other files; a rehearsal does not write among them. Choose an empty one.',
  },
} as const;
