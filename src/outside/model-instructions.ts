// What a model is told before anything else: the house style and the step's own part for a letter, one text for a reply.
import { createHash } from 'node:crypto';
import type { DraftFacts, Occasion } from '../core/facts.ts';
import type { Prompt } from '../core/letter/prompt.ts';
import { OutsideError } from '../core/outside-error.ts';

const HOUSE_STYLE = { id: 'model/house-style', file: 'model/house-style.md' } as const;
const ASSISTANT = { id: 'model/assistant', file: 'model/assistant.md' } as const;
const READ_REPLY = { id: 'read-reply', file: 'read-reply.md' } as const;

/**
 * The letters that a model writes, and the file of each. Scripts and reviews are for our own people and never asked for.
 * What offers or hands over something, or only says that a paper is attached, is in the house's words: there a model has
 * nothing to add and much to invent.
 */
const STEP_FILES = {
  nudge: 'model/nudge.md',
  reminder: 'model/reminder.md',
  question: 'model/question.md',
  firm: 'model/firm.md',
  owner: 'model/owner.md',
  final_notice: 'model/final-notice.md',
  thank_you: 'model/thank-you.md',
  check_in: 'model/check-in.md',
  promise_noted: 'model/promise-noted.md',
  plan_offer: 'model/plan-offer.md',
  instalment_note: 'model/instalment-note.md',
  dispute_received: 'model/dispute-received.md',
  dispute_credited: 'model/dispute-credited.md',
  dispute_corrected: 'model/dispute-corrected.md',
  dispute_stands: 'model/dispute-stands.md',
} as const satisfies Partial<Record<DraftFacts['step'] | Occasion, string>>;

export type ModelStep = keyof typeof STEP_FILES;

export const MODEL_STEPS = Object.keys(STEP_FILES) as ModelStep[];

/** Null: a script or a review, which the house alone writes. */
export function modelStepOf({ step, occasion }: Pick<DraftFacts, 'step' | 'occasion'>): ModelStep | null {
  const wanted = occasion ?? step;
  return MODEL_STEPS.find((each) => each === wanted) ?? null;
}

export type Instructions = {
  readonly id: string;
  readonly version: number;
  /** Over every word that the model is told here, so that a change of either file shows. */
  readonly hash: string;
  readonly text: string;
};

/** `id` and `version` are the step's own. @throws Error where `loadPrompts` did not make these prompts. */
export function letterInstructions(prompts: readonly Prompt[], step: ModelStep): Instructions {
  const style = byId(prompts, HOUSE_STYLE.id);
  const own = prompts.find((each) => each.kind === 'system' && each.step === step);
  if (!own) throw new Error(`no instructions for the step ${step}`);
  const hash = createHash('sha256').update(`${style.hash}\n${own.hash}`).digest('hex');
  return { id: own.id, version: own.version, hash, text: `${style.text}\n\n${own.text}` };
}

/** @throws Error where `loadPrompts` did not make these prompts. */
export function replyInstructions(prompts: readonly Prompt[]): Instructions {
  return byId(prompts, READ_REPLY.id);
}

/** @throws Error where `loadPrompts` did not make these prompts. */
export function assistantInstructions(prompts: readonly Prompt[]): Instructions {
  return byId(prompts, ASSISTANT.id);
}

function byId(prompts: readonly Prompt[], wanted: string): Prompt {
  const found = prompts.find(({ id, kind }) => id === wanted && kind === 'system');
  if (!found) throw new Error(`no instructions with the id ${wanted}`);
  return found;
}

/** @throws OutsideError 'file', one sentence, where a part is missing or there twice. */
export function checkInstructions(prompts: readonly Prompt[], folder: string): void {
  const system = prompts.filter(({ kind }) => kind === 'system');
  for (const { id, file } of [HOUSE_STYLE, READ_REPLY, ASSISTANT]) {
    if (!system.some((each) => each.id === id)) throw missing(`with the id "${id}"`, file, folder);
  }
  for (const step of MODEL_STEPS) {
    const [own, second] = system.filter((each) => each.step === step);
    if (!own) throw missing(`for the step ${step}`, STEP_FILES[step], folder);
    if (second) {
      const files = `${own.fileName} and ${second.fileName}`;
      throw new OutsideError('file', `${files} are both for the step ${step} of a model; keep one.`, false);
    }
  }
}

function missing(which: string, file: string, folder: string): OutsideError {
  return new OutsideError(
    'file',
    `The instructions for the model ${which}, ${file}, are missing from ${folder}. Restore them from the repository.`,
    false,
  );
}
