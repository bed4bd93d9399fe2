// Reads the prompt files at the start, checks each, and stops the start with one sentence where one is broken.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OCCASIONS } from '../core/facts.ts';
import { LETTER_LANGUAGES } from '../core/letter/language.ts';
import { type Prompt, parsePrompt } from '../core/letter/prompt.ts';
import { OutsideError } from '../core/outside-error.ts';
import { checkInstructions } from './model-instructions.ts';

/** Without one of these there is a step, or an occasion, for which nothing can be written where no model is. */
const BASE_LETTERS = [
  'nudge',
  'reminder',
  'question',
  'firm',
  'owner',
  'final_notice',
  'hand_over',
  ...OCCASIONS,
] as const;
const TEAM_STEPS = ['call', 'broken_promise_call'] as const;

/** prompts/ beside src/, wherever the program was started from. */
const HOUSE_PROMPTS = fileURLToPath(new URL('../../prompts', import.meta.url));

/** @throws OutsideError 'file', whose message names the file and what to do. */
export async function loadPrompts(folder: string = HOUSE_PROMPTS): Promise<Prompt[]> {
  let names: string[];
  try {
    names = await readdir(folder, { recursive: true });
  } catch (cause) {
    throw new OutsideError(
      'file',
      `The folder of house letters, ${folder}, cannot be read. Restore it from the repository.`,
      false,
      cause,
    );
  }
  const files = names.filter((name) => name.endsWith('.md')).sort();
  const prompts = await Promise.all(files.map((name) => loadPrompt(folder, name)));
  checkComplete(prompts, folder);
  return prompts;
}

async function loadPrompt(folder: string, name: string): Promise<Prompt> {
  const path = join(folder, name);
  try {
    const content = await readFile(path, 'utf8');
    const hash = createHash('sha256').update(content).digest('hex');
    return parsePrompt(relative('.', path).split(sep).join('/'), content, hash);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new OutsideError('file', `A house letter is broken. ${why}`, false, cause);
  }
}

function checkComplete(prompts: readonly Prompt[], folder: string): void {
  const missing = (what: string) =>
    new OutsideError(
      'file',
      `The house letter ${what} is missing from ${folder}. Restore it from the repository.`,
      false,
    );
  const ids = new Map<string, string>();
  for (const { id, fileName } of prompts) {
    const other = ids.get(id);
    if (other)
      throw new OutsideError(
        'file',
        `${fileName} and ${other} have the same id "${id}"; give one another.`,
        false,
      );
    ids.set(id, fileName);
  }
  checkDoubled(prompts);
  const has = (step: string, language: string) =>
    prompts.some(
      (each) =>
        each.step === step && each.language === language && each.when === 'always' && each.wish === 'none',
    );
  for (const language of LETTER_LANGUAGES) {
    for (const step of BASE_LETTERS)
      if (!has(step, language)) throw missing(`for step ${step} in ${language}`);
  }
  for (const step of TEAM_STEPS) if (!has(step, 'en')) throw missing(`for step ${step} in en`);
  checkInstructions(prompts, folder);
}

/** Of two letters for one purpose only the first would ever be written, and nobody would know why. */
function checkDoubled(prompts: readonly Prompt[]): void {
  const known = new Map<string, string>();
  for (const { kind, step, language, when, wish, fileName } of prompts) {
    if (kind !== 'template') continue;
    const purpose = [step, language, when, wish].join(', ');
    const other = known.get(purpose);
    if (other)
      throw new OutsideError(
        'file',
        `${fileName} and ${other} are for the same (${purpose}); keep one.`,
        false,
      );
    known.set(purpose, fileName);
  }
}
