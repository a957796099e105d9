import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme, EmptyState } from '@mantine/core';

/** Deep blue-green; shade 7 on white is 6.7 : 1. */
const accent: MantineColorsTuple = [
  '#eaf5f8',
  '#d5e7ec',
  '#aacfd9',
  '#7bb5c5',
  '#549fb4',
  '#3b92aa',
  '#1f7a92',
  '#14647a',
  '#0c5568',
  '#064655',
];
/** Greys with a slight warmth; shade 6 on white is 5.9 : 1. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#e9e6e1',
  '#dedad4',
  '#cdc8c1',
  '#8f8981',
  '#69645d',
  '#4d4944',
  '#35322e',
  '#211f1c',
];
const dark: MantineColorsTuple = [
  '#d9d6d1',
  '#c4c0ba',
  '#aaa69f',
  '#7a7670',
  '#5a5651',
  '#423f3b',
  '#33302d',
  '#262422',
  '#1d1b1a',
  '#151413',
];
const fonts = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: fonts,
  headings: {
    fontFamily: fonts,
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1.05rem' } },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Where nothing is yet: what will be here and how it gets here, in a frame that says it is meant to be empty.
    EmptyState: EmptyState.extend({
      defaultProps: { py: 48, px: 'md', bd: '1px dashed var(--line)', bdrs: 6 },
      styles: { description: { fontSize: 'var(--mantine-font-size-md)' } },
    }),
  },
});

/** Where Mantine's defaults are too pale to read. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-text': gray[9],
  },
  dark: {
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-text': '#eceae6',
    '--mantine-color-anchor': accent[3],
    '--mantine-primary-color-light-color': accent[2],
  },
});
