// Why this draft: the facts it may speak of, what it may not say, and who or what wrote the words.
import type { ModalView } from '@slack/types';
import { formatDay } from '../../core/calendar.ts';
import type { Draft } from '../../core/draft.ts';
import { formatMoney } from '../../core/money.ts';
import type { Topic } from '../../core/policy.ts';
import { CALLBACKS } from './action-ids.ts';
import { context, header, modal, section } from './blocks.ts';
import type { Place } from './draft-card.ts';
import { escapeInline, fitLines, listWords, mention } from './mrkdwn.ts';
import { daysLateWords, STEP_WORDS } from './verdict-words.ts';

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

export function whyDraftModal(draft: Draft, { locale }: Place): ModalView {
  const { facts, authorship } = draft;
  const invoices = facts.invoices.map((invoice) => {
    const open = formatMoney(invoice.open, locale);
    const kind = invoice.kind === 'credit_note' ? 'credit' : daysLateWords(invoice.daysLate);
    return `• ${escapeInline(invoice.number)}: ${open}, due ${formatDay(invoice.due, locale, facts.asOf)}, ${kind}`;
  });
  return modal(CALLBACKS.draftWhy, 'Why this draft?', [
    header(facts.customerName),
    section(
      `*${STEP_WORDS[draft.step]}*, ${facts.tone} in tone. ${formatMoney(facts.total, locale)} is open, ${daysLateWords(facts.daysLate)}, as of ${formatDay(facts.asOf, locale)}.`,
    ),
    section(fitLines(['*What it speaks of*', ...invoices], 2900)),
    section(`*What it may say beyond that*\n${topicWords(facts.maySay)}`),
    context(authorWords(authorship, draft), `Policy version ${facts.policyVersion}.`),
  ]);
}

function topicWords(topics: readonly Topic[]): string {
  if (topics.length === 0) return 'Nothing: no fee, no offer and no consequence belongs into this step.';
  return `It may speak of ${listWords(
    topics.map((topic) => TOPIC_WORDS[topic]),
    10,
  )}, and of a consequence only where a named person has decided on it.`;
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
