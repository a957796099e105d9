import { Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../parts/notice.tsx';
import type { ViewProps } from '../view-props.ts';
import { usePdf } from './open-pdf.ts';
import { PdfDocument } from './pdf-document.tsx';

/** A PDF, or in words why there is none. */
export function PdfView(props: ViewProps) {
  const { t } = useTranslation('evidence');
  const state = usePdf(props.url);
  switch (state.kind) {
    case 'loading':
      return <Center p="xl">{t('loading')}</Center>;
    case 'failed':
      return (
        <Center p="xl">
          <Notice tone="bad" icon="problem" role="alert">
            {t(`pdf_${state.why}`)}
          </Notice>
        </Center>
      );
    case 'open':
      return <PdfDocument {...props} pdf={state.pdf} />;
  }
}
