import * as z from 'zod';
import { idSchema, labelSchema, proseSchema, type Stage, stageSchema, stagesInOrder } from './values.ts';

/** Ed25519 public key as JWK (RFC 8037). */
export const signKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type SignKey = z.infer<typeof signKeySchema>;

/** age v1 X25519 recipient. */
export const ageRecipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

export const panelMemberSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  organisation: labelSchema,
  role: z.enum(['chair', 'expert']),
  signKey: signKeySchema,
  ageRecipient: ageRecipientSchema,
});
export type PanelMember = z.infer<typeof panelMemberSchema>;

/** `.lpcard`: what a person hands to the others so that they can recognise the signatures. `signature` is a JWS over the rest. */
export const identityCardSchema = z.strictObject({
  kind: z.literal('card'),
  format: z.literal(1),
  name: labelSchema,
  organisation: labelSchema,
  signKey: signKeySchema,
  ageRecipient: ageRecipientSchema,
  signature: z.string().max(2000),
});
export type IdentityCard = z.infer<typeof identityCardSchema>;

/** 回避: expert × applicant. */
export const recusalSchema = z.strictObject({ expert: idSchema, applicant: idSchema, reason: proseSchema });
export type Recusal = z.infer<typeof recusalSchema>;

export const assignmentSchema = z.strictObject({
  expert: idSchema,
  application: idSchema,
  /** The stages that the expert scores there, in their order; absent where it is all of them, so that a round has one form only. */
  stages: z
    .array(stageSchema)
    .min(1)
    .max(stagesInOrder.length - 1)
    .refine((stages) => stages.every((stage, index) => index === 0 || orderOf(stages[index - 1]) < orderOf(stage)))
    .optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

function orderOf(stage: Stage | undefined): number {
  return stagesInOrder.findIndex((one) => one === stage);
}

/** The stages of an assignment, in their order. */
export function assignedStages({ stages }: Pick<Assignment, 'stages'>): readonly Stage[] {
  return stages ?? stagesInOrder;
}

/** The assignment of these stages, in whatever order they are given; null without any. */
export function assignmentOf(expert: string, application: string, given: readonly Stage[]): Assignment | null {
  const stages = stagesInOrder.filter((stage) => given.includes(stage));
  return stages.length === 0 ? null : stages.length === stagesInOrder.length ? { expert, application } : { expert, application, stages };
}
