import { ActionIcon, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { QrCode } from './qr-code.tsx';

/** 封存码 in groups that can be read out. */
export function SealCode({ code }: { code: readonly string[] }) {
  return (
    <strong className="numbers" style={{ letterSpacing: '0.05em', wordSpacing: '0.35em', whiteSpace: 'nowrap' }}>
      {code.join(' ')}
    </strong>
  );
}

/** The same as a QR code, with the whole hash behind the digits: for who wants more than what can be read out. */
export function SealCodeQr({ code, sha256, name }: { code: readonly string[]; sha256: string; name: string }) {
  const { t } = useTranslation('parts');
  const [opened, shown] = useDisclosure(false);
  const label = t('sealCodeQr', { name });
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={shown.open}>
        <IconQrcode size={20} aria-hidden />
      </ActionIcon>
      <Dialog opened={opened} onClose={shown.close} title={label}>
        <Stack align="center">
          <QrCode text={`${code.join(' ')} ${sha256}`} label={label} size={260} />
          <SealCode code={code} />
        </Stack>
      </Dialog>
    </>
  );
}
