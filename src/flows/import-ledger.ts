// Takes in a file of invoices: read it, ask what is unclear, take in all of it or nothing, and give a receipt.
import { dayIn } from '../core/calendar.ts';
import type { ImportResult } from '../core/import/batch.ts';
import { type ImportPlan, planImport } from '../core/import/plan-import.ts';
import { describeProblems, type LineProblem } from '../core/import/problems.ts';
import type { ImportAnswers } from '../core/import/questions.ts';
import type { ReceiptDraft } from '../core/import/receipt.ts';
import type { Ports, Refused } from '../ports.ts';
import { stopStaleDrafts } from './send-approved.ts';

export type Imported = {
  readonly kind: 'imported';
  readonly receipt: ReceiptDraft;
  readonly result: ImportResult;
  readonly plan: Extract<ImportPlan, { kind: 'ready' }>;
};

export type Asked = {
  readonly kind: 'asked';
  /** The file is kept under this id until the questions are answered. */
  readonly uploadId: string;
  readonly fileName: string;
  readonly plan: Extract<ImportPlan, { kind: 'ask' }>;
  readonly answers: ImportAnswers;
};

export async function importLedger(
  ports: Pick<Ports, 'store' | 'clock' | 'files'>,
  input: { fileName: string; bytes: Uint8Array; answers: ImportAnswers; by: string },
): Promise<Imported | Asked | Refused> {
  const { fileName, bytes, answers, by } = input;
  const file = ports.files.read(fileName, bytes);
  if (file.kind === 'refused') return file;
  const [settings, { policy }] = await Promise.all([ports.store.settings(), ports.store.policy()]);
  const now = ports.clock.now();
  const plan = planImport(file, answers, {
    today: dayIn(settings.zone, now),
    currency: settings.currency,
    termsDays: policy.termsDays,
    locale: settings.locale,
    zone: settings.zone,
  });
  switch (plan.kind) {
    case 'refused':
      return { kind: 'refused', because: refusalWords(fileName, plan.problems) };
    case 'ask': {
      const uploadId = await ports.store.keepUpload({ fileName, bytes, by, at: now });
      return { kind: 'asked', uploadId, fileName, plan, answers };
    }
    case 'ready': {
      const result = await ports.store.importBatch(plan.batch, by, now);
      return { kind: 'imported', receipt: plan.receipt, result, plan };
    }
  }
}

/** The same file again, with what a person answered. */
export async function answerImport(
  ports: Pick<Ports, 'store' | 'clock' | 'files'>,
  input: { uploadId: string; answers: ImportAnswers; by: string },
): Promise<Imported | Asked | Refused> {
  const upload = await ports.store.takeUpload(input.uploadId);
  if (!upload) return { kind: 'refused', because: 'That file is no longer here. Drop it on me once more.' };
  return importLedger(ports, { ...upload, answers: input.answers, by: input.by });
}

/** What follows from new books: letters that no longer fit are stopped before anybody approves them. */
export async function afterImport(ports: Ports): Promise<void> {
  await stopStaleDrafts(ports, null);
}

function refusalWords(fileName: string, problems: readonly LineProblem[]): string {
  return [`${fileName} was not imported, and nothing was changed:`, ...describeProblems(problems)].join('\n');
}
