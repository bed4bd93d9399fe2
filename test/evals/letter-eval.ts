// Writes the letters with the real writer and a real model, and scores them: checks passed, slots, length, and a judge.
import { z } from 'zod';
import type { Letter } from '../../src/core/draft.ts';
import { checkLetter } from '../../src/core/guard/check-letter.ts';
import { checkWords } from '../../src/core/guard/check-words.ts';
import { fillLetter } from '../../src/core/letter/fill-letter.ts';
import { leftOutOf, mustHold } from '../../src/core/letter/must-hold.ts';
import type { Prompt } from '../../src/core/letter/prompt.ts';
import type { ModelUsage } from '../../src/core/model-budget.ts';
import { OutsideError } from '../../src/core/outside-error.ts';
import { fenced } from '../../src/outside/untrusted.ts';
import type { WorkspaceModel } from '../../src/outside/workspace-model.ts';
import { makeWriter } from '../../src/outside/writer.ts';
import type { LetterCase } from './letter-cases.ts';

export type LetterScore = {
  readonly of: LetterCase;
  readonly outcome: 'first' | 'retry' | 'house';
  /** Why the house letter had to do; null where it had not. */
  readonly note: string | null;
  /** Of every answer that was sent back, what the guard said. */
  readonly findings: readonly string[];
  readonly words: number;
  /** Of the slots that the step requires, how many are there. */
  readonly slots: { readonly held: number; readonly required: number };
  readonly judged: { readonly kindness: number; readonly firmness: number; readonly why: string } | null;
  readonly letter: Letter;
  readonly usage: ModelUsage;
};

/** A model with a ledger of its own of what it was asked, so that letters can be written side by side. */
export type OpenModel = () => { readonly model: WorkspaceModel; usage(): Promise<ModelUsage> };

export async function scoreLetter(
  of: LetterCase,
  prompts: readonly Prompt[],
  open: OpenModel,
  judge: { readonly open: OpenModel; readonly instructions: string },
): Promise<LetterScore> {
  const { model, usage } = open();
  const answers: Letter[] = [];
  const recording: WorkspaceModel = {
    ...model,
    ask: async (question) => {
      const answer = await model.ask(question);
      if (answer.kind === 'given') answers.push(answer.value as Letter);
      return answer;
    },
  };
  const { letter, authorship } = await makeWriter({ model: recording, prompts }).write(of.facts, null);
  const used = await usage();
  const isModel = authorship.kind === 'model';
  const refused = isModel ? answers.slice(0, -1) : answers;
  const words = authorship.words ?? letter;
  const required = mustHold(of.step).length;
  const leftOut = leftOutOf(words, of.facts).length;
  return {
    of,
    outcome: isModel ? (used.calls === 1 ? 'first' : 'retry') : 'house',
    note: authorship.note,
    findings: refused.flatMap((answer) => codesOf(answer, of)),
    words: words.body.replace(/\{\{[^}]*\}\}/g, ' ').match(/[\p{L}'’-]+/gu)?.length ?? 0,
    slots: { held: required - leftOut, required },
    judged: isModel ? await judgedBy(judge, of, letter) : null,
    letter,
    usage: used,
  };
}

function codesOf(answer: Letter, { facts }: LetterCase): string[] {
  const ofWords = checkWords(answer).map(({ code }) => code);
  if (ofWords.length > 0) return [...new Set(ofWords)];
  const { letter, problems } = fillLetter(answer, facts);
  const found = checkLetter(letter, facts).map(({ code }) => code);
  return [...new Set([...found, ...problems, ...leftOutOf(answer, facts)])];
}

const judgement = z.strictObject({
  kindness: z.number().int().min(1).max(5),
  firmness: z.number().int().min(1).max(5),
  why: z.string().max(500),
});

const JUDGE_TOKENS = 300;
const JUDGE_TIMEOUT_MS = 30_000;
const MAX_LETTER_CHARS = 6_000;

/** Null where the judge failed: a letter without a score is no bad letter. */
async function judgedBy(
  { open, instructions }: { readonly open: OpenModel; readonly instructions: string },
  { step, tone }: LetterCase,
  { subject, body }: Letter,
): Promise<LetterScore['judged']> {
  const asked = `It was to be: ${step.replaceAll('_', ' ')}, ${tone} in tone.`;
  try {
    const answer = await open().model.ask({
      turns: [
        { role: 'system', content: instructions },
        { role: 'user', content: `${asked}\n${fenced(`Subject: ${subject}\n\n${body}`, MAX_LETTER_CHARS)}` },
      ],
      format: { name: 'judgement', schema: judgement },
      maxTokens: JUDGE_TOKENS,
      timeoutMs: JUDGE_TIMEOUT_MS,
    });
    return answer.kind === 'given' ? answer.value : null;
  } catch (error) {
    if (error instanceof OutsideError) return null;
    throw error;
  }
}
