import { ActionIcon, Center, Text, Tooltip } from '@mantine/core';
import { IconArrowAutofitWidth, IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../desk.module.css';

/** A picture: zoom, rotate, fit. */
export function ImageView({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation('desk');
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const [broken, setBroken] = useState(false);
  const tools = [
    { label: t('zoomOut'), icon: IconZoomOut, act: () => setZoom(Math.max(0.25, zoom / 1.25)) },
    { label: t('zoomIn'), icon: IconZoomIn, act: () => setZoom(Math.min(8, zoom * 1.25)) },
    { label: t('fitWidth'), icon: IconArrowAutofitWidth, act: () => setZoom(1) },
    { label: t('rotate'), icon: IconRotateClockwise, act: () => setTurns((turns + 1) % 4) },
  ];
  return (
    <div className={styles['document']}>
      <div className={styles['toolbar']} role="toolbar" aria-label={name}>
        {tools.map(({ label, icon: Icon, act }) => (
          <Tooltip label={label} key={label}>
            <ActionIcon variant="subtle" size="lg" aria-label={label} onClick={act}>
              <Icon size={20} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
        <Text size="sm" className="numbers">
          {Math.round(zoom * 100)}%
        </Text>
      </div>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['canvasArea']} role="region" aria-label={name} tabIndex={0}>
        {broken ? (
          <Center p="xl">{t('imageBroken')}</Center>
        ) : (
          <img
            src={url}
            alt={name}
            onError={() => setBroken(true)}
            style={{ width: `${zoom * 100}%`, display: 'block', margin: 'auto', rotate: `${turns * 90}deg`, transformOrigin: 'center' }}
          />
        )}
      </div>
    </div>
  );
}
