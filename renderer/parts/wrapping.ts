/** Props of a button whose words may take several lines rather than be cut; `mih` says how high it is at least. */
export const wrapping = {
  h: 'auto',
  py: 4,
  display: 'inline-flex',
  styles: {
    root: { alignItems: 'center', maxWidth: '100%' },
    inner: { width: '100%' },
    label: { whiteSpace: 'normal', overflow: 'visible', textAlign: 'left', lineHeight: 1.35 },
  },
} as const;
