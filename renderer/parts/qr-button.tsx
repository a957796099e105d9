import { ActionIcon, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconQrcode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { QrCode } from './qr-code.tsx';

/** Digits as a QR code, behind a button beside them: what a camera gets is `text`, what one reads out stands below the code. */
export function QrButton({ label, text, children }: { label: string; text: string; children: ReactNode }) {
  const [opened, shown] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={shown.open}>
        <IconQrcode size={20} aria-hidden />
      </ActionIcon>
      <Dialog opened={opened} onClose={shown.close} title={label}>
        <Stack align="center">
          <QrCode text={text} label={label} size={260} />
          {children}
        </Stack>
      </Dialog>
    </>
  );
}
