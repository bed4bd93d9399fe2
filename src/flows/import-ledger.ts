// Takes in a file of invoices: read it, ask what is unclear, take in all of it or nothing, and give a receipt.
import { dayIn } from '../core/calendar.ts';
import type { ImportResult } from '../core/import/batch.ts';
import { type ImportPlan, planImport } from '../core/import/plan-import.ts';
import type { LineProblem } from '../core/import/problems.ts';
import type { ImportAnswers } from '../core/import/questions.ts';
import type { ReceiptDraft } from '../core/import/receipt.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { draftThanks } from './draft-courtesy.ts';
import { askToLookBack } from './look-back.ts';
import { refreshDigest } from './post-digest.ts';
import { stopStaleDrafts } from './send-approved.ts';
import { tellPaidWithAgency } from './with-agency.ts';

export type Imported = {
  readonly kind: 'imported';
  readonly receipt: ReceiptDraft;
  readonly result: ImportResult;
};

export type Asked = {
  readonly kind: 'asked';
  /** The file is kept under this id until the questions are answered. */
  readonly uploadId: string;
  readonly fileName: string;
  readonly plan: Extract<ImportPlan, { kind: 'ask' }>;
};

/** Nothing was changed; every reason with its line, column and value. */
export type RefusedFile = {
  readonly kind: 'refused_file';
  readonly fileName: string;
  readonly problems: readonly LineProblem[];
};

type ImportPorts = Pick<Ports, 'store' | 'clock' | 'files'>;
type File = { readonly fileName: string; readonly bytes: Uint8Array };

export async function importLedger(
  ports: ImportPorts,
  input: File & { answers: ImportAnswers; by: string },
): Promise<Imported | Asked | RefusedFile> {
  const { by, answers, ...file } = input;
  const plan = await planFile(ports, file, answers);
  if (plan.kind !== 'ask') return takeIn(ports, file, plan, by);
  const uploadId = await ports.store.keepUpload({ ...file, by, at: ports.clock.now() });
  return { kind: 'asked', uploadId, fileName: file.fileName, plan };
}

/** The same file again, with what a person answered so far. */
export async function answerImport(
  ports: ImportPorts,
  input: { uploadId: string; answers: ImportAnswers; by: string },
): Promise<Imported | Asked | RefusedFile | Refused> {
  const file = await ports.store.takeUpload(input.uploadId);
  if (!file) return { kind: 'refused', because: 'That file is no longer here. Drop it on me once more.' };
  const plan = await planFile(ports, file, input.answers);
  if (plan.kind === 'ask') return { kind: 'asked', uploadId: input.uploadId, fileName: file.fileName, plan };
  return takeIn(ports, file, plan, input.by);
}

/**
 * What follows from new books: letters that no longer fit are stopped before anybody approves them, a case that an agency
 * has and that is paid is told, who paid is to be thanked, and the digest is drawn anew.
 */
export async function afterImport(ports: Ports): Promise<void> {
  await stopStaleDrafts(ports, null);
  await tellPaidWithAgency(ports);
  await draftThanks(ports);
  await askToLookBack(ports);
  await refreshDigest(ports, 0);
}

async function planFile(
  ports: ImportPorts,
  { fileName, bytes }: File,
  answers: ImportAnswers,
): Promise<ImportPlan> {
  const file = ports.files.read(fileName, bytes);
  if (file.kind === 'refused') {
    return { kind: 'refused', problems: [{ line: null, column: null, value: null, expected: file.because }] };
  }
  const [settings, { policy }] = await Promise.all([ports.store.settings(), ports.store.policy()]);
  return planImport(file, answers, {
    today: dayIn(settings.zone, ports.clock.now()),
    currency: settings.currency,
    termsDays: policy.termsDays,
    locale: settings.locale,
    zone: settings.zone,
  });
}

async function takeIn(
  ports: ImportPorts,
  { fileName }: File,
  plan: Exclude<ImportPlan, { kind: 'ask' }>,
  by: string,
): Promise<Imported | RefusedFile> {
  if (plan.kind === 'refused') return { kind: 'refused_file', fileName, problems: plan.problems };
  const result = await ports.store.importBatch(plan.batch, by, ports.clock.now());
  return { kind: 'imported', receipt: plan.receipt, result };
}
