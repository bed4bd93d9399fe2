// A prompt file as the program understands it: a house letter with its slots, or the brief that a model gets.
import { parse } from 'yaml';
import { z } from 'zod';
import type { Letter } from '../draft.ts';
import { OCCASIONS } from '../facts.ts';
import { checkWords } from '../guard/check-words.ts';
import { missingPart } from './call-script.ts';
import { SLOT_PATTERN } from './fill-letter.ts';
import { isSlotName, SLOT_NAMES } from './slots.ts';

const frontMatter = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().min(1),
  kind: z.enum(['template', 'system']),
  step: z.enum([
    'nudge',
    'reminder',
    'question',
    'call',
    'broken_promise_call',
    'firm',
    'owner',
    'final_notice',
    'internal_review',
    ...OCCASIONS,
    'any',
  ]),
  language: z.enum(['en', 'es', 'fr', 'de', 'any']),
  /** Which history it is for; the most telling one that fits is taken. */
  when: z.enum(['always', 'first_late', 'hard_stretch', 'part_paid', 'broken_promise']),
  wish: z.enum(['none', 'softer', 'firmer', 'shorter']),
  reads: z.array(z.string()),
  answers: z.string(),
});

export type Prompt = z.infer<typeof frontMatter> & {
  readonly fileName: string;
  readonly hash: string; // SHA-256 of the file, so that a draft can be traced to the very words
  readonly text: string;
  /** Null for a system prompt. */
  readonly words: Letter | null;
};

/** @throws Error with one sentence that names the file, what is wrong in it, and what would be right. */
export function parsePrompt(fileName: string, content: string, hash: string): Prompt {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content.replace(/\r\n?/g, '\n'));
  if (!parts) throw new Error(`${fileName} must begin with front matter between two lines of ---.`);
  const head = frontMatter.safeParse(parseYaml(fileName, parts[1] ?? ''));
  if (!head.success) {
    const issue = head.error.issues[0];
    throw new Error(
      `${fileName}: front matter "${issue?.path.join('.') ?? ''}" is wrong: ${issue?.message}.`,
    );
  }
  const text = (parts[2] ?? '').trim();
  checkSlots(fileName, text, head.data.reads);
  const words = head.data.kind === 'template' ? templateWords(fileName, text) : null;
  const isScript = head.data.step === 'call' || head.data.step === 'broken_promise_call';
  const missing = words && isScript ? missingPart(words) : null;
  if (missing) throw new Error(`${fileName} is what somebody says on the phone, so it needs ${missing}.`);
  return { ...head.data, fileName, hash, text, words };
}

function parseYaml(fileName: string, text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new Error(`${fileName}: the front matter is not valid YAML.`);
  }
}

function checkSlots(fileName: string, text: string, reads: readonly string[]): void {
  for (const name of reads) {
    if (!isSlotName(name)) {
      throw new Error(
        `${fileName}: "reads" names an unknown slot "${name}"; the slots are ${SLOT_NAMES.join(', ')}.`,
      );
    }
  }
  for (const [whole, one, , name] of text.matchAll(SLOT_PATTERN)) {
    if (one !== undefined) continue;
    if (name === undefined || !isSlotName(name)) {
      throw new Error(`${fileName}: ${whole} is an unknown slot; the slots are ${SLOT_NAMES.join(', ')}.`);
    }
  }
}

function templateWords(fileName: string, text: string): Letter {
  const match = /^Subject: ([^\n]+)\n\n([\s\S]+)$/.exec(text);
  if (!match) throw new Error(`${fileName} must say "Subject: …", then an empty line, then the letter.`);
  const words = { subject: (match[1] ?? '').trim(), body: (match[2] ?? '').trim() };
  const finding = checkWords(words)[0];
  if (finding) throw new Error(`${fileName}: ${finding.why} "${finding.span?.text ?? ''}": ${finding.mend}`);
  return words;
}
