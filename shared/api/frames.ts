import * as z from 'zod';
import { idSchema, sha256Schema } from '../domain/values.ts';
import { longestFrame, type FrameSize } from '../qr/frames.ts';
import { fileRefSchema, longWork, procedure } from './base.ts';

/** A sealed score package without its files, as frames to show. */
export const scoreFramesSchema = z.object({
  sequence: z.int().positive(),
  /** The package's identity. */
  sha256: sha256Schema,
  bytes: z.int().positive(),
  /** Evidence of mine that is cited and not in it: it follows on a stick or on paper. */
  following: z.int().nonnegative(),
  fragments: z.int().positive(),
  /** In the order in which they are shown; after the last comes the first again. */
  frames: z.array(z.string()).min(1),
});
export type ScoreFrames = z.infer<typeof scoreFramesSchema>;

export const framesReceivedSchema = z.object({
  /** Different frames read so far. */
  received: z.int().nonnegative(),
  /** Fragments known so far, out of `needed`; null before the first frame. */
  restored: z.int().nonnegative(),
  needed: z.int().positive().nullable(),
  /** The package, once it is whole: handed over like an upload, to be imported. */
  file: fileRefSchema.nullable(),
});
export type FramesReceived = z.infer<typeof framesReceivedSchema>;

export const framesContract = {
  /** My newest sealed sheets, without photos, for a machine that no stick may go to. */
  ofScore: procedure
    .input(z.object({ round: idSchema, size: z.enum(['small', 'medium', 'large'] satisfies FrameSize[]) }))
    .output(longWork(scoreFramesSchema)),
  /** What the camera read since the last call; `reception` is a name of the page's making. What is no frame is ignored. */
  receive: procedure
    .input(z.object({ reception: z.uuid(), frames: z.array(z.string().max(longestFrame)).max(100) }))
    .output(framesReceivedSchema),
  /** The reception is over or was cancelled. */
  forget: procedure.input(z.object({ reception: z.uuid() })),
};
