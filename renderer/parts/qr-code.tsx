import { encodeQR } from 'qr';

type Props = {
  /** What a reader of the code gets. */
  text: string;
  /** What it is, for those who can't see it. */
  label: string;
  /** Side in CSS pixels. */
  size: number;
};

/** A QR code as one path; always dark on white, because many readers fail on the inverse. */
export function QrCode({ text, label, size }: Props) {
  const rows = encodeQR(text, 'raw', { border: 4 });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      style={{ flex: 'none' }}
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
