// A broken house letter stops the start with one sentence that names the file and what is wrong in it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LETTER_LANGUAGES } from '../../src/core/letter/language.ts';
import { TONES } from '../../src/core/policy.ts';
import { MODEL_STEPS } from '../../src/outside/model-instructions.ts';
import { loadPrompts } from '../../src/outside/prompt-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prompts-'));
  await cp('prompts', folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function change(name: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(folder, name);
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`${name} does not hold ${from}`);
  await writeFile(path, after);
}

test('loads every house letter with a hash of its own', async () => {
  const prompts = await loadPrompts(folder);
  expect(prompts.length).toBeGreaterThan(50);
  expect(new Set(prompts.map(({ hash }) => hash)).size).toBe(prompts.length);
});

test.each([
  [
    'an unknown slot',
    '{{total_open}}',
    '{{grand_total}}',
    /reminder\.md: \{\{grand_total\}\} is an unknown slot/,
  ],
  [
    'a figure outside a slot',
    'This may simply',
    'These 3 may simply',
    /reminder\.md: A figure stands outside a slot.*"3"/,
  ],
  [
    'a date outside a slot',
    'This may simply',
    'On October this may',
    /reminder\.md: A date stands outside a slot/,
  ],
  [
    'a link outside a slot',
    'This may simply',
    'See https://pay.example this may',
    /reminder\.md: A link stands outside/,
  ],
  ['an unknown step', 'step: reminder', 'step: remainder', /reminder\.md: front matter "step" is wrong/],
  ['no front matter', '---', '***', /reminder\.md must begin with front matter/],
  ['no subject', 'Subject: ', 'Topic: ', /reminder\.md must say "Subject/],
])('stops the start at %s', async (_, from, to, message) => {
  await change('en/reminder.md', from, to);
  await expect(loadPrompts(folder)).rejects.toThrow(message);
});

test.each(LETTER_LANGUAGES.flatMap((language) => MODEL_STEPS.map((step) => ({ language, step }))))(
  'stops the start when the letter for $step in $language is missing',
  async ({ language, step }) => {
    await rm(join(folder, language, `${step.replace('_', '-')}.md`));
    await expect(loadPrompts(folder)).rejects.toThrow(
      new RegExp(`The house letter for step ${step} in ${language} is missing from .+ Restore it`),
    );
  },
);

test('a letter for one history or one wish does not stand in for the one for all', async () => {
  await rm(join(folder, 'en', 'thank-you.md'));
  await expect(loadPrompts(folder)).rejects.toThrow(/step thank_you in en is missing/);
});

test.each([
  ['model/house-style.md', /"model\/house-style", model\/house-style\.md, are missing/],
  ['model/firm.md', /for the step firm, model\/firm\.md, are missing/],
  ['model/final-notice.md', /for the step final_notice, model\/final-notice\.md, are missing/],
  ['model/check-in.md', /for the step check_in, model\/check-in\.md, are missing/],
  ['read-reply.md', /"read-reply", read-reply\.md, are missing/],
])('stops the start when the model’s instructions in %s are missing', async (name, message) => {
  await rm(join(folder, name));
  await expect(loadPrompts(folder)).rejects.toThrow(message);
});

test('stops the start when the instructions have another id', async () => {
  await change('read-reply.md', 'id: read-reply', 'id: read-replies');
  await expect(loadPrompts(folder)).rejects.toThrow(/id "read-reply"/);
});

test('stops the start when two letters have one id', async () => {
  await change('en/firm.md', 'id: en/firm', 'id: en/owner');
  await expect(loadPrompts(folder)).rejects.toThrow(/same id "en\/owner"/);
});

test('stops the start when two letters are for the same', async () => {
  await cp(join(folder, 'en', 'firm.md'), join(folder, 'en', 'firm-again.md'));
  await change('en/firm-again.md', 'id: en/firm', 'id: en/firm-again');
  await expect(loadPrompts(folder)).rejects.toThrow(
    /firm\.md and \S+firm-again\.md are for the same \(firm, en, /,
  );
});

test('stops the start when a model is told of one step twice', async () => {
  await cp(join(folder, 'model', 'firm.md'), join(folder, 'model', 'firmer.md'));
  await change('model/firmer.md', 'id: model/firm', 'id: model/firmer');
  await expect(loadPrompts(folder)).rejects.toThrow(/firm\.md and \S+firmer\.md are both for the step firm/);
});

test('stops the start at an unknown slot in what a model is told', async () => {
  await change('model/owner.md', '{{last_letter}}', '{{last_call}}');
  await expect(loadPrompts(folder)).rejects.toThrow(/owner\.md: \{\{last_call\}\} is an unknown slot/);
});

test('what a model is told names in "reads" just the slots that it speaks of, and a tone for every step', async () => {
  const told = (await loadPrompts(folder)).filter(
    ({ id }) => id.startsWith('model/') && id !== 'model/assistant',
  );
  expect(told).toHaveLength(MODEL_STEPS.length + 1);
  for (const { id, text, reads } of told) {
    const spokenOf = [...text.matchAll(/\{\{([a-z_]+)\}\}/g)].map(([, name]) => name);
    expect([id, [...reads].sort()]).toEqual([id, [...new Set(spokenOf)].sort()]);
    for (const tone of id === 'model/house-style' ? TONES : []) expect(text).toContain(`- ${tone}: `);
    if (id !== 'model/house-style') expect(text).toContain('How the tones sound here');
  }
});
