// Why this draft: the facts it may speak of, what it may not say, who or what wrote the words, and every wording it had.
import type { ModalView } from '@slack/types';
import { dayIn, formatDay, timeIn } from '../../core/calendar.ts';
import type { Authorship, Draft, DraftRevision } from '../../core/draft.ts';
import { type DraftFacts, isCourtesy } from '../../core/facts.ts';
import { fillsAgain } from '../../core/letter/replay.ts';
import { formatMoney } from '../../core/money.ts';
import { offerWords } from '../../core/offer/offer-words.ts';
import type { Topic } from '../../core/policy.ts';
import { CALLBACKS } from './action-ids.ts';
import { context, header, modal, section } from './blocks.ts';
import type { Place } from './draft-card.ts';
import { count, escapeInline, fitLines, listWords, mention, shorten } from './mrkdwn.ts';
import { daysLateWords, letterWords } from './verdict-words.ts';

const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  fee: 'a late fee',
  discount: 'a discount',
  plan: 'a payment plan',
  pause_credit: 'a pause of new credit',
  agency: 'a collection agency',
  legal: 'legal steps',
  deadline: 'a last deadline',
  history: 'what we wrote before',
};

export function whyDraftModal(
  draft: Draft,
  revisions: readonly DraftRevision[],
  { locale, zone }: Place,
): ModalView {
  const { facts, authorship } = draft;
  const invoices = facts.invoices.map((invoice) => {
    const open = formatMoney(invoice.open, locale);
    const kind = invoice.kind === 'credit_note' ? 'credit' : daysLateWords(invoice.daysLate);
    return `• ${escapeInline(invoice.number)}: ${open}, due ${formatDay(invoice.due, locale, facts.asOf)}, ${kind}`;
  });
  const wordings = revisions.map((revision) => wordingLine(revision, { locale, zone }));
  return modal(CALLBACKS.draftWhy, 'Why this draft?', [
    header(facts.customerName),
    section(
      isCourtesy(facts.occasion ?? draft.step)
        ? `*${letterWords(draft)}*: it asks for nothing. Nothing is overdue as of ${formatDay(facts.asOf, locale)}.`
        : `*${letterWords(draft)}*, ${facts.tone} in tone. ${formatMoney(facts.total, locale)} is open, ${daysLateWords(facts.daysLate)}, as of ${formatDay(facts.asOf, locale)}.`,
    ),
    ...(invoices.length > 0 ? [section(fitLines(['*What it speaks of*', ...invoices], 2900))] : []),
    ...(facts.gentle
      ? [section('*Softly*: they told us of money trouble, so it names no consequence and no deadline.')]
      : []),
    section(`*What it may say beyond that*\n${beyondWords(facts, locale)}`),
    section(fitLines(['*Its wordings*', ...wordings], 2900)),
    context(authorWords(authorship, draft), `Policy version ${facts.policyVersion}.`),
  ]);
}

function beyondWords({ maySay, decided, detail, asOf }: DraftFacts, locale: string): string {
  const offer = detail?.offer;
  if (offer)
    return `It offers ${escapeInline(offerWords(offer, { today: asOf, locale }))}, and nothing else.`;
  return `${topicWords(maySay)}${decidedWords(maySay, decided)}`;
}

function topicWords(topics: readonly Topic[]): string {
  if (topics.length === 0) return 'Nothing: no fee, no offer and no consequence belongs into this step.';
  return `It may speak of ${listTopics(topics)}, and of a consequence only where a named person has decided on it.`;
}

function decidedWords(maySay: readonly Topic[], decided: readonly Topic[]): string {
  const named = decided.filter((topic) => maySay.includes(topic));
  return named.length > 0 ? ` Decided for this customer: ${listTopics(named)}.` : '';
}

function listTopics(topics: readonly Topic[]): string {
  return listWords(
    topics.map((topic) => TOPIC_WORDS[topic]),
    10,
  );
}

/** One wording: when, by whom, from what, by which policy, what the guard said, and whether it can be made again. */
function wordingLine(revision: DraftRevision, { locale, zone }: Place): string {
  const { at, by, authorship, facts, findings } = revision;
  const when = `${formatDay(dayIn(zone, at), locale)} at ${timeIn(zone, at)}`;
  const same = fillsAgain(revision);
  const proof =
    same === null
      ? ''
      : same
        ? ' · filled again from its words and facts, it is the same letter'
        : ' · :warning: filled again, it is another letter';
  const remarks = findings.length === 0 ? 'no remarks' : count(findings.length, 'remark');
  return `${revision.revision}. ${when} · ${mention(by)} · ${originOf(authorship)} · policy ${facts.policyVersion} · ${remarks}${proof}`;
}

function originOf({ kind, model, promptId, promptVersion, promptHash }: Authorship): string {
  const by = kind === 'person' ? 'changed by hand' : kind === 'model' ? (model ?? 'a model') : 'our template';
  const hash = promptHash ? `, ${promptHash.slice(0, 8)}` : '';
  const prompt = promptId ? ` (${promptId}, version ${promptVersion ?? 1}${hash})` : '';
  return escapeInline(shorten(`${by}${prompt}`, 200));
}

function authorWords(authorship: Draft['authorship'], draft: Draft): string {
  const version = authorship.promptId
    ? ` (${escapeInline(authorship.promptId)}, version ${authorship.promptVersion ?? 1})`
    : '';
  switch (authorship.kind) {
    case 'person':
      return `A person changed the words${version}. Asked for by ${mention(draft.createdBy)}.`;
    case 'model':
      return `Written by ${escapeInline(authorship.model ?? 'a model')}${version}, with every figure filled in from the ledger. Asked for by ${mention(draft.createdBy)}.`;
    case 'template':
      return `Written from our own template${version}. Asked for by ${mention(draft.createdBy)}.`;
  }
}
