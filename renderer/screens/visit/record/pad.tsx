import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';
import styles from '../visit.module.css';

/** A place to write by hand; gives the PNG (base64) after each stroke, null when it is blank. The paper is white in the dark too. */
export function Pad({ onChange }: { onChange: (png: string | null) => void }) {
  const { t } = useTranslation('visit');
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) {
      return;
    }
    const scale = Math.max(1, window.devicePixelRatio);
    element.width = element.offsetWidth * scale;
    element.height = element.offsetHeight * scale;
    element.getContext('2d')?.scale(scale, scale);
    const made = new SignaturePad(element, { backgroundColor: '#fff', penColor: '#111' });
    made.addEventListener('endStroke', () => tell.current(made.isEmpty() ? null : (made.toDataURL('image/png').split(',')[1] ?? null)));
    pad.current = made;
    return () => made.off();
  }, []);
  return (
    <div>
      <canvas ref={canvas} className={styles['pad']} role="img" aria-label={t('pad')} />
      <Button
        variant="default"
        h={44}
        onClick={() => {
          pad.current?.clear();
          onChange(null);
        }}
      >
        {t('clearPad')}
      </Button>
    </div>
  );
}
