const department = /(?:评价|鉴定|认定)[^,，、]{0,8}?(?:中心|部门?|科|办公室|处|室|机构)/u;
const others = /人社|人力社保|人力资源和?社会保障|劳动(?:和社会)?保障|政府|厅|局/u;

/**
 * What a text says of an own department for evaluating (专门从事评价工作的内设机构, notice 二(六)2): that there is one, that there is none,
 * both, or nothing; one that is only planned is nothing.
 */
export function departmentSaid(text: string): boolean[] {
  return [...new Set(text.split(/[|。；;]/u).flatMap((sentence) => ofSentence(sentence)))];
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
