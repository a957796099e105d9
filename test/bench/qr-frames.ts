import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeQR, type ErrorCorrection } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { FrameAssembly } from '#electron/frames/frame-assembly.ts';
import { frameMaker } from '#electron/frames/frames-of.ts';
import { loadKeys } from '#electron/hosts/command-line/key-file.ts';
import { readPackage } from '#electron/packages/bag/read.ts';
import { memorySpool } from '#electron/packages/spool.ts';
import { openFileSource } from '#electron/packages/source.ts';
import { rehearse } from '#electron/rehearsal/rehearse.ts';
import { citedBy, scoreWithoutFiles } from '#electron/submission/score-package.ts';
import { frameSizes, secondsAtBest, type FrameSize } from '#shared/qr/frames.ts';
import { valueOf } from '#shared/result.ts';
import { secondsOf, type Bench, type Measurement } from './bench.ts';
import { withReaders } from '#electron/hosts/reader/with-readers.ts';

/** What an expert's sheets come to as QR codes, and at which error correction a camera reads most of them. */
export const bench: Bench = {
  name: 'qr-frames',
  async run({ size, folder }) {
    const lines: Measurement[] = [];
    for (const applicants of size === 'full' ? [1, 5, 15, 30] : [1]) {
      const bytes = await scoreOf(join(folder, String(applicants)), applicants);
      for (const frameSize of ['small', 'medium', 'large'] as const) {
        lines.push(await roundTrip({ applicants, bytes, frameSize }));
      }
    }
    for (const ecc of ['low', 'medium', 'quartile'] as const) {
      lines.push(await readThroughHaze(ecc, size === 'full' ? 12 : 1));
    }
    return lines;
  },
};

/** The sealed score package, without photos, of an expert who scored made-up applicants. */
async function scoreOf(folder: string, applicants: number): Promise<Uint8Array> {
  const request = { folder, applicants, experts: 1, seed: 7, now: () => new Date() };
  const { paths } = valueOf(await withReaders((readers) => rehearse({ ...request, readers })));
  const [file = ''] = await readdir(paths.scores);
  const expert = valueOf(await loadKeys(join(paths.keys, file.replace('.lpscore', '.json'))));
  const chair = valueOf(await loadKeys(join(paths.keys, 'chair.json')));
  const source = valueOf(await openFileSource(join(paths.scores, file), file));
  const read = valueOf(
    await readPackage({ source, fileName: file, identities: [expert.ageIdentity], spool: memorySpool, expectKind: 'score' as const }),
  );
  await source.close();
  const { bytes } = await scoreWithoutFiles({
    document: read.document,
    follow: read.files.map(({ sha256 }) => sha256).filter((sha256) => citedBy(read.document).has(sha256)),
    expert,
    chairRecipient: chair.public.ageRecipient,
    signedAt: new Date().toISOString(),
    name: 'score-01',
  });
  return bytes;
}

/** Makes a whole showing of frames and puts the package together from them, every third missed. */
async function roundTrip({
  applicants,
  bytes,
  frameSize,
}: {
  applicants: number;
  bytes: Uint8Array;
  frameSize: FrameSize;
}): Promise<Measurement> {
  let fragments = 0;
  let shown = 0;
  const seconds = await secondsOf(() => {
    const maker = frameMaker(bytes, frameSize);
    const assembly = new FrameAssembly();
    while (assembly.state().bytes === null) {
      const frame = maker.next();
      shown += 1;
      if (shown % 3 !== 0) {
        assembly.add(frame);
      }
    }
    ({ fragments } = maker);
  });
  const at = (frames: number) => `${secondsAtBest(frames, 8).toFixed(0)} s`;
  const what = `${applicants} applicants, ${(bytes.length / 1000).toFixed(1)} KB, ${frameSizes[frameSize]} B a frame: ${fragments} frames, ${at(fragments)} at 8 a second; a third missed ${at(shown)}; made and read in`;
  return { what, seconds, bytes: null, floor: null };
}

const [width, height, side] = [1280, 720, 560];

/** Frames of medium size as a poor camera sees them: the same size on the picture, turned, out of focus, noisy. */
async function readThroughHaze(ecc: ErrorCorrection, count: number): Promise<Measurement> {
  const maker = frameMaker(crypto.getRandomValues(new Uint8Array(12_000)), 'medium');
  let read = 0;
  let modules = 0;
  let looked = 0;
  let seconds = 0;
  for (const [blur, noise] of [
    [1.8, 20],
    [2.4, 28],
    [3, 34],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      const frame = maker.next();
      const code = encodeQR(frame, 'raw', { ecc, encoding: 'alphanumeric', border: 4 });
      modules = code.length;
      const data = picture(code, { blur, noise });
      looked += 1;
      seconds += await secondsOf(() => {
        read += reads(data) === frame ? 1 : 0;
      });
    }
  }
  const what = `error correction ${ecc}, ${modules} modules in ${side} px: ${read} of ${looked} hazy pictures read; a picture in`;
  return { what, seconds: seconds / looked, bytes: null, floor: null };
}

function reads(data: Uint8ClampedArray): string | null {
  try {
    return decodeQR({ width, height, data }, { timeLimit: 60 });
  } catch {
    return null;
  }
}

function picture(code: readonly (readonly boolean[])[], { blur, noise }: { blur: number; noise: number }): Uint8ClampedArray {
  const scale = code.length / side;
  const sharp = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Turned by three degrees.
      const [across, down] = [x - width / 2, y - height / 2];
      const column = Math.floor((across + down * 0.05) * scale + code.length / 2);
      const row = Math.floor((down - across * 0.05) * scale + code.length / 2);
      sharp[y * width + x] = code[row]?.[column] === undefined ? 130 : code[row][column] ? 60 : 190;
    }
  }
  const soft = blurred(blurred(sharp, blur, 1), blur, width);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  soft.forEach((light, pixel) => {
    const value = light + (Math.random() + Math.random() - 1) * noise;
    data.set([value, value, value], pixel * 4);
  });
  return data;
}

/** A Gaussian along one direction: `step` is the distance between neighbours. */
function blurred(light: Float32Array, sigma: number, step: number): Float32Array {
  const reach = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
  const weights = reach.map((each) => Math.exp((-each * each) / (2 * sigma * sigma)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return light.map(
    (own, pixel) => reach.reduce((sum, each, index) => sum + (light[pixel + each * step] ?? own) * (weights[index] ?? 0), 0) / whole,
  );
}
