import { assert, constantFrom, infiniteStream, nat, noBias, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { FrameAssembly } from '#electron/frames/frame-assembly.ts';
import { frameMaker } from '#electron/frames/frames-of.ts';
import { frameSizes, largestPackageBytes, longestFrame, mostFragments, parseFrame, type FrameSize } from '#shared/qr/frames.ts';

const size = constantFrom<FrameSize>('small', 'medium', 'large');
const contents = uint8Array({ minLength: 1, maxLength: 6000 });

function framesOf(bytes: Uint8Array, size: FrameSize) {
  const { fragments, count, next } = frameMaker(bytes, size);
  return { fragments, frames: Array.from({ length: count }, next) };
}

function assembled(frames: Iterable<string>): FrameAssembly {
  const assembly = new FrameAssembly();
  for (const frame of frames) {
    assembly.add(frame);
  }
  return assembly;
}

test('the plain fragments alone, in any order and any of them repeated, give the same bytes', () => {
  assert(
    property(contents, size, infiniteStream(nat()), (bytes, size, dice) => {
      const { frames, fragments } = framesOf(bytes, size);
      const plain = frames.slice(0, fragments);
      const repeated = [...plain, ...plain].toSorted(() => ((dice.next().value ?? 0) % 2 === 0 ? 1 : -1));
      expect(assembled(repeated).state()).toMatchObject({ bytes, needed: fragments, restored: fragments });
    }),
    { numRuns: 60 },
  );
});

test('with a third of the frames lost and the order mixed, the sequence still comes to the same bytes, or to none yet', () => {
  let complete = 0;
  assert(
    property(contents, size, infiniteStream(noBias(nat({ max: 999 }))), (bytes, size, dice) => {
      const next = (): number => (dice.next().value ?? 0) / 1000;
      const { frames } = framesOf(bytes, size);
      const read = frames
        .filter(() => next() > 0.3)
        .map((frame) => ({ frame, place: next() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ frame }) => frame);
      const { bytes: got } = assembled(read).state();
      complete += got === null ? 0 : 1;
      expect(got ?? bytes).toEqual(bytes);
    }),
    { numRuns: 60 },
  );
  expect(complete).toBeGreaterThan(50);
});

test('frames that are lost for good are made up for by later ones', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251);
  const { frames, fragments } = framesOf(bytes, 'medium');
  const lossy = frames.filter((_, index) => index % 10 > 2);
  expect(assembled(lossy).state().bytes).toEqual(bytes);
  expect(assembled(frames.slice(fragments)).state().bytes).toEqual(bytes);
});

test('a corrupted frame is ignored: it never changes the bytes, and counts for nothing', () => {
  assert(
    property(contents, size, nat(), nat(), (bytes, size, which, where) => {
      const { frames, fragments } = framesOf(bytes, size);
      const good = frames[which % fragments] ?? '';
      const at = good.lastIndexOf('/') + 1 + (where % (good.length - good.lastIndexOf('/') - 1));
      const bad = good.slice(0, at) + (good[at] === 'A' ? 'E' : 'A') + good.slice(at + 1);
      expect(assembled([bad]).state()).toEqual({ received: 0, restored: 0, needed: null, bytes: null });
      expect(assembled([bad, ...frames.slice(0, fragments)]).state().bytes).toEqual(bytes);
    }),
    { numRuns: 200 },
  );
});

test('other codes before the camera are nothing to it', () => {
  const { frames, fragments } = framesOf(new Uint8Array(2000).fill(7), 'medium');
  const [first = ''] = frames;
  const strangers = [
    '',
    'https://example.com/',
    'UR:BYTES/HDCXLKAHSSQZWFVSLOFZ',
    first.replace('BYTES', 'SEED'),
    first.replace(/\/\d+-\d+\//, '/1-4000000000/'),
    first.replace(/\/\d+-\d+\//, '/2-7/'),
    first.toLowerCase(),
    `${first}${'A'.repeat(longestFrame)}`,
  ];
  expect(assembled(strangers).state().received).toBe(0);
  expect(assembled([...strangers, ...frames.slice(0, fragments)]).state().received).toBe(fragments);
});

test('two sequences that come mixed do not mix', () => {
  const [one, other] = [new Uint8Array(3000).fill(1), new Uint8Array(3000).fill(2)];
  const [first, second] = [framesOf(one, 'medium'), framesOf(other, 'medium')];
  const assembly = new FrameAssembly();
  for (let index = 0; index < first.fragments; index += 1) {
    assembly.add(first.frames[index] ?? '');
    assembly.add(second.frames[index] ?? '');
  }
  expect(assembly.state().bytes).toEqual(other);
  assembly.add(first.frames[0] ?? '');
  expect(assembly.state().bytes).toEqual(one);
});

test('a sequence begun anew in another size takes over', () => {
  const bytes = new Uint8Array(3000).fill(9);
  const [small, large] = [framesOf(bytes, 'small'), framesOf(bytes, 'large')];
  expect(assembled([...small.frames.slice(0, 5), ...large.frames.slice(0, large.fragments)]).state()).toMatchObject({
    bytes,
    needed: large.fragments,
  });
});

test('the largest package stays within the limits that a reader holds frames to', () => {
  const bytes = Uint8Array.from({ length: largestPackageBytes }, (_, index) => (index * 31) % 256);
  for (const size of ['small', 'large'] as const) {
    const { next, fragments } = frameMaker(bytes, size);
    expect(fragments).toBeLessThanOrEqual(mostFragments);
    expect(fragments).toBeGreaterThanOrEqual(largestPackageBytes / frameSizes[size]);
    expect(parseFrame(next())).toMatchObject({ sequence: 1, fragments });
  }
  const { next, fragments } = frameMaker(bytes, 'large');
  expect(assembled(Array.from({ length: fragments }, next)).state().bytes).toEqual(bytes);
});

/** What the standard's reference implementation (Blockchain Commons bc-ur, BSD-2-Clause-Patent) gives for its 256 made-up bytes in fragments of 30. */
const published = [
  'ur:bytes/1-9/lpadascfadaxcywenbpljkhdcahkadaemejtswhhylkepmykhhtsytsnoyoyaxaedsuttydmmhhpktpmsrjtdkgslpgh',
  'ur:bytes/2-9/lpaoascfadaxcywenbpljkhdcagwdpfnsboxgwlbaawzuefywkdplrsrjynbvygabwjldapfcsgmghhkhstlrdcxaefz',
  'ur:bytes/3-9/lpaxascfadaxcywenbpljkhdcahelbknlkuejnbadmssfhfrdpsbiegecpasvssovlgeykssjykklronvsjksopdzmol',
  'ur:bytes/4-9/lpaaascfadaxcywenbpljkhdcasotkhemthydawydtaxneurlkosgwcekonertkbrlwmplssjtammdplolsbrdzcrtas',
  'ur:bytes/5-9/lpahascfadaxcywenbpljkhdcatbbdfmssrkzmcwnezelennjpfzbgmuktrhtejscktelgfpdlrkfyfwdajldejokbwf',
  'ur:bytes/6-9/lpamascfadaxcywenbpljkhdcackjlhkhybssklbwefectpfnbbectrljectpavyrolkzczcpkmwidmwoxkilghdsowp',
  'ur:bytes/7-9/lpatascfadaxcywenbpljkhdcavszmwnjkwtclrtvaynhpahrtoxmwvwatmedibkaegdosftvandiodagdhthtrlnnhy',
  'ur:bytes/8-9/lpayascfadaxcywenbpljkhdcadmsponkkbbhgsoltjntegepmttmoonftnbuoiyrehfrtsabzsttorodklubbuyaetk',
  'ur:bytes/9-9/lpasascfadaxcywenbpljkhdcajskecpmdckihdyhphfotjojtfmlnwmadspaxrkytbztpbauotbgtgtaeaevtgavtny',
];

test('frames that another implementation published are read', () => {
  const { bytes } = assembled(published.map((frame) => frame.toUpperCase())).state();
  expect(bytes).toHaveLength(256);
  expect(Buffer.from(bytes ?? []).toString('hex')).toMatch(/^916ec65cf77cadf55cd7f9cda1a1030026ddd42e905b77adc36e4f2d3ccba44f/);
});
