// Every view, drawn from the widest and the narrowest there is, and held to Slack's validator.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { DraftState } from '../../../src/core/draft.ts';
import type { OutcomeKind } from '../../../src/core/outcome.ts';
import { STEP_NAMES } from '../../../src/core/policy.ts';
import { customerPage } from '../../../src/core/policy-page.ts';
import { type PolicyTopic, TOPIC_WORDS } from '../../../src/core/policy-words.ts';
import { agenciesModal, agencyModal, agencyWeightsModal } from '../../../src/slack/views/agency-forms.ts';
import { aloneMessage, answerMessage } from '../../../src/slack/views/answer.ts';
import { assessmentModal } from '../../../src/slack/views/assessment-modal.ts';
import { callScript, loggedScript, scriptBody } from '../../../src/slack/views/call-script.ts';
import { caseActsModal } from '../../../src/slack/views/case-acts.ts';
import { caseCard, customerMessage } from '../../../src/slack/views/case-card.ts';
import { contactModal, snoozeModal } from '../../../src/slack/views/case-modals.ts';
import { customerPageMessage } from '../../../src/slack/views/customer-page.ts';
import { digestMessage } from '../../../src/slack/views/digest.ts';
import {
  disputeOwnerModal,
  reopenDisputeModal,
  resolveDisputeModal,
} from '../../../src/slack/views/dispute-modals.ts';
import { copyModal, requestDoneModal } from '../../../src/slack/views/document-forms.ts';
import { draftCard } from '../../../src/slack/views/draft-card.ts';
import {
  editDraftModal,
  instructModal,
  overruleModal,
  skipModal,
} from '../../../src/slack/views/draft-modals.ts';
import { withoutNewBlocks } from '../../../src/slack/views/fallback.ts';
import { historyModal } from '../../../src/slack/views/history.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { askMessage, receiptMessage, refusedMessage } from '../../../src/slack/views/import-messages.ts';
import {
  importModal,
  importQuestionsModal,
  importRunningModal,
  refusedModal,
} from '../../../src/slack/views/import-modals.ts';
import { handOverModal, reviewModal, writeOffModal } from '../../../src/slack/views/last-resort-forms.ts';
import { leaveModal } from '../../../src/slack/views/leave-modal.ts';
import { backTestMessage, calendarMessage, whyMessage } from '../../../src/slack/views/look-ahead.ts';
import { lookBackCard, lookBackModal, lookedBackCard } from '../../../src/slack/views/look-back.ts';
import { mailCard } from '../../../src/slack/views/mail-card.ts';
import {
  offerDraftedModal,
  offerModal,
  recognitionModal,
  waiverModal,
} from '../../../src/slack/views/offer-forms.ts';
import { orderNumberModal, orderTakeBackModal } from '../../../src/slack/views/order-forms.ts';
import { KIND_WORDS } from '../../../src/slack/views/outcome-fields.ts';
import { changeReadingModal, logCallModal } from '../../../src/slack/views/outcome-modals.ts';
import {
  helpMessage,
  noneMessage,
  overdueMessage,
  severalMessage,
} from '../../../src/slack/views/overdue.ts';
import { planCard } from '../../../src/slack/views/plan-card.ts';
import { endModal, extendModal, planModal, planPreviewModal } from '../../../src/slack/views/plan-modals.ts';
import { policyForm } from '../../../src/slack/views/policy-forms.ts';
import { historyView, policyPage, previewView, workingView } from '../../../src/slack/views/policy-page.ts';
import { proposalCard } from '../../../src/slack/views/proposal-card.ts';
import { type ReadingContent, readingCard } from '../../../src/slack/views/reading-card.ts';
import { noteModal, relationshipModal } from '../../../src/slack/views/relationship.ts';
import { requestCard } from '../../../src/slack/views/request-card.ts';
import {
  agencyUpdateModal,
  callBackModal,
  declineModal,
  takeBackModal,
} from '../../../src/slack/views/request-forms.ts';
import { settingsModal } from '../../../src/slack/views/settings-modal.ts';
import {
  isAboutMessage,
  noSuchCustomerMessage,
  nothingToldMessage,
  whichCustomerMessage,
} from '../../../src/slack/views/telling.ts';
import { termsModal } from '../../../src/slack/views/terms-modal.ts';
import { learningView, voiceModal, voiceSamplesModal } from '../../../src/slack/views/voice-modal.ts';
import { whoseCard, whoseModal, whoseSettledCard } from '../../../src/slack/views/whose-mail.ts';
import { whyModal } from '../../../src/slack/views/why.ts';
import { whyDraftModal } from '../../../src/slack/views/why-draft.ts';
import { customer, PLACE, pending, reading, TODAY, UUID } from './examples.ts';
import { planFormOf, planPreviewOf, planViewsOf } from './extreme-plans.ts';
import {
  backTestOf,
  changesOf,
  explanationOf,
  plannedOf,
  policyOf,
  termsOf,
  versionsOf,
} from './extreme-policies.ts';
import {
  agenciesOf,
  agencyOf,
  handOverAnswers,
  recordsOf,
  requestsOf,
  reviewOf,
  writableOf,
} from './extreme-requests.ts';
import {
  answersOf,
  caseOf,
  contextOf,
  digestOf,
  draftOf,
  findingsOf,
  itemsOf,
  lineProblemsOf,
  mailsOf,
  offersOf,
  overdueOf,
  problemsOf,
  proposalOf,
  questionsOf,
  receiptOf,
  resultOf,
  revisionsOf,
  scriptOf,
  settingsOf,
  WORLDS,
  type World,
} from './extremes.ts';
import { problemsOfBlocks, problemsOfMessage, problemsOfView } from './slack-limits.ts';

type Message = { readonly text: string; readonly blocks: readonly unknown[] };

const PLAN_CARD = { customerId: UUID, planId: UUID, channel: 'C0OVERDUE', ts: '1.0' };
const UPLOAD = { uploadId: UUID, channel: 'C0OVERDUE', threadTs: '1.0', answers: [] };
const STATES: readonly DraftState[] = [
  'proposed',
  'approved',
  'sending',
  'sent',
  'skipped',
  'stopped',
  'failed',
  'unsure',
];
const KINDS = Object.keys(KIND_WORDS) as OutcomeKind[];

const person = (world: World) => ({ ...caseOf(world).customer, currency: 'USD' });
const people = (world: World) => Array.from({ length: world.count }, () => ({ id: UUID, name: world.name }));

const readingOf = (world: World) =>
  reading({ items: itemsOf(world), problems: problemsOf(world), sureness: 'low' });

const pendingOf = (world: World, state: ReadingContent['state']) =>
  pending({
    author: world.name,
    source: { channel: 'C1', ts: '1.0', quote: world.note },
    reading: readingOf(world),
    state,
    decidedBy: world.name,
  });

const rewordedOf = (world: World): ReadingContent => ({
  ...pendingOf(world, 'confirmed'),
  editedTs: '1764000000.000100',
  rewording: { quote: world.note, reading: readingOf(world) },
});

const scriptMessage = (world: World) => callScript(scriptOf(world), caseOf(world).customer, 'USD');

const formOf = (world: World) => ({
  channel: 'C0OVERDUE',
  ts: '1764000000.000100',
  threadTs: '1764000000.000200',
  body: scriptBody(scriptMessage(world).blocks),
});

/** By the name of the function that draws it; each gives every form the view takes. */
const MESSAGES: Readonly<Record<string, (world: World) => Message[]>> = {
  answerMessage: (world) =>
    answersOf(world).flatMap((answer) => [
      answerMessage(answer),
      answerMessage(answer, { question: world.note.slice(0, 500), by: 'model' }),
    ]),
  callScript: (world) => [scriptMessage(world)],
  loggedScript: (world) => [
    loggedScript(scriptMessage(world).blocks, {
      by: world.name,
      at: '2026-11-24T14:10:00.000Z',
      words: world.note,
      locale: world.locale,
      zone: PLACE.zone,
    }),
  ],
  caseCard: (world) => [caseCard(caseOf(world)), caseCard({ ...caseOf(world), open: [] })],
  customerMessage: (world) => [customerMessage(caseOf(world))],
  digestMessage: (world) => [0, 1, 999].map((page) => digestMessage(digestOf(world), page)),
  draftCard: (world) =>
    STATES.map((state) =>
      draftCard(
        draftOf(world, { state, approvedBy: world.name, approvedAt: '2026-11-24T14:10:00.000Z' }),
        { id: UUID, name: world.name },
        { locale: world.locale, zone: PLACE.zone },
      ),
    ),
  receiptMessage: (world) => [receiptMessage(receiptOf(world), resultOf(world), world.locale)],
  refusedMessage: (world) => [refusedMessage(world.name, lineProblemsOf(world))],
  askMessage: (world) => [askMessage(world.name, questionsOf(world), UPLOAD)],
  overdueMessage: (world) => [
    overdueMessage(overdueOf(world), 15),
    overdueMessage(overdueOf(world, { offset: 15, total: 999_999 }), 15),
    overdueMessage(overdueOf(world, { filter: { minDaysLate: 60, mine: true } }), 15),
    overdueMessage(overdueOf(world, { freshAt: null }), 15),
  ],
  severalMessage: (world) => [severalMessage(world.note, people(world))],
  noneMessage: (world) => [noneMessage(world.note, people(world))],
  whyMessage: (world) => [whyMessage(explanationOf(world), world.locale)],
  calendarMessage: (world) => [calendarMessage(plannedOf(world), 30, world.locale, TODAY)],
  backTestMessage: (world) => [backTestMessage(backTestOf(world), world.locale, TODAY)],
  customerPageMessage: (world) => [customerPageMessage(customerPage(policyOf(world), settingsOf(world)))],
  helpMessage: (world) => [helpMessage(null), helpMessage(world.note)],
  requestCard: (world) => requestsOf(world).map(requestCard),
  mailCard: (world) =>
    mailsOf(world).map((mail) =>
      mailCard(mail, { id: UUID, name: world.name }, readingOf(world), { ...PLACE, locale: world.locale }),
    ),
  lookBackCard: (world) => [lookBackCard({ id: UUID, name: world.name })],
  lookedBackCard: (world) =>
    [world.note, null].map((words) => lookedBackCard({ worked: words, differently: words, by: world.name })),
  whoseCard: (world) => mailsOf(world).map((mail) => whoseCard(mail, PLACE)),
  whoseSettledCard: (world) => [
    whoseSettledCard({ customerName: world.name, by: world.name }),
    whoseSettledCard({ customerName: null, by: world.name }),
  ],
  aloneMessage: (world) => answersOf(world).map((answer) => aloneMessage(answerMessage(answer), 'C0OVERDUE')),
  whichCustomerMessage: (world) => [whichCustomerMessage(world.name, people(world).slice(0, 8), TOLD_AT)],
  noSuchCustomerMessage: (world) => [
    noSuchCustomerMessage(world.name, people(world).slice(0, 5), TOLD_AT),
    noSuchCustomerMessage(world.name, [], TOLD_AT),
  ],
  nothingToldMessage: (world) => [nothingToldMessage(world.name)],
  isAboutMessage: (world) => [isAboutMessage(world.name)],
  planCard: (world) => planViewsOf(world).map(planCard),
  proposalCard: (world) =>
    (['asked', 'done', 'dismissed', 'lapsed', 'undone'] as const).map((state) =>
      proposalCard({ ...proposalOf(world), state }),
    ),
  readingCard: (world) =>
    [
      ...(['asked', 'confirmed', 'dismissed', 'undone', 'withdrawn'] as const).map((state) =>
        pendingOf(world, state),
      ),
      rewordedOf(world),
    ].map((shown) => readingCard(shown, world.name, PLACE, world.note)),
};

const assessmentOf = (world: World) => ({
  customer: { id: UUID, name: world.name },
  today: TODAY,
  paidLate: Array.from({ length: world.count }, (_, index) => ({ number: world.name, days: index * 13 - 5 })),
  behaviour: Array.from({ length: 3 }, () => world.note),
  suggestions: (['temporary', 'recurring', 'not_clear'] as const).map((trouble) => ({
    trouble,
    way: 'talk' as const,
    because: world.note,
  })),
});

const TOLD_AT = { author: 'U0BEN', channel: 'C0OVERDUE', ts: '1764000000.000100', threadTs: null };
const FORM = '{"customerId":"c"}';

const VIEWS: Readonly<Record<string, (world: World) => unknown[]>> = {
  snoozeModal: (world) => [snoozeModal(person(world), TODAY)],
  planModal: (world) => [planModal(planFormOf(world))],
  planPreviewModal: (world) => [planPreviewModal(planPreviewOf(world))],
  extendModal: (world) => [extendModal(person(world), PLAN_CARD, TODAY)],
  endModal: (world) => [true, false].map((isBehind) => endModal(person(world), PLAN_CARD, isBehind)),
  contactModal: (world) => [
    contactModal(person(world), null),
    contactModal(person(world), { name: world.name, email: `${world.name}@example.com`, phone: world.name }),
  ],
  resolveDisputeModal: (world) => [resolveDisputeModal(caseOf(world))],
  copyModal: (world) => [copyModal(caseOf(world))],
  requestDoneModal: (world) => [requestDoneModal(caseOf(world))],
  orderNumberModal: (world) => [orderNumberModal(caseOf(world))],
  orderTakeBackModal: (world) => [orderTakeBackModal(caseOf(world))],
  disputeOwnerModal: (world) => [disputeOwnerModal(caseOf(world), null)],
  reopenDisputeModal: (world) => [reopenDisputeModal(caseOf(world))],
  editDraftModal: (world) => [editDraftModal(draftOf(world), { name: world.name })],
  instructModal: (world) => [instructModal(draftOf(world))],
  skipModal: (world) => [skipModal(draftOf(world))],
  assessmentModal: (world) => [assessmentModal(assessmentOf(world))],
  caseActsModal: (world) => [caseActsModal(caseOf(world))],
  offerModal: (world) => [offerModal(offersOf(world))],
  offerDraftedModal: (world) => [offerDraftedModal(world.name, 'It is drafted.')],
  waiverModal: (world) => [
    waiverModal(offersOf(world), {
      currency: 'USD',
      fee: { minor: 1, currency: 'USD' },
      locale: world.locale,
    }),
  ],
  recognitionModal: (world) => [recognitionModal(offersOf(world))],
  relationshipModal: (world) => [relationshipModal(caseOf(world))],
  lookBackModal: (world) => [lookBackModal({ customerId: UUID, channel: 'C1', ts: '1.0' }, world.name)],
  noteModal: (world) => [noteModal(caseOf(world))],
  historyModal: (world) => [0, 1, 999].map((page) => historyModal(caseOf(world), page)),
  homeView: (world) =>
    [true, false].map((mayChangeSettings) =>
      homeView({
        settings: settingsOf(world),
        policy: DEFAULT_POLICY,
        digest: world.count === 0 ? null : digestOf(world),
        lastImport:
          world.count === 0 ? null : { at: '2026-11-24T12:00:00.000Z', fileName: world.name, by: world.name },
        mail: world.note,
        model: world.note,
        usesModel: true,
        modelUsage: { calls: world.count, tokens: 2_147_483_647, millis: world.count * 1000 },
        mayChangeSettings,
      }),
    ),
  importModal: () => [importModal()],
  importQuestionsModal: (world) => [
    importQuestionsModal(
      {
        fileName: world.name,
        questions: questionsOf(world),
        headings: Array.from({ length: world.count }, () => world.name),
        sample: Array.from({ length: 5 }, () => Array.from({ length: world.count }, () => world.note)),
      },
      UPLOAD,
    ),
  ],
  refusedModal: (world) => [refusedModal(world.name, lineProblemsOf(world))],
  importRunningModal: (world) => [importRunningModal(world.name)],
  leaveModal: (world) => [0, 1, 999].map((page) => leaveModal(digestOf(world), page)),
  logCallModal: (world) => {
    const [about, form] = [contextOf(world), formOf(world)];
    return [
      logCallModal(person(world), about),
      ...KINDS.map((kind) => logCallModal(person(world), about, kind, world.note)),
      ...KINDS.map((kind) => logCallModal(person(world), about, kind, null, form)),
    ];
  },
  changeReadingModal: (world) => [
    ...KINDS.map((kind) => changeReadingModal(pendingOf(world, 'asked'), world.name, contextOf(world), kind)),
    // Each outcome stands first once, so that its own fields are filled with what was understood.
    ...itemsOf(world).map((item) =>
      changeReadingModal(
        { ...pendingOf(world, 'asked'), reading: reading({ items: [item, ...itemsOf(world)] }) },
        world.name,
        contextOf(world),
      ),
    ),
  ],
  agenciesModal: (world) => [
    agenciesModal({ ...settingsOf(world), agencies: agenciesOf(world) }, recordsOf(world)),
    agenciesModal({ ...settingsOf(world), agencies: agenciesOf(world) }, new Map()),
  ],
  agencyModal: (world) => [agencyModal(UUID, null), agencyModal(UUID, agencyOf(world))],
  agencyWeightsModal: (world) => [agencyWeightsModal(settingsOf(world))],
  reviewModal: (world) => [reviewModal(person(world), reviewOf(world), TODAY)],
  handOverModal: (world) =>
    [[true], [false], [true, true], [true, false]].map((areOpen) =>
      handOverModal(person(world), handOverAnswers(world, areOpen), {
        agencies: [...agenciesOf(world), agencyOf(world, 99)],
        weights: settingsOf(world).agencyWeights,
        locale: world.locale,
        approvals: 2,
      }),
    ),
  writeOffModal: (world) => [writeOffModal(person(world), writableOf(world), world.locale)],
  declineModal: () => [declineModal(FORM)],
  takeBackModal: () => [takeBackModal(FORM)],
  agencyUpdateModal: () => [agencyUpdateModal(FORM, ['USD']), agencyUpdateModal(FORM, ['EUR', 'USD'])],
  callBackModal: () => [callBackModal(FORM)],
  settingsModal: (world) => [settingsModal(settingsOf(world))],
  voiceSamplesModal: (world) => [voiceSamplesModal(settingsOf(world).voice)],
  learningView: () => [learningView()],
  voiceModal: (world) => [
    voiceModal(settingsOf(world).voice, true),
    voiceModal(settingsOf(world).voice, false),
  ],
  termsModal: (world) => [termsModal(person(world)), termsModal({ ...person(world), terms: termsOf(world) })],
  policyPage: (world) =>
    [true, false].map((mayChange) =>
      policyPage({ version: world.count, policy: policyOf(world), settings: settingsOf(world), mayChange }),
    ),
  policyForm: (world) => [
    ...(Object.keys(TOPIC_WORDS) as PolicyTopic[]).map((topic) =>
      policyForm({ topic, version: 1, step: null }, policyOf(world), settingsOf(world)),
    ),
    ...STEP_NAMES.map((step) =>
      policyForm({ topic: 'steps', version: 1, step }, policyOf(world), settingsOf(world)),
    ),
  ],
  workingView: () => [workingView('{}')],
  previewView: (world) =>
    [[], changesOf(world)].map((changes) =>
      previewView(
        { changes, before: plannedOf(world), after: [], settings: settingsOf(world), today: TODAY },
        14,
        '{}',
      ),
    ),
  historyView: (world) => [historyView(versionsOf(world), settingsOf(world))],
  whoseModal: () => [whoseModal(UUID)],
  whyModal: (world) => [whyModal(caseOf(world))],
  whyDraftModal: (world) => [
    whyDraftModal(draftOf(world), revisionsOf(world), { locale: world.locale, zone: PLACE.zone }),
  ],
  overruleModal: (world) => [overruleModal(draftOf(world), findingsOf(world))],
};

/** Every function of the room that draws a whole message or view, by its name. */
async function drawers(): Promise<string[]> {
  const folder = join(import.meta.dirname, '../../../src/slack/views');
  const names = await Promise.all(
    readdirSync(folder).map(async (file) => {
      const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
      return Object.keys(module).filter((name) => typeof module[name] === 'function');
    }),
  );
  return names
    .flat()
    .filter(
      (name) => /[a-z](Modal|View|Card|Message|Script|Page|Form)$/.test(name) && !name.startsWith('parse'),
    );
}

/** What would notify somebody or lead somewhere: Slack reads it in mrkdwn and in a message's own text only. */
function mentionsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(mentionsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, ...rest } = node as Record<string, unknown>;
  const read = type === 'mrkdwn' || (type === undefined && 'blocks' in node);
  const own = read ? (String(text).match(/<!(here|channel)>|<@U1>/g) ?? []) : mentionsIn(text);
  return [...own, ...Object.values(rest).flatMap(mentionsIn)];
}

describe.each(WORLDS)('with $title', (world) => {
  it.each(Object.entries(MESSAGES))('%s stays within what Slack takes', (_name, draw) => {
    for (const message of draw(world)) {
      expect(problemsOfMessage(message)).toEqual([]);
      expect(mentionsIn(message)).toEqual([]);
    }
  });

  it.each(Object.entries(MESSAGES))('%s stays there without the newest blocks', (_name, draw) => {
    for (const message of draw(world)) expect(problemsOfBlocks(withoutNewBlocks(message.blocks))).toEqual([]);
  });

  it.each(Object.entries(VIEWS))('%s stays within what Slack takes', (_name, draw) => {
    for (const view of draw(world)) {
      expect(problemsOfView(view)).toEqual([]);
      expect(mentionsIn(view)).toEqual([]);
    }
  });
});

describe('the list of views', () => {
  it('has every view of the room', async () => {
    const known = [...Object.keys(MESSAGES), ...Object.keys(VIEWS)];
    expect((await drawers()).sort()).toEqual(known.sort());
  });

  it('would notice a view that goes too far', () => {
    expect(problemsOfMessage({ text: 'x', blocks: [{ type: 'section' }] })).not.toEqual([]);
    expect(problemsOfView({ type: 'modal', title: { type: 'plain_text', text: 'x' } })).not.toEqual([]);
    expect(problemsOfView(contactModal(customer(), null))).toEqual([]);
  });
});
