// Why a customer is chased now, or left alone: the engine's verdict with the facts it rests on.
import type { AnyBlock, ModalView } from '@slack/types';
import { formatDay } from '../../core/calendar.ts';
import type { CaseView } from '../../core/case-view.ts';
import { formatMoney } from '../../core/money.ts';
import type { Verdict } from '../../core/verdict.ts';
import { CALLBACKS } from './action-ids.ts';
import { header, modal, section } from './blocks.ts';
import { escapeInline, fitLines } from './mrkdwn.ts';
import { daysLateWords, verdictSentence } from './verdict-words.ts';

export function whyModal(view: CaseView): ModalView {
  const blocks = view.verdicts.map((verdict) => whySection(verdict, view));
  return modal(CALLBACKS.caseWhy, 'Why?', [
    header(view.customer.name),
    ...(blocks.length > 0
      ? blocks.slice(0, 20)
      : [section('Nothing is open for this customer, so there is nothing to do.')]),
  ]);
}

function whySection(verdict: Verdict, { today, locale }: CaseView): AnyBlock {
  const facts = verdict.facts.map((fact) => `• ${escapeInline(fact)}`);
  const extra =
    verdict.kind === 'act'
      ? [
          `• ${formatMoney(verdict.total, locale)}, ${daysLateWords(verdict.daysLate)}`,
          `• Its place in the list: ${escapeInline(verdict.rankBecause)}`,
          ...(verdict.notBefore > today
            ? [`• It is sent from ${formatDay(verdict.notBefore, locale, today)} on.`]
            : []),
        ]
      : verdict.total && verdict.total.minor > 0
        ? [`• ${formatMoney(verdict.total, locale)} is overdue all the same`]
        : [];
  return section(fitLines([verdictSentence(verdict, today, locale), ...facts, ...extra], 2900));
}
