import 'i18next';
import type { Resources } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'parts';
    resources: Resources;
  }
}
