// A broken house letter stops the start with one sentence that names the file and what is wrong in it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

test('stops the start when a letter is missing', async () => {
  await rm(join(folder, 'de', 'firm.md'));
  await expect(loadPrompts(folder)).rejects.toThrow(/step firm in de is missing/);
});

test.each([
  ['model/letter.md', /"model\/letter", model\/letter\.md, are missing/],
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
