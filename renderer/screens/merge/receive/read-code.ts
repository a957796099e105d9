import { decodeQR } from 'qr/decode.js';

/** The longer side to which a picture is scaled down: enough for the largest frame, and soon read. */
const longestSide = 1280;

/** Milliseconds that one picture may take beyond the least, while there are more to come. */
const patience = 60;

/** Reads the QR code in what a camera shows just now; null when there is none that can be read. */
export function readCode(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight));
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || width === 0 || height === 0) {
    return null;
  }
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.drawImage(video, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  try {
    return decodeQR({ width, height, data }, { timeLimit: patience });
  } catch {
    // The library throws where there is no code, and where one is too blurred: the next picture comes at once.
    return null;
  }
}
