/** A host that nobody comes back to. */
export const unremembered = { key: 'A'.repeat(43), remember: () => Promise.resolve() };
