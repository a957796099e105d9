import { ActionIcon, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { QrCode } from './qr-code.tsx';

/** The same digits as a QR code, so that a telephone's camera can hold them against what the other laptop shows. */
export function FingerprintQr({ groups, name }: { groups: readonly string[]; name: string }) {
  const { t } = useTranslation('parts');
  const [opened, shown] = useDisclosure(false);
  const label = t('fingerprintQr', { name });
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={shown.open}>
        <IconQrcode size={20} aria-hidden />
      </ActionIcon>
      <Dialog opened={opened} onClose={shown.close} title={label}>
        <Stack align="center">
          <QrCode text={groups.join(' ')} label={label} size={240} />
          <Fingerprint groups={groups} />
        </Stack>
      </Dialog>
    </>
  );
}
