import { encodeQR } from 'qr';
import { useEffect, useRef } from 'react';
import { frameErrorCorrection } from '#shared/qr/frames.ts';
import styles from './frames.module.css';

/** Light modules around a code, as the standard asks for. */
const quietZone = 4;

/** One frame as a QR code: black on white whatever the colours of the screen are, for a camera. */
export function FramePicture({ frame, label }: { frame: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) {
      draw(canvas.current, frame);
    }
  }, [frame]);
  return <canvas ref={canvas} className={styles['picture']} role="img" aria-label={label} />;
}

function draw(canvas: HTMLCanvasElement, frame: string): void {
  const modules = encodeQR(frame, 'raw', { ecc: frameErrorCorrection, encoding: 'alphanumeric', border: quietZone });
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('this browser draws no canvas');
  }
  // As many pixels for each module as the screen has room for, so that all are equally large.
  const room = Math.min(canvas.clientWidth, canvas.clientHeight) * window.devicePixelRatio;
  const pixels = Math.max(1, Math.floor(room / modules.length));
  const side = modules.length * pixels;
  if (canvas.width !== side) {
    canvas.width = side;
    canvas.height = side;
  }
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000000';
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) {
        context.fillRect(x * pixels, y * pixels, pixels, pixels);
      }
    });
  });
}
