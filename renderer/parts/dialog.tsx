import type { ModalProps } from '@mantine/core';
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A dialog whose closing button has a name. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation('parts');
  return <Modal closeButtonProps={{ 'aria-label': t('close'), size: 44 }} {...props} />;
}
