import type { Generated } from 'kysely';

type Flag = 0 | 1;

/** The records' tables as the newest migration leaves them. JSON is text here; its shape is the stores' business. */
export type Schema = {
  audit_event: { seq: number; at: string; kind: string; payload: string; previous: string; hash: string };
  identity: {
    number: Generated<number>;
    name: string;
    organisation: string;
    sign_key: string;
    age_identity: string;
    card: string;
    recorded_at: string;
  };
  known_card: { sha256: string; key_id: string; card: string; received_at: string };
  key_comparison: { number: Generated<number>; key_id: string; compared: Flag; recorded_at: string };
  setting: { name: string; value: string; recorded_at: string };
  round: {
    id: string;
    state: 'draft' | 'issued' | 'accepted';
    title: string;
    practice: Flag;
    draft: string | null;
    created_at: string;
    updated_at: string;
  };
  round_issue: {
    round: string;
    issue: number;
    sha256: string;
    document: string;
    me: string;
    chairs: Flag;
    scores: Flag;
    recorded_at: string;
  };
  application: {
    bundle: string;
    id: string;
    applicant: string;
    bytes: number;
    document: string;
    signer: string | null;
    received_at: string;
  };
  attachment: {
    bundle: string;
    position: number;
    sha256: string;
    name: string;
    bytes: number;
    class: string;
    problem: string | null;
  };
  bundle_facts: { bundle: string; reader: number; facts: string; derived_at: string };
  reading_fault: { sha256: string; reader: number; fault: 'too-long' | 'too-much-memory' | 'broke-off'; recorded_at: string };
  superseded_draft: { number: Generated<number>; round: string; document: string; saved_at: string; superseded_at: string };
  next_issue: { round: string; draft: string; saved_at: string };
  recheck: { number: Generated<number>; round: string; issue: number; answer: number };
  confirmed_recheck: { recheck: number; event: number };
  round_application: { round: string; bundle: string; added_at: string; removed_at: string | null };
  sheet: {
    id: Generated<number>;
    round: string;
    application: string;
    stage: string;
    methods: string;
    started_at: string;
    completed_at: string | null;
    resume_at: string | null;
    last_event: number;
  };
  answer: {
    number: Generated<number>;
    sheet: number;
    item: string;
    occupation: string;
    level_group: string;
    value: string | null;
    points: string | null;
    verdict: string | null;
    comment: string;
    evidence: string;
    proposal: string | null;
    measurements: string | null;
    partial: string | null;
    typed: string | null;
    recorded_at: string;
    reason: string | null;
    event: number;
  };
  visit_record: {
    number: Generated<number>;
    round: string;
    application: string;
    document: string;
    reason: string | null;
    recorded_at: string;
    event: number;
  };
  visit_photo: { number: Generated<number>; round: string; application: string; sha256: string; document: string; event: number };
  visit_layer: {
    number: Generated<number>;
    photo: number;
    document: string;
    reason: string | null;
    recorded_at: string;
    event: number;
  };
  visit_signature: { number: Generated<number>; round: string; application: string; document: string; event: number };
  entry: { sheet: number; item: string; occupation: string; level_group: string; answer: number; filled: Flag };
  seal: { round: string; sequence: number; document: string; sealed_at: string; event: number };
  seal_sheet: { round: string; sequence: number; application: string; stage: string };
  seal_export: {
    number: Generated<number>;
    round: string;
    sequence: number;
    sha256: string;
    file: string;
    bytes: number;
    exported_at: string;
  };
  declaration: {
    number: Generated<number>;
    round: string;
    kind: 'sign-in' | 'commitment' | null;
    text: string;
    accepted_at: string;
    signature: string | null;
  };
  conflict_declaration: { number: Generated<number>; round: string; applicant: string; conflict: string; declared_at: string };
  recusal: {
    number: Generated<number>;
    round: string;
    applicant: string;
    state: 'declared' | 'withdrawn';
    reason: string;
    recorded_at: string;
  };
  package: {
    sha256: string;
    kind: string;
    format: number;
    round: string | null;
    expert: string | null;
    sequence: number | null;
    signer: string | null;
    document: string;
    file: string;
    bytes: number;
    received_at: string;
  };
  package_tag_file: { package: string; path: string; bytes: Uint8Array };
  package_state: {
    number: Generated<number>;
    package: string;
    state: 'received' | 'superseded' | 'set-aside';
    code: string | null;
    recorded_at: string;
  };
  resolution: { number: Generated<number>; round: string; matter: string; document: string; recorded_at: string };
  issued_return: { sha256: string; round: string; expert: string; sequence: number; document: string; issued_at: string };
  ballot: { round: string; electors: string; numbers: string; cast_at: string };
  noted_code: { number: Generated<number>; round: string; expert: string; code: string; noted_at: string };
  intake_reading: { id: string; round: string; folder: string; contents: string; document: string; read_at: string };
  intake_file: { reading: string; position: number; name: string; sha256: string };
  intake_edit: { number: Generated<number>; reading: string; edit: string; recorded_at: string };
  intake_current: { reading: string; document: string; edits: number; updated_at: string };
  intake_state: {
    number: Generated<number>;
    reading: string;
    state: 'waiting' | 'confirmed' | 'discarded';
    bundle: string | null;
    recorded_at: string;
  };
  roadshow_agenda: { number: Generated<number>; round: string; document: string; recorded_at: string; event: number };
  roadshow_note: {
    number: Generated<number>;
    sheet: number;
    kind: 'clock' | 'connected' | 'fixed' | 'question';
    subject: string;
    document: string;
    reason: string | null;
    recorded_at: string;
    event: number;
  };
  answer_step: { answer: number; kind: 'undo' | 'redo'; target: number };
};
