const names = ['atLeast', 'points', 'otherwise', 'full', 'each', 'cap', 'at', 'from', 'perOne'] as const;

/** The name of a rule's number as the texts know it. */
export function numberName(name: string): (typeof names)[number] {
  return names.find((one) => one === name) ?? 'points';
}
