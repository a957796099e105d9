import { useState } from 'react';
import type { Size } from './size.ts';

export type Fit = 'width' | 'page' | number;

const [smallest, largest, step] = [0.1, 8, 1.25];

/** How large something is shown in a frame: fitted to its width, fitted whole, or by a factor. */
export function useZoom({ frame, content, margin, first }: { frame: Size; content: Size; margin: number; first: Fit }) {
  const [fit, setFit] = useState<Fit>(first);
  const byWidth = (frame.width - margin) / Math.max(1, content.width);
  const byHeight = (frame.height - margin) / Math.max(1, content.height);
  const wanted = fit === 'width' ? byWidth : fit === 'page' ? Math.min(byWidth, byHeight) : fit;
  const scale = within(wanted);
  return { fit, scale, setFit, zoomBy: (steps: number) => setFit(within(scale * step ** steps)) };
}

const within = (scale: number) => Math.min(largest, Math.max(smallest, scale));
