// A call: its script in the case's thread, and what came of it kept once, whoever presses and however often.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Shell } from '../../src/cli/command.ts';
import { draft } from '../../src/cli/letters.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { CallScript } from '../../src/core/letter/call-script.ts';
import { money } from '../../src/core/money.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import { draftMessage, writeLetter } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { logCall } from '../../src/flows/log-call.ts';
import { readLog } from '../../src/flows/read-reply.ts';
import { confirmReading } from '../../src/flows/record-outcome.ts';
import type { MessageRef } from '../../src/ports/records.ts';
import { BOOKKEEPER, morning, OWNER, owes, STRANGER, type TestPorts, testPorts } from '../fakes/ports.ts';

const INVOICES = [{ number: 'INV-1041', due: '2026-11-06', open: 920 }] as const;

let ports: TestPorts;
let acme: string;

/** 18 days late, reminded and asked: the call is next. */
beforeEach(async () => {
  ports = await testPorts('2026-09-01T12:00:00.000Z');
  acme = await owes(ports, 'Acme Robotics Inc', INVOICES);
  ports.setNow(morning('2026-11-24'));
  await owes(ports, 'Acme Robotics Inc', INVOICES);
  await wrote('reminder', '2026-11-10');
  await wrote('question', '2026-11-17');
});

async function wrote(step: string, on: '2026-11-10' | '2026-11-17'): Promise<void> {
  await ports.store.addEvent({
    customerId: acme,
    at: morning(on),
    by: OWNER,
    source: null,
    body: {
      kind: 'sent',
      draftId: step,
      step,
      currency: 'USD',
      amount: money(92_000, 'USD'),
      invoices: ['INV-1041'],
      to: 'ap@acme.example',
      subject: 'INV-1041',
    },
  });
}

async function script(): Promise<{ message: MessageRef; thread: MessageRef }> {
  const drafted = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
  if (drafted.kind !== 'scripted') throw new Error(`${drafted.kind}, not scripted`);
  const kase = await ports.store.caseOf(acme);
  if (!kase?.card) throw new Error('no case was opened');
  return { message: drafted.script, thread: kase.card };
}

const posted = (what: string) =>
  ports.said.filter((said) => said.what === what).map(({ subject }) => subject);
const outcomes = async () =>
  ((await gatherCustomer(ports, acme))?.ledger.events ?? []).flatMap(({ body, source }) =>
    body.kind === 'outcome' ? [{ ...body, source }] : [],
  );

describe('a call step', () => {
  test('puts a script with its parts into the thread, and keeps no draft', async () => {
    const { thread } = await script();
    expect(posted('postScript')).toMatchObject([
      {
        title: 'Call Acme Robotics Inc about $920.00',
        opening: expect.stringContaining('this is Olivia Owner'),
        offers: expect.arrayContaining(['A copy of invoice INV-1041.']),
        promise: null,
        theyWrite: null,
      },
    ]);
    expect(thread.channel).toBe('C0OVERDUE');
    expect(await ports.store.draftsOf(acme)).toEqual([]);
  });

  test('puts it there once, however many ask, and again when something has been recorded since', async () => {
    const { thread } = await script();
    const both = await Promise.all([1, 2].map(() => script()));
    expect(both.map(({ message }) => message)).toEqual([thread, thread]);
    expect(posted('postScript')).toHaveLength(1);
    await ports.store.addEvent({
      customerId: acme,
      at: ports.clock.now(),
      by: BOOKKEEPER,
      source: null,
      body: { kind: 'outcome', outcome: { kind: 'note', text: 'new number' }, via: null },
    });
    await script();
    expect(posted('postScript')).toHaveLength(2);
  });

  test('can be asked for again where Slack did not take the script', async () => {
    const { postScript } = ports.chat;
    ports.chat.postScript = () => Promise.reject(new Error('Slack is away'));
    await expect(script()).rejects.toThrow('Slack is away');
    ports.chat.postScript = postScript;
    await script();
    expect(posted('postScript')).toHaveLength(1);
  });

  test('offers the plan that this customer’s own terms allow', async () => {
    const customer = (await gatherCustomer(ports, acme))?.customer;
    if (!customer) throw new Error('no customer');
    const steps = DEFAULT_POLICY.steps.map((step) =>
      step.name === 'call' ? { ...step, maySay: ['plan' as const] } : step,
    );
    const terms = { policy: { steps, plan: { maxInstalments: 2, maxDays: 30, firstWithinDays: 3 } } };
    await ports.store.saveCustomer({ ...customer, terms, language: 'de' }, OWNER, ports.clock.now());
    await script();
    const [given] = posted('postScript') as CallScript[];
    expect(given?.offers[0]).toMatch(/^Up to 2 instalments over 30 days, .*the first within 3 days/);
    expect(given?.theyWrite).toBe('German');
    expect(given?.opening).toContain('Hello');
  });

  test('taken by telephone where the policy has a letter, is spoken and not read out', async () => {
    const { policy } = await ports.store.policy();
    const steps = policy.steps.map((step) =>
      step.name === 'call' ? { ...step, name: 'firm' as const, maySay: ['plan' as const] } : step,
    );
    const kept = steps.filter((step, index) => steps.findIndex(({ name }) => name === step.name) === index);
    await ports.store.savePolicy({ ...policy, steps: kept }, OWNER, ports.clock.now());
    await script();
    const [given] = posted('postScript') as CallScript[];
    expect(given).toMatchObject({ question: expect.stringContaining('Which date') });
    expect(given?.offers[0]).toContain('Up to 4 instalments');
    expect(await writeLetter(ports, acme)).toMatchObject({
      kind: 'written',
      script: { title: given?.title },
    });
  });

  test('is printed from a shell with what may be offered, and nothing is posted', async () => {
    const lines: string[] = [];
    const print = (text: string) => void lines.push(text);
    const shell = { json: false, out: print, err: print } as unknown as Shell;
    expect(await draft(ports, ['Acme'], shell)).toBe(0);
    expect(lines[0]).toBe('Call: no phone number is recorded');
    expect(lines.join('\n')).toMatch(/Ask: Which date[\s\S]*You may offer:\n- A copy of invoice INV-1041\./);
    expect(lines.join('\n')).toMatch(/Leave out:\n- No instalments[\s\S]*Nothing to object/);
    expect(posted('postScript')).toEqual([]);
  });

  test('after a broken promise quotes it, with a link to where it was noted', async () => {
    await ports.store.addEvent({
      customerId: acme,
      at: morning('2026-11-17'),
      by: BOOKKEEPER,
      source: { channel: 'C0OVERDUE', ts: '1763000000.000100', quote: 'Dana: 500 by Wednesday' },
      body: {
        kind: 'outcome',
        outcome: { kind: 'promise', amount: money(50_000, 'USD'), date: '2026-11-18', invoices: [] },
        via: 'call',
      },
    });
    await script();
    expect(posted('postScript')).toMatchObject([
      {
        know: expect.arrayContaining(['The sum that was named: $500.00.']),
        promise: {
          quote: 'Dana: 500 by Wednesday',
          by: BOOKKEEPER,
          on: 'Tue Nov 17',
          link: 'https://slack.example/C0OVERDUE/1763000000.000100',
        },
      },
    ]);
  });
});

describe('what came of it', () => {
  let at: { message: MessageRef; thread: MessageRef };
  beforeEach(async () => {
    at = await script();
  });

  async function log(text: string, author = BOOKKEEPER, outcome: Outcome | null = null) {
    const { message, thread } = at;
    return logCall(ports, { customerId: acme, script: message, thread, text, outcome, via: 'call', author });
  }
  async function logged(text: string, author?: string, outcome?: Outcome) {
    const done = await log(text, author, outcome);
    if (done.kind === 'refused') throw new Error(done.because);
    return done;
  }

  test('is asked about, kept with the script, and recorded when somebody confirms it', async () => {
    const { pending, isOurs, at: when } = await logged('spoke to Dana, they will pay 500 by Friday');
    expect({ isOurs, when }).toEqual({ isOurs: true, when: ports.clock.now() });
    expect(pending.source).toEqual({ ...at.message, quote: 'spoke to Dana, they will pay 500 by Friday' });
    expect(await outcomes()).toEqual([]);
    await confirmReading(ports, { readingId: pending.id, by: OWNER, choice: null });
    expect(await outcomes()).toMatchObject([
      { outcome: { kind: 'promise', date: '2026-11-27' }, via: 'call', source: at.message },
    ]);
    const verdicts = (await gatherCustomer(ports, acme))?.verdicts;
    expect(verdicts).toMatchObject([{ kind: 'leave', reason: 'promised' }]);
  });

  test.each(['thanks everybody, nice one 👍', 'lol'])(
    'that means nothing is kept as a note: %s',
    async (words) => {
      const { pending } = await logged(words);
      expect(pending.reading).toMatchObject({
        items: [{ outcome: { kind: 'note', text: words } }],
        via: 'call',
      });
    },
  );

  test('by the form is taken as it was chosen', async () => {
    const { pending } = await logged('Nobody answered', BOOKKEEPER, { kind: 'no_answer' });
    expect(pending.reading).toMatchObject({ items: [{ outcome: { kind: 'no_answer' } }], by: 'person' });
  });

  test('pressed twice is one record', async () => {
    const both = await Promise.all([logged('LVM'), logged('LVM')]);
    expect(new Set(both.map(({ pending }) => pending.id)).size).toBe(1);
    expect(both.map(({ isOurs }) => isOurs)).toEqual([true, true]);
    expect(posted('postReading')).toHaveLength(1);
  });

  test('by two people is the record of the first, and the second is told', async () => {
    const first = await logged('LVM');
    const second = await logged('they paid yesterday', OWNER);
    expect(second.isOurs).toBe(false);
    expect(second.pending).toMatchObject({ id: first.pending.id, author: BOOKKEEPER });
    expect(second.pending.source.quote).toBe('LVM');
    expect(posted('postReading')).toHaveLength(1);
  });

  test('whose card was lost in a crash is asked about at the next press', async () => {
    const { postReading } = ports.chat;
    ports.chat.postReading = () => Promise.reject(new Error('killed'));
    await expect(log('LVM')).rejects.toThrow('killed');
    ports.chat.postReading = postReading;
    const { pending, isOurs } = await logged('something else', OWNER);
    expect({ isOurs, quote: pending.source.quote }).toEqual({ isOurs: false, quote: 'LVM' });
    expect(posted('postReading')).toMatchObject([{ author: BOOKKEEPER }]);
    expect((await ports.store.readingOf(at.message))?.card).not.toBeNull();
  });

  test.each([
    ['another thread', () => ({ thread: { channel: 'C0GENERAL', ts: '1.1' } })],
    ['another customer', () => ({ customerId: STRANGER })],
  ])('in %s is refused, and nothing is kept', async (_what, over) => {
    const { message, thread } = at;
    const input = { customerId: acme, script: message, thread, text: 'LVM', author: BOOKKEEPER };
    const done = await logCall(ports, { ...input, outcome: null, via: 'call', ...over() });
    expect(done.kind).toBe('refused');
    expect(await ports.store.readingOf(message)).toBeNull();
  });
});

test('words of a form are repeated in the thread as words: they call nobody', async () => {
  const { thread } = await script();
  const log = { customerId: acme, thread, outcome: null, via: 'call', author: BOOKKEEPER } as const;
  await readLog(ports, { ...log, text: '<!channel> R&D will pay 500 by Friday' });
  expect(posted('say')).toEqual([`<@${BOOKKEEPER}> logged: &lt;!channel&gt; R&amp;D will pay 500 by Friday`]);
});
