const department = /(?:评价|鉴定|认定)[^,，、]{0,8}?(?:中心|部门?|科|办公室|处|室|机构)/u;
const others = /人社|人力社保|人力资源和?社会保障|劳动(?:和社会)?保障|政府|厅|局/u;

/**
 * Whether a text says that the enterprise has an own department for evaluating (专门从事评价工作的内设机构, notice 二(六)2): true, false, or
 * null where it says nothing of it, only plans one, or says both.
 */
export function readEvaluationDepartment(text: string): boolean | null {
  const said = new Set(text.split(/[|。；;]/u).flatMap((sentence) => ofSentence(sentence)));
  const [only = null] = said;
  return said.size === 1 ? only : null;
}

function ofSentence(sentence: string): boolean[] {
  const places = [...sentence.matchAll(/设立|成立|设置|设有|内设|组建|从事评价工作的内设/gu)];
  const first = places[0]?.index ?? 0;
  const named = department.test(sentence.slice(first, first + 32));
  if (places.length === 0 || !named || others.test(sentence.slice(Math.max(0, first - 16), first))) {
    return [];
  }
  if (/(?:拟|计划|将|准备|正在|即将|筹备|应当?|须|需要|如)[^,，]{0,8}(?:设立|成立|设置|设有|内设|组建)/u.test(sentence)) {
    return [];
  }
  return [!/(?:未|没有|无|尚未|不再)[^,，]{0,6}(?:设立|成立|设置|设有|内设|组建)|(?:没有|无)[^,，]{0,12}内设/u.test(sentence)];
}
