import 'i18next';
import type { Resources } from './all-texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'parts';
    resources: Resources;
    interpolationPrefix: '{';
    interpolationSuffix: '}';
  }
}
