// A wish becomes a proposal with figures from the ledger; its button does it once, by one who may, or it lapses and says why.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/asking/answer.ts';
import { addDays, type Day } from '../../src/core/calendar.ts';
import { answerQuestion } from '../../src/flows/answer-question.ts';
import {
  dismissProposal,
  doProposal,
  lapseProposals,
  postProposal,
  undoProposal,
} from '../../src/flows/decide-proposal.ts';
import { loadSample } from '../../src/flows/load-sample.ts';
import type { Proposal } from '../../src/ports/records.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const TODAY: Day = '2026-11-25';
const PLACE = { channel: 'D1', threadTs: null };

let ports: TestPorts;

const ask = (text: string): Promise<Answer> =>
  answerQuestion(ports, { text, user: OWNER, customerId: null, earlier: [] });

async function propose(text: string): Promise<Proposal> {
  const { offers, sentences } = await ask(text);
  const [offered] = offers;
  if (!offered) throw new Error(`no proposal for "${text}": ${sentences.join(' ')}`);
  return postProposal(ports, offered, { by: OWNER, asOf: 'As of 10:00.', ...PLACE });
}

const press = (proposal: Proposal, by = OWNER) => doProposal(ports, { proposalId: proposal.id, by });
const state = async ({ id }: Proposal) => (await ports.store.proposal(id))?.state;
const events = async () => (await ports.store.ledger()).events;

beforeEach(async () => {
  ports = await testPorts(morning(TODAY));
  await loadSample(ports, { owner: OWNER, bookkeeper: BOOKKEEPER, accountManager: 'U0ANA' }, 'C0OVERDUE');
});

describe('what a wish is understood to be', () => {
  test.each([
    ['snooze Acme until 4 January', /^Snooze Acme Robotics Inc until Mon,? Jan 4/],
    ['draft something gentle to Acme', /^Draft a letter to Acme Robotics Inc/],
    ['split what Acme owes in three', /^A payment plan for Acme Robotics Inc: \$2,490\.00 in 3 instalments/],
    ['move the digest to 8:45', /^Move the digest to 08:45/],
    ['I want the morning digest at nine', /^Move the digest to 09:00/],
    ['send the digest at half past seven', /^Move the digest to 07:30/],
  ])('%s', async (text, title) => {
    const answer = await ask(text);
    expect(answer.offers).toHaveLength(1);
    expect(answer.offers[0]?.words.title).toMatch(title);
  });

  test.each([
    ['snooze Acme', /Until when/],
    ['split what Acme owes in ninety', /more than anybody can keep track of/],
    ['split what Acme owes in five', /more than the 4 that the policy allows/],
    ['snooze Acme for 60 weeks', /more than a year away/],
    ['wake up Acme', /neither snoozed nor on hold/],
    ['draft a letter to Larkspur', /There is no letter for Larkspur Events now/],
    ['move the digest to 8:30', /comes at 08:30 already/],
    ['move the digest to 28:30', /At what time/],
    ['offer Acme a payment plan', /In how many instalments/],
  ])('%s: no proposal, and why', async (text, why) => {
    const answer = await ask(text);
    expect(answer.offers).toEqual([]);
    expect(answer.sentences.join(' ')).toMatch(why);
  });

  test('a gentle letter is a softer one, and an instruction goes along in its own words', async () => {
    const soft = await ask('draft something gentle to Acme');
    expect(soft.offers[0]?.deed).toMatchObject({ kind: 'draft', wish: { tone: 'softer', words: null } });
    const told = await ask('draft a letter to Acme saying thanks for the part payment');
    expect(told.offers[0]?.deed).toMatchObject({
      wish: { tone: null, words: 'saying thanks for the part payment' },
    });
    const asking = await ask('write a firm reminder to Acme asking for a date');
    expect(asking.offers[0]?.deed).toMatchObject({ wish: { tone: 'firmer', words: 'asking for a date' } });
    const colon = await ask('draft a letter to Acme: mention that we value the long partnership');
    expect(colon.offers[0]?.deed).toMatchObject({
      wish: { tone: null, words: 'mention that we value the long partnership' },
    });
  });
});

test('without a model, a second wish in the same breath is not passed over in silence', async () => {
  const answer = await ask('draft a letter to Acme and split what Beta owes in two');
  expect(answer.offers).toHaveLength(1);
  expect(answer.note).toMatch(/only a part/);
  expect(await ask('snooze Acme until 4 January')).toMatchObject({ note: null });
});

describe('pressing it', () => {
  test('a snooze holds from then on, once however often it is pressed, and can be taken back', async () => {
    const before = (await events()).length;
    const proposal = await propose('snooze Acme until 4 January');
    expect(await events()).toHaveLength(before);
    const pressed = await Promise.all([press(proposal), press(proposal, BOOKKEEPER), press(proposal)]);
    expect(pressed.filter(({ kind }) => kind === 'decided')).toHaveLength(1);
    expect(pressed.filter(({ kind }) => kind === 'refused')).toHaveLength(2);
    expect((await events()).slice(before)).toMatchObject([
      { by: OWNER, body: { kind: 'snoozed', until: '2027-01-04' }, source: { quote: expect.any(String) } },
    ]);
    expect((await ask('why Acme?')).sentences.join(' ')).toMatch(/left alone/);
    const release = await propose('end the snooze of Acme');
    expect(await undoProposal(ports, { proposalId: proposal.id, by: OWNER })).toMatchObject({
      kind: 'decided',
    });
    expect(await state(proposal)).toBe('undone');
    expect((await ask('why Acme?')).sentences.join(' ')).toMatch(/to be chased/);
    // What waits to be ended is gone, so the other card lapses by itself.
    await lapseProposals(ports);
    expect(await state(release)).toBe('lapsed');
  });

  test('a draft waits for its approval, worded as wished, and there is one', async () => {
    const proposal = await propose('draft something gentle to Acme');
    expect(await ports.store.draftsIn('proposed')).toEqual([]);
    expect(await press(proposal)).toMatchObject({ kind: 'decided', proposal: { state: 'done' } });
    const [draft, ...others] = await ports.store.draftsIn('proposed');
    expect(others).toEqual([]);
    expect(draft?.authorship.promptId).toContain('softer');
    expect((await ports.store.proposal(proposal.id))?.link).toContain('https://slack.example/');
    expect(ports.sent).toEqual([]);
    expect(await press(proposal)).toMatchObject({ kind: 'refused' });
    expect(await ports.store.draftsIn('proposed')).toHaveLength(1);
  });

  test('a plan sums to the cent, and is put before an owner in the case, once', async () => {
    const proposal = await propose('split what Acme owes in three');
    expect(proposal.words.lines.slice(0, 3)).toEqual([
      '1. Wed Dec 2: $830.00',
      '2. Wed Dec 16: $830.00',
      '3. Wed Dec 30: $830.00',
    ]);
    await Promise.all([press(proposal, BOOKKEEPER), press(proposal, OWNER)]);
    const plans = (await events()).flatMap(({ body }) => (body.kind === 'plan' ? [body] : []));
    expect(plans).toMatchObject([{ step: { kind: 'proposed', beyond: [] } }]);
    expect(await ports.store.proposal(proposal.id)).toMatchObject({
      state: 'done',
      link: expect.stringContaining('https://slack.example/'),
    });
    expect((await ask('split what Acme owes in two')).sentences.join(' ')).toContain('a payment plan');
  });

  test('a plan lapses when what is owed has changed', async () => {
    const proposal = await propose('split what Acme owes in three');
    await owes(ports, 'Acme Robotics Inc', [
      { number: 'INV-1041', due: addDays(TODAY, -12), open: 1000, total: 1850 },
    ]);
    expect(await press(proposal)).toMatchObject({ kind: 'refused', because: /has changed to \$1,640\.00/ });
    expect(await ports.store.proposal(proposal.id)).toMatchObject({ state: 'lapsed', result: /has changed/ });
    expect((await events()).filter(({ body }) => body.kind === 'plan')).toEqual([]);
  });

  test('the hour of the digest is the owner’s, and comes back with Undo', async () => {
    const proposal = await propose('move the digest to 9:15');
    expect(await press(proposal, BOOKKEEPER)).toMatchObject({ kind: 'refused', because: /Only an owner/ });
    expect((await ports.store.settings()).digestTime).toBe('08:30');
    await press(proposal);
    expect((await ports.store.settings()).digestTime).toBe('09:15');
    await undoProposal(ports, { proposalId: proposal.id, by: OWNER });
    expect((await ports.store.settings()).digestTime).toBe('08:30');
  });

  test('Not now does nothing, and what is not pressed for a week lapses', async () => {
    const before = await events();
    const one = await propose('snooze Acme until 4 January');
    await dismissProposal(ports, { proposalId: one.id, by: BOOKKEEPER });
    expect(await press(one)).toMatchObject({ kind: 'refused', because: /put aside/ });
    const other = await propose('snooze Acme until 5 January');
    ports.setNow(morning(addDays(TODAY, 7)));
    await lapseProposals(ports);
    expect(await state(other)).toBe('asked');
    ports.setNow(morning(addDays(TODAY, 8)));
    await lapseProposals(ports);
    expect(await ports.store.proposal(other.id)).toMatchObject({ state: 'lapsed', result: /for 7 days/ });
    expect(await events()).toEqual(before);
  });
});
