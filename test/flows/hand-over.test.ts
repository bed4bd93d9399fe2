// A hand-over, a write-off and a review, against fakes: who may, how often, and what is refused with which sentence.
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyPack } from '../../src/cli/verify-pack.ts';
import type { Agency } from '../../src/core/agencies.ts';
import { addDays, type Day } from '../../src/core/calendar.ts';
import type { CaseEvent } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import type { RequestView } from '../../src/core/request-view.ts';
import { setTerms } from '../../src/flows/change-customer.ts';
import { approveDraft } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { makeStatement } from '../../src/flows/give-statement.ts';
import { givePack } from '../../src/flows/give-timeline.ts';
import { agreeToHandOver, askHandOver } from '../../src/flows/hand-over.ts';
import { afterImport } from '../../src/flows/import-ledger.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { decline } from '../../src/flows/requests.ts';
import { decideReview, showReview } from '../../src/flows/review-case.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { callBack, logAgencyUpdate } from '../../src/flows/with-agency.ts';
import { agreeToWriteOff, askWriteOff, endWriteOff } from '../../src/flows/write-off.ts';
import {
  BOOKKEEPER,
  morning,
  OWNER,
  owes,
  SETTINGS,
  STRANGER,
  type TestPorts,
  testPorts,
} from '../fakes/ports.ts';

const DAY: Day = '2026-11-24';
const AGENCY: Agency = {
  id: 'fair',
  name: 'Fair Collect',
  contact: 'Gil, gil@fair.example',
  licence: 'NY 1234',
  feePercent: 20,
  reporting: 'every week',
  references: '',
  notes: '',
  marks: { respect: 5, licence: 4, fees: 3, reporting: 4, references: 4 },
};
const INVOICES = [
  { number: 'INV-7', due: addDays(DAY, -75), open: 900 },
  { number: 'INV-8', due: addDays(DAY, -70), open: 300 },
];

let ports: TestPorts;
let acme: string;

/** 75 days late; the final notice went out 18 days ago. */
beforeEach(async () => {
  ports = await testPorts(morning(addDays(DAY, -90)));
  await ports.store.saveSettings({ ...SETTINGS, agencies: [AGENCY] }, OWNER, ports.clock.now());
  acme = await owes(ports, 'Acme Robotics Inc', INVOICES);
  ports.setNow(morning(DAY));
  await owes(ports, 'Acme Robotics Inc', INVOICES);
  await ports.store.addEvent({
    customerId: acme,
    at: morning(addDays(DAY, -18)),
    by: OWNER,
    source: null,
    body: {
      kind: 'sent',
      draftId: 'final',
      step: 'final_notice',
      currency: 'USD',
      amount: money(120_000, 'USD'),
      invoices: ['INV-7', 'INV-8'],
      to: 'ap@acme.example',
      subject: 'Final notice',
    },
  });
});

const events = async (): Promise<readonly CaseEvent[]> =>
  (await gatherCustomer(ports, acme))?.ledger.events ?? [];
const kinds = async () => (await events()).map(({ body }) => body.kind);
const card = { channel: 'C0OVERDUE', ts: '1.1' };
const askedFor = async (by = BOOKKEEPER) => {
  const said = await askHandOver(ports, {
    customerId: acme,
    currencies: ['USD'],
    agencyId: 'fair',
    reason: 'no answer',
    by,
  });
  const requestId = (await events()).find(({ body }) => body.kind === 'hand_over_asked')?.id ?? '';
  return { said, about: (who: string) => ({ customerId: acme, requestId, by: who, card }) };
};
const reason = async () => {
  const [verdict] = (await gatherCustomer(ports, acme))?.verdicts ?? [];
  return verdict?.kind === 'leave' ? verdict.reason : verdict?.step;
};
const shown = () =>
  ports.said.filter(({ what }) => what === 'updateRequest').at(-1)?.subject as RequestView | undefined;

describe('a hand-over', () => {
  test('is asked by one and agreed to by another; only then we stop', async () => {
    const { said, about } = await askedFor();
    expect(said).toMatchObject({ kind: 'told', words: expect.stringContaining(`<@${OWNER}>`) });
    expect(await reason()).toBe('internal_review');
    expect(await agreeToHandOver(ports, about(OWNER))).toMatchObject({ kind: 'told' });
    expect(await reason()).toBe('agency');
    expect(shown()?.request).toMatchObject({ status: 'in_force', approvers: [BOOKKEEPER, OWNER] });
    const { apart, ageing } = await gatherDigest(ports);
    expect(apart).toEqual({ withAgency: [money(120_000, 'USD')], writtenOff: [] });
    expect(ageing.currencies[0]?.overdue).toEqual(money(120_000, 'USD'));
  });

  test('is not agreed to by whoever asked, nor by somebody who may not', async () => {
    const { about } = await askedFor();
    expect(await agreeToHandOver(ports, about(BOOKKEEPER))).toEqual({
      kind: 'refused',
      because: `You asked for this yourself: another person must agree. Ask <@${OWNER}>.`,
    });
    expect(await agreeToHandOver(ports, about(STRANGER))).toMatchObject({
      because: expect.stringContaining('Only an approver'),
    });
    expect(await reason()).toBe('internal_review');
  });

  test('is not agreed to when the agency was taken out of the directory in between', async () => {
    const { about } = await askedFor();
    const agencies = [{ ...AGENCY, id: 'other', name: 'Other' }];
    await ports.store.saveSettings({ ...SETTINGS, agencies }, OWNER, ports.clock.now());
    expect(await agreeToHandOver(ports, about(OWNER))).toEqual({
      kind: 'refused',
      because: 'Fair Collect was taken out of the directory. Decline this and ask again.',
    });
  });

  test('is agreed to once, however often and from however many places', async () => {
    const { about } = await askedFor();
    const answers = await Promise.all([1, 2, 3].map(() => agreeToHandOver(ports, about(OWNER))));
    expect(answers.filter(({ kind }) => kind === 'told')).toHaveLength(1);
    expect(answers.at(-1)).toEqual({ kind: 'refused', because: 'The hand-over was agreed already.' });
    expect((await kinds()).filter((kind) => kind === 'request_approved')).toHaveLength(1);
  });

  test('is refused where a dispute is open, and below the least sum', async () => {
    await ports.store.addEvent({
      customerId: acme,
      at: ports.clock.now(),
      by: OWNER,
      source: null,
      body: {
        kind: 'outcome',
        via: 'email',
        outcome: { kind: 'dispute', reason: 'goods', detail: 'broken', amount: null, invoices: ['INV-8'] },
      },
    });
    expect((await askedFor()).said).toEqual({
      kind: 'refused',
      because:
        'Acme Robotics Inc cannot be handed over now. INV-8 is in dispute. Settle that first, then press Resolve the dispute.',
    });
    expect(await kinds()).not.toContain('hand_over_asked');
    await owes(ports, 'Acme Robotics Inc', [
      { number: 'INV-7', due: addDays(DAY, -75), open: 100, total: 900 },
    ]);
    expect((await askedFor()).said).toMatchObject({
      because: expect.stringContaining('$100.00 is below the $250.00'),
    });
  });

  test('is not agreed to when something was paid in between', async () => {
    const { about } = await askedFor();
    await owes(ports, 'Acme Robotics Inc', [
      { number: 'INV-8', due: addDays(DAY, -70), open: 0, total: 300 },
    ]);
    expect(await agreeToHandOver(ports, about(OWNER))).toEqual({
      kind: 'refused',
      because:
        'Since somebody asked, what would go has changed from $1,200.00 to $900.00 (INV-7). Decline this and ask again.',
    });
    expect(await decline(ports, { ...about(OWNER), reason: 'they pay' })).toMatchObject({ kind: 'told' });
    expect(await agreeToHandOver(ports, about(OWNER))).toMatchObject({
      because: 'The hand-over was declined already.',
    });
  });

  test('counts what the agency recovers, and is called back', async () => {
    const { about } = await askedFor();
    await agreeToHandOver(ports, about(OWNER));
    const update = (recovered: number | null, fee: number | null) =>
      logAgencyUpdate(ports, {
        ...about(STRANGER),
        note: 'half came',
        recovered: recovered === null ? null : money(recovered, 'USD'),
        fee: fee === null ? null : money(fee, 'USD'),
      });
    expect(await update(null, 500)).toMatchObject({
      because: expect.stringContaining('on nothing recovered'),
    });
    expect(await update(30_000, 6_000)).toMatchObject({ kind: 'told' });
    expect(await update(30_000, 6_000)).toMatchObject({ kind: 'told' });
    expect(shown()?.request.updates).toHaveLength(2);
    expect(await callBack(ports, { ...about(OWNER), why: 'paid', note: 'all' })).toMatchObject({
      because: expect.stringContaining('INV-7 and INV-8 are still open in the books'),
    });
    expect(await callBack(ports, { ...about(OWNER), why: 'agreement', note: 'monthly' })).toMatchObject({
      kind: 'told',
    });
    expect(await reason()).toBe('reminder');
    expect(await update(1, null)).toMatchObject({ because: 'The hand-over has ended already.' });
  });
});

describe('a hand-over of two currencies', () => {
  const EURO = [{ number: 'INV-9', due: addDays(DAY, -72), open: 500, currency: 'EUR' }];
  const noticeIn = (currency: string, invoices: string[], minor: number) =>
    ports.store.addEvent({
      customerId: acme,
      at: morning(addDays(DAY, -18)),
      by: OWNER,
      source: null,
      body: {
        kind: 'sent',
        draftId: `final ${currency}`,
        step: 'final_notice',
        currency,
        amount: money(minor, currency),
        invoices,
        to: 'ap@acme.example',
        subject: 'Final notice',
      },
    });
  const askFor = (currencies: string[]) =>
    askHandOver(ports, {
      customerId: acme,
      currencies,
      agencyId: 'fair',
      reason: 'no answer',
      by: BOOKKEEPER,
    });
  const both = ['EUR', 'USD'];
  const about = async (by: string) => ({
    customerId: acme,
    requestId: (await events()).find(({ body }) => body.kind === 'hand_over_asked')?.id ?? '',
    by,
    card,
  });

  beforeEach(async () => {
    await owes(ports, 'Acme Robotics Inc', [...INVOICES, ...EURO]);
  });

  test('says which currency stands in the way, and lets the other go alone', async () => {
    expect(await askFor(both)).toEqual({
      kind: 'refused',
      because:
        'Acme Robotics Inc cannot be handed over now. EUR: No final notice has gone out. Send one first: it says what comes next and how to dispute. EUR: None of what is overdue can go: it was in no final notice, or it is held back. Send the final notice for it first.',
    });
    expect(await kinds()).not.toContain('hand_over_asked');
    expect(await askFor([])).toMatchObject({ because: expect.stringContaining('Choose in which currency') });
    expect(await askFor(['USD'])).toMatchObject({ kind: 'told' });
  });

  test('is one request, one pack and a notice for each; no two are added', async () => {
    await noticeIn('EUR', ['INV-9'], 50_000);
    expect(await askFor(both)).toMatchObject({ kind: 'told' });
    expect((await kinds()).filter((kind) => kind === 'hand_over_asked')).toHaveLength(1);
    expect(await agreeToHandOver(ports, await about(OWNER))).toMatchObject({
      kind: 'told',
      words: expect.stringContaining('The notices to them, one a currency, wait in the thread'),
    });
    const verdicts = (await gatherCustomer(ports, acme))?.verdicts ?? [];
    expect(verdicts.map((one) => one.kind === 'leave' && one.reason)).toEqual(['agency', 'agency']);
    const notices = (await ports.store.draftsOf(acme)).filter(({ step }) => step === 'hand_over');
    expect(notices.map(({ currency }) => currency).sort()).toEqual(both);
    const bodies = notices.map(({ letter }) => letter.body).join(' ');
    expect(bodies).toContain('€500.00');
    expect(bodies).toContain('$1,200.00');
    expect(bodies).not.toContain('1,700');
    const zips = ports.said
      .filter(({ what }) => what === 'giveFile')
      .map(({ subject }) => subject as { name: string; bytes: Uint8Array });
    expect(zips).toHaveLength(1);
    const read = ports.documents.unzip(zips[0]?.bytes ?? new Uint8Array());
    if (read.kind === 'refused') throw new Error(read.because);
    const text = (name: string) =>
      Buffer.from(read.files.find((file) => file.name === name)?.bytes ?? []).toString();
    expect(text('READ-ME.txt')).toContain('Acme Robotics Inc, €500.00 and $1,200.00');
    expect(text('READ-ME.txt')).toContain('Invoices in EUR, €500.00: INV-9');
    const rows = text('invoices.csv').trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[5])).toEqual(['EUR', 'USD', 'USD']);
    expect(rows.every((row) => row.endsWith(',yes'))).toBe(true);
  });

  test('is not agreed to when one of them was paid in part; the sentence names its sum', async () => {
    await noticeIn('EUR', ['INV-9'], 50_000);
    await askFor(both);
    await owes(ports, 'Acme Robotics Inc', [
      { number: 'INV-9', due: addDays(DAY, -72), open: 400, total: 500, currency: 'EUR' },
    ]);
    expect(await agreeToHandOver(ports, await about(OWNER))).toEqual({
      kind: 'refused',
      because:
        'Since somebody asked, what would go has changed from €500.00 to €400.00 (INV-9). Decline this and ask again.',
    });
  });

  test('is called back as one, and both are asked for softly', async () => {
    await noticeIn('EUR', ['INV-9'], 50_000);
    await askFor(both);
    await agreeToHandOver(ports, await about(OWNER));
    expect(await callBack(ports, { ...(await about(OWNER)), why: 'paid', note: 'x' })).toMatchObject({
      because: expect.stringContaining('INV-7, INV-9 and INV-8 are still open'),
    });
    await callBack(ports, { ...(await about(OWNER)), why: 'given_back', note: 'they cannot' });
    const verdicts = (await gatherCustomer(ports, acme))?.verdicts ?? [];
    expect(verdicts.map((one) => one.kind === 'act' && one.step)).toEqual(['reminder', 'reminder']);
  });
});

describe('what is with an agency and paid in the books', () => {
  test('is said once in the thread, and can be called back as paid', async () => {
    const { about } = await askedFor();
    await agreeToHandOver(ports, about(OWNER));
    const said = () =>
      ports.said.filter(({ subject }) => String(subject).startsWith('All that was handed over'));
    await afterImport(ports);
    expect(said()).toEqual([]);
    await owes(
      ports,
      'Acme Robotics Inc',
      INVOICES.map(({ number, due, open }) => ({ number, due, open: 0, total: open })),
    );
    await afterImport(ports);
    await afterImport(ports);
    expect(said()).toHaveLength(1);
    expect(await callBack(ports, { ...about(OWNER), why: 'paid', note: 'all of it' })).toMatchObject({
      words: expect.stringContaining('Nothing of it is open any more'),
    });
  });
});

describe('the notice to them', () => {
  const notices = async () => (await ports.store.draftsOf(acme)).filter(({ step }) => step === 'hand_over');
  const send = async () => {
    const [draft] = await notices();
    const { id = '', revision = 0 } = draft ?? {};
    const decided = await approveDraft(ports, { draftId: id, revision, by: OWNER });
    ports.passSeconds(3600);
    return { decided, sent: await sendApproved(ports, id) };
  };

  test('is drafted once, names the agency, passes the guard and is sent once approved', async () => {
    const { about } = await askedFor();
    await agreeToHandOver(ports, about(OWNER));
    const [draft, ...more] = await notices();
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ state: 'proposed', findings: [], facts: { agency: 'Fair Collect' } });
    expect(draft?.letter.body).toContain(
      'Fair Collect, a collection agency, now handles invoices INV-7 and INV-8',
    );
    expect((await send()).sent).toEqual({ kind: 'sent' });
    expect(ports.sent).toHaveLength(1);
    expect(await reason()).toBe('agency');
    expect(await draftMessage(ports, { customerId: acme, currency: 'USD', by: OWNER })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('with Fair Collect'),
    });
  });

  test('is stopped when the hand-over is called back before it went', async () => {
    const { about } = await askedFor();
    await agreeToHandOver(ports, about(OWNER));
    await callBack(ports, { ...about(OWNER), why: 'given_back', note: 'they cannot' });
    expect(await notices()).toMatchObject([{ state: 'stopped' }]);
    expect(ports.sent).toEqual([]);
  });
});

describe('a credit that we agreed to and the books do not show yet', () => {
  const tell = (body: CaseEvent['body']) =>
    ports.store.addEvent({ customerId: acme, at: ports.clock.now(), by: OWNER, source: null, body });

  test('is in no figure of what goes, neither on the card nor in the notice', async () => {
    await tell({
      kind: 'outcome',
      via: 'email',
      outcome: { kind: 'dispute', reason: 'goods', detail: 'broken', amount: null, invoices: ['INV-7'] },
    });
    ports.passSeconds(60);
    await tell({
      kind: 'dispute_resolved',
      how: 'we credit 200',
      invoices: ['INV-7'],
      settlement: { kind: 'credit_note', amount: money(20_000, 'USD') },
    });
    const { said, about } = await askedFor();
    expect(said).toMatchObject({ kind: 'told' });
    await agreeToHandOver(ports, about(OWNER));
    expect(shown()?.request.event.body).toMatchObject({ amount: money(100_000, 'USD') });
    expect(await reason()).toBe('agency');
    const notices = (await ports.store.draftsOf(acme)).filter(({ step }) => step === 'hand_over');
    expect(notices[0]?.letter.body).toContain('$1,000.00');
    expect(notices[0]?.letter.body).not.toContain('$1,200.00');
  });
});

describe('the pack', () => {
  const packs = () =>
    ports.said
      .filter(({ what }) => what === 'giveFile')
      .map(({ subject }) => subject as { name: string; bytes: Uint8Array })
      .filter(({ name }) => name.endsWith('.zip'));
  const verify = async (bytes: Uint8Array, ...more: string[]) => {
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    const shell = {
      json: false,
      out: say,
      err: say,
      readInput: async () => '',
      readLedger: async () => ({ fileName: 'p.zip', size: bytes.length, bytes: async () => bytes }),
    };
    return { code: await verifyPack(ports, ['p.zip', ...more], shell), said: lines.join('\n') };
  };

  test('comes once by itself, again on request with the same bytes, and stands a check', async () => {
    const { about } = await askedFor();
    expect(packs()).toEqual([]);
    expect(await givePack(ports, about(OWNER))).toMatchObject({
      because: expect.stringContaining('no pack before'),
    });
    await Promise.all([1, 2].map(() => agreeToHandOver(ports, about(OWNER))));
    expect(packs().map(({ name }) => name)).toEqual([`hand-over-acme-robotics-inc-${DAY}.zip`]);
    await givePack(ports, about(OWNER));
    const [first, second] = packs();
    expect(second?.bytes).toEqual(first?.bytes);
    const { code, said } = await verify(first?.bytes ?? new Uint8Array());
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining('This pack is whole: Acme Robotics Inc'),
    });
    const seal = /[0-9a-f]{64}/.exec(said)?.[0] ?? '';
    expect((await verify(first?.bytes ?? new Uint8Array(), '--seal', seal)).code).toBe(0);
    expect(await verify(first?.bytes ?? new Uint8Array(), '--seal', '0'.repeat(64))).toMatchObject({
      code: 1,
    });
  });

  test('says who by the names people have, each asked for once', async () => {
    const { about } = await askedFor();
    await agreeToHandOver(ports, about(OWNER));
    const read = ports.documents.unzip(packs()[0]?.bytes ?? new Uint8Array());
    if (read.kind === 'refused') throw new Error(read.because);
    const words = (file: string) =>
      Buffer.from(read.files.find(({ name }) => name === file)?.bytes ?? []).toString();
    for (const file of ['timeline.csv', 'records.jsonl']) {
      expect(words(file)).toContain('Olivia Owner');
      expect(words(file)).toContain('Ben Books');
      expect(words(file)).not.toContain(OWNER);
      expect(words(file)).not.toContain(BOOKKEEPER);
    }
    const asked = ports.said.filter(({ what }) => what === 'nameOf').map(({ subject }) => subject);
    expect(asked.sort()).toEqual([BOOKKEEPER, OWNER]);
  });

  test('names what is left of an invoice of which a part was written off, as the statement does', async () => {
    await askWriteOff(ports, {
      customerId: acme,
      invoices: ['INV-8'],
      amount: money(10_000, 'USD'),
      reason: 'goodwill',
      by: OWNER,
    });
    const { about } = await askedFor();
    await agreeToHandOver(ports, about(OWNER));
    const read = ports.documents.unzip(packs()[0]?.bytes ?? new Uint8Array());
    if (read.kind === 'refused') throw new Error(read.because);
    const csv = Buffer.from(read.files.find(({ name }) => name === 'invoices.csv')?.bytes ?? []).toString();
    expect(csv).toContain('INV-7,invoice,,2026-09-10,75,USD,900.00,900.00,yes');
    expect(csv).toContain('300.00,200.00,yes');
  });

  test('in which a letter was altered is found out, and which record it was', async () => {
    const { about } = await askedFor();
    await agreeToHandOver(ports, about(OWNER));
    const read = ports.documents.unzip(packs()[0]?.bytes ?? new Uint8Array());
    if (read.kind === 'refused') throw new Error(read.because);
    const files = read.files.map((file) =>
      file.name === 'records.jsonl'
        ? {
            ...file,
            bytes: Buffer.from(Buffer.from(file.bytes).toString().replace('Final notice', 'Last chance')),
          }
        : file,
    );
    const { code, said } = await verify(await ports.documents.zip(files, DAY));
    expect(code).toBe(1);
    expect(said).toContain('records.jsonl was changed.');
    expect(said).toMatch(/Record 1 \(\d{4}-\d\d-\d\d, Letter\) was changed\./);
  });
});

describe('a write-off', () => {
  const give = (invoices: string[], amount: number | null, by = OWNER) =>
    askWriteOff(ports, {
      customerId: acme,
      invoices,
      amount: amount === null ? null : money(amount, 'USD'),
      reason: 'closed',
      by,
    });

  test('up to the limit is one person’s word, and says what to enter in the books', async () => {
    expect(await give(['INV-8'], null)).toMatchObject({
      kind: 'told',
      words: expect.stringContaining('a credit note or a bad-debt entry of $300.00 for INV-8'),
    });
    expect(await reason()).toBe('internal_review');
    const [verdict] = (await gatherCustomer(ports, acme))?.verdicts ?? [];
    expect(verdict?.total).toEqual(money(90_000, 'USD'));
  });

  test('above it waits for another, and can be taken back', async () => {
    expect(await give(['INV-7', 'INV-8'], null)).toMatchObject({
      words: expect.stringContaining(`<@${BOOKKEEPER}>`),
    });
    expect(await reason()).toBe('internal_review');
    const requestId = (await events()).at(-1)?.id ?? '';
    const about = { customerId: acme, requestId, card };
    expect(await agreeToWriteOff(ports, { ...about, by: OWNER })).toMatchObject({ kind: 'refused' });
    expect(await agreeToWriteOff(ports, { ...about, by: BOOKKEEPER })).toMatchObject({ kind: 'told' });
    expect(await reason()).toBe('written_off');
    expect(await give(['INV-7'], null)).toMatchObject({
      because: 'Nothing of theirs is open that could be written off.',
    });
    await endWriteOff(ports, { ...about, by: OWNER, why: 'taken_back', note: 'they are back' });
    expect(await reason()).toBe('reminder');
    expect(await kinds()).toEqual(
      expect.arrayContaining(['write_off_asked', 'request_approved', 'write_off_ended']),
    );
  });

  test('does not stand in a statement, which asks for what it names', async () => {
    await give(['INV-8'], 10_000);
    const made = await makeStatement(ports, acme);
    if (made.kind === 'refused') throw new Error(made.because);
    const rows = JSON.stringify(made.statement.tables[0]);
    expect(rows).toContain('$1,100.00');
    expect(rows).not.toContain('$1,200.00');
  });

  test('in slices needs a second person as soon as they come to more than the limit', async () => {
    expect(await give(['INV-7'], 40_000)).toMatchObject({ words: expect.stringContaining('Written off') });
    expect(await give(['INV-7'], 10_000)).toMatchObject({ words: expect.stringContaining('Written off') });
    expect(await give(['INV-8'], 1)).toMatchObject({
      words: expect.stringContaining(`<@${BOOKKEEPER}>`),
    });
  });

  test('in slices of one invoice counts what the books have by now', async () => {
    await give(['INV-7'], 50_000);
    const requestId = (await events()).at(-1)?.id ?? '';
    await owes(ports, 'Acme Robotics Inc', [
      { number: 'INV-7', due: addDays(DAY, -75), open: 400, total: 900 },
      { number: 'INV-8', due: addDays(DAY, -70), open: 300 },
    ]);
    await endWriteOff(ports, { customerId: acme, requestId, card, by: OWNER, why: 'booked', note: '' });
    expect(await give(['INV-8'], null)).toMatchObject({ words: expect.stringContaining('Written off') });
    expect(await give(['INV-7'], 10_000)).toMatchObject({
      words: expect.stringContaining(`<@${BOOKKEEPER}>`),
    });
  });

  test('of more than is open is refused', async () => {
    expect(await give(['INV-8'], 30_001)).toMatchObject({
      because: expect.stringContaining('more than the $300.00'),
    });
  });
});

describe('the review', () => {
  test('says what each way would mean', async () => {
    const found = await showReview(ports, { customerId: acme, currency: null });
    if (found.kind === 'refused') throw new Error(found.because);
    expect(found.review.facts[0]).toBe('$1,200.00 is overdue, the oldest part 75 days late.');
    expect(found.review.options.map(({ choice }) => choice)).toEqual([
      'plan',
      'wait',
      'write_off',
      'small_claim',
      'agency',
    ]);
    expect(found.review.options[0]?.words).toContain('about $300.00 each');
    expect(found.review.options[3]?.words).toContain('not legal advice');
    // 70 % of $1,200.00, less 20 %.
    expect(found.review.options[4]?.words).toContain('about $672.00 would reach you');
  });

  const decide = (choice: 'wait' | 'plan', until: Day | null = null, by = OWNER) =>
    decideReview(ports, { customerId: acme, currency: 'USD', choice, until, reason: 'slow season', by });

  test('records what was decided and why; keeping waiting leaves them alone until then', async () => {
    expect(await decide('wait', addDays(DAY, 7))).toMatchObject({ kind: 'told' });
    expect(await reason()).toBe('snoozed');
    expect((await events()).at(-2)?.body).toEqual({
      kind: 'reviewed',
      currency: 'USD',
      choice: 'wait',
      reason: 'slow season',
    });
  });

  test('decides on neither a court nor an agency for a natural person', async () => {
    const terms = { naturalPerson: true };
    await setTerms(ports, { customerId: acme, terms, accountManager: null, by: OWNER });
    for (const [choice, what] of [
      ['small_claim', 'a court'],
      ['agency', 'an agency'],
    ] as const) {
      expect(
        await decideReview(ports, {
          customerId: acme,
          currency: 'USD',
          choice,
          until: null,
          reason: 'x',
          by: OWNER,
        }),
      ).toEqual({
        kind: 'refused',
        because: `Acme Robotics Inc is marked as a natural person: your strict profile rules ${what} out. Choose a plan, waiting or a write-off.`,
      });
    }
    expect(await kinds()).not.toContain('reviewed');
  });

  test('is not decided without a day, nor by a stranger, nor where nothing is open', async () => {
    expect(await decide('wait')).toMatchObject({ because: expect.stringContaining('Choose a day') });
    expect(await decide('plan', null, STRANGER)).toMatchObject({ kind: 'refused' });
    await owes(ports, 'Acme Robotics Inc', []);
    const bolt = await owes(ports, 'Bolt Ltd', [{ number: 'B-1', due: addDays(DAY, 9), open: 50 }]);
    expect(await showReview(ports, { customerId: bolt, currency: null })).toMatchObject({
      because: expect.stringContaining('nothing to review'),
    });
  });
});
