// The day's budget of a model: held before every call, filled after it, by letters and replies alike; and its rest.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../src/core/calendar.ts';
import type { ModelUsage } from '../../src/core/model-budget.ts';
import type { ModelBudget } from '../../src/core/settings.ts';
import { makeRest } from '../../src/outside/model-rest.ts';
import { loadPrompts } from '../../src/outside/prompt-files.ts';
import { makeReader } from '../../src/outside/reader.ts';
import { makeWriter } from '../../src/outside/writer.ts';
import type { Store } from '../../src/ports/store.ts';
import { exampleFacts } from '../core/letter/letter-facts.ts';
import { contextFor } from '../core/reading/replies/meaning.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';
import { SETTINGS } from '../fakes/ports.ts';
import {
  GOOD_LETTER,
  type ModelScript,
  type ScriptedModel,
  startScriptedModel,
} from '../fakes/scripted-model.ts';
import { modelOver } from '../fakes/workspace-model.ts';

const prompts = await loadPrompts();
const CONTEXT = contextFor('en');
const NOON: Instant = '2026-11-24T17:00:00.000Z'; // 12:00 in New York
const TODAY = '2026-11-24';

let model: ScriptedModel;
let store: Store;
let now: Instant;
beforeEach(async () => {
  model = await startScriptedModel();
  store = createMemoryStore();
  now = NOON;
  return () => model.close();
});

async function budget(over: Partial<ModelBudget>): Promise<void> {
  const modelBudget = { ...SETTINGS.modelBudget, ...over };
  await store.saveSettings({ ...SETTINGS, zone: 'America/New_York', modelBudget }, 'U0OLIVIA', NOON);
}

const own = (of: Store = store) => modelOver(model, { prompts, store: of, timeoutMs: 300, now: () => now });
const write = () => makeWriter({ model: own(), prompts }).write(exampleFacts(), null);
const read = (reply = "spoke to accounts, they'll pay 500 by Friday") =>
  makeReader({ model: own(), prompts }).read(reply, CONTEXT);
const used = (): Promise<ModelUsage> => store.modelUsage(TODAY);
const USED_UP = 'Today’s budget for the model is used up, so this is our own house letter.';

describe('the budget of a day', () => {
  test('counts the calls, tokens and time of letters and replies alike', async () => {
    model.play({ kind: 'slow', delayMs: 60, next: { kind: 'costs', tokens: 700, next: GOOD_LETTER } });
    await write();
    model.play({ kind: 'costs', tokens: 50, next: { kind: 'says', content: '{"via":null,"items":[]}' } });
    await read();
    expect(await used()).toMatchObject({ calls: 2, tokens: 750 });
    expect((await used()).millis).toBeGreaterThanOrEqual(60);
  });

  test.each<readonly [string, Partial<ModelBudget>, number]>([
    ['calls', { calls: 2 }, 2],
    ['tokens', { tokens: 1000 }, 2],
    ['calls, where it is nothing', { calls: 0 }, 0],
    ['tokens, where it is nothing', { tokens: 0 }, 0],
    ['seconds, where it is nothing', { seconds: 0 }, 0],
  ])('of %s: beyond it no model is asked, and the card says so', async (_, over, calls) => {
    await budget(over);
    model.play({ kind: 'costs', tokens: 500, next: GOOD_LETTER });
    for (let letters = 0; letters < calls; letters += 1)
      expect((await write()).authorship).toMatchObject({ kind: 'model', note: null });
    const { findings, authorship } = await write();
    expect(authorship).toMatchObject({ kind: 'template', note: USED_UP });
    expect(findings).toEqual([]);
    expect(await read()).toMatchObject({ kind: 'outcomes', by: 'grammar' });
    expect(model.asked).toHaveLength(calls);
    expect((await used()).calls).toBe(calls);
  });

  test('of seconds: beyond it no model is asked', async () => {
    await budget({ seconds: 1 });
    await store.addModelUsage(TODAY, { calls: 1, tokens: 1, millis: 999 });
    expect((await write()).authorship.kind).toBe('model');
    expect((await write()).authorship.note).toBe(USED_UP);
  });

  test('that is used up between two tries leaves the second out', async () => {
    await budget({ calls: 1 });
    model.play({ kind: 'refusal' }, GOOD_LETTER);
    expect((await write()).authorship.note).toBe(USED_UP);
    expect(model.asked).toHaveLength(1);
  });

  test('begins anew at midnight where the business is, not before', async () => {
    await budget({ calls: 1 });
    expect((await write()).authorship.kind).toBe('model');
    now = '2026-11-25T04:59:00.000Z'; // 23:59 in New York
    expect((await write()).authorship.note).toBe(USED_UP);
    now = '2026-11-25T05:01:00.000Z';
    expect((await write()).authorship.kind).toBe('model');
    expect((await store.modelUsage('2026-11-25')).calls).toBe(1);
  });

  test('is each workspace’s own', async () => {
    await budget({ calls: 1 });
    await write();
    const other = createMemoryStore();
    const writer = makeWriter({ model: own(other), prompts });
    expect((await writer.write(exampleFacts(), null)).authorship.kind).toBe('model');
  });

  test('is overshot by no more than the calls on their way', async () => {
    await budget({ calls: 3 });
    const writer = makeWriter({ model: own(), prompts });
    await Promise.all(Array.from({ length: 5 }, () => writer.write(exampleFacts(), null)));
    await writer.write(exampleFacts(), null);
    expect((await used()).calls).toBeLessThanOrEqual(5);
    expect((await used()).calls).toBe(model.asked.length);
  });

  test.each<readonly [string, ModelScript, number, number]>([
    ['is busy', { kind: 'status', status: 429 }, 1, 0],
    ['has a fault', { kind: 'status', status: 500 }, 2, 0],
    ['falls silent', { kind: 'trickle' }, 1, 1000],
    ['breaks off', { kind: 'cut' }, 2, 2000],
    ['refuses', { kind: 'refusal' }, 2, 4],
    ['does not say what it cost', { kind: 'costs', tokens: null, next: GOOD_LETTER }, 1, 1000],
    ['says it cost nothing', { kind: 'costs', tokens: 0, next: GOOD_LETTER }, 1, 1000],
    ['says it earned something', { kind: 'costs', tokens: -5_000, next: GOOD_LETTER }, 1, 1000],
    ['says what no number is', { kind: 'costs', tokens: 'much', next: GOOD_LETTER }, 1, 1000],
  ])('counts a model that %s', async (_, script, calls, atLeast) => {
    model.play(script);
    await write();
    const { calls: counted, tokens } = await used();
    expect(counted).toBe(calls);
    expect(tokens).toBeGreaterThanOrEqual(atLeast);
    expect(tokens).toBeLessThan(atLeast === 0 ? 1 : 12_000);
  });

  test('believes no price beyond reason, and holds on to the rest of the day', async () => {
    model.play({ kind: 'costs', tokens: 9e15, next: GOOD_LETTER });
    expect((await write()).authorship.kind).toBe('model');
    expect((await used()).tokens).toBe(1_000_000);
    expect((await write()).authorship.note).toBe(USED_UP);
  });
});

describe('a store that fails', () => {
  const broken = (part: Partial<Store>): Store => ({ ...store, ...part });
  const fails = async () => {
    throw new Error('the database is gone');
  };

  test.each(['settings', 'modelUsage', 'customerNames'] as const)(
    'in %s: no model is asked',
    async (part) => {
      const failing = own(broken({ [part]: fails }));
      const { authorship } = await makeWriter({ model: failing, prompts }).write(exampleFacts(), null);
      expect(authorship.kind).toBe('template');
      expect(authorship.note).toMatch(
        /could not be looked up, so this is our own|has cost today, so this is our own/,
      );
      const reading = await makeReader({ model: failing, prompts }).read(
        "they'll pay 500 by Friday",
        CONTEXT,
      );
      expect(reading).toMatchObject({ kind: 'outcomes', by: 'grammar' });
      expect(model.asked).toHaveLength(0);
    },
  );

  test('in writing down what was used: it is written down with the next, and counts until then', async () => {
    await budget({ calls: 2 });
    let isBroken = true;
    const add = store.addModelUsage;
    const writer = makeWriter({
      model: own(broken({ addModelUsage: (day, more) => (isBroken ? fails() : add(day, more)) })),
      prompts,
    });
    expect((await writer.write(exampleFacts(), null)).authorship.kind).toBe('model');
    expect((await used()).calls).toBe(0);
    isBroken = false;
    expect((await writer.write(exampleFacts(), null)).authorship.kind).toBe('model');
    expect((await used()).calls).toBe(2);
    expect((await writer.write(exampleFacts(), null)).authorship.note).toBe(USED_UP);
  });
});

describe('the rest of a model that fails', () => {
  test('begins with the third failure in a row, ends by itself, and one more failure begins it anew', () => {
    let nowMs = 1000;
    const rest = makeRest(() => nowMs);
    rest.failed();
    rest.failed();
    rest.answered();
    rest.failed();
    rest.failed();
    expect(rest.isOn()).toBe(false);
    rest.failed();
    expect(rest.isOn()).toBe(true);
    nowMs += 5 * 60_000 - 1;
    expect(rest.isOn()).toBe(true);
    nowMs += 1;
    expect(rest.isOn()).toBe(false);
    rest.failed();
    expect(rest.isOn()).toBe(true);
    nowMs += 5 * 60_000;
    rest.answered();
    rest.failed();
    expect(rest.isOn()).toBe(false);
  });
});
