// A payment plan on a card in the case's thread: its instalments, how it stands, and what can be done about it now.
import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../core/calendar.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { PlanStatus } from '../../core/plan/plan-states.ts';
import { isOpenPlan, nextInstalment } from '../../core/plan/plan-states.ts';
import type { PlanView } from '../../core/plan/plan-view.ts';
import { instalmentLine, planLine, scheduleWords } from '../../core/plan/plan-words.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { actions, button, confirmation, context, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, fitLines, listWords, mention, shorten } from './mrkdwn.ts';

export function planCard(view: PlanView): Said {
  const { plan, customer, today, locale } = view;
  const name = escapeInline(shorten(customer.name, 150));
  const sum = (minor: number, currency: string) => formatMoney(money(minor, currency), locale);
  const lines = plan.instalments.map(
    (each) => `• ${instalmentLine(each, plan.terms.currency, { today, locale })}`,
  );
  return said([
    section(`*${name}*\n${escapeInline(planLine(plan, sum))}.`),
    section(fitLines([`*${escapeInline(shorten(listWords(plan.terms.invoices, 6), 300))}*`, ...lines], 2900)),
    ...changeBlocks(view),
    ...beyondBlocks(view),
    section(whatNext(view)),
    ...buttons(view),
    context(
      `Proposed by ${mention(plan.proposal.by)} on ${formatDay(proposedOn(view), locale, today)}.${quoteOf(view)}`,
    ),
  ]);
}

function proposedOn({ plan, today }: PlanView) {
  const { body } = plan.proposal;
  return body.kind === 'plan' && body.step.kind === 'proposed' ? body.step.on : today;
}

function quoteOf({ plan }: PlanView): string {
  const quote = plan.proposal.source?.quote;
  return quote ? ` It rests on: “${escapeInline(shorten(quote, 300))}”` : '';
}

function changeBlocks({ plan, today, locale }: PlanView): AnyBlock[] {
  if (!plan.change) return [];
  const words = scheduleWords(plan.change.terms.instalments, (day) => formatDay(day, locale, today), locale);
  return [
    section(
      shorten(
        `*Other terms are proposed:* ${words}. Until an owner approves them, the days above hold.`,
        2900,
      ),
    ),
  ];
}

function beyondBlocks({ plan }: PlanView): AnyBlock[] {
  if (plan.beyond.length === 0 || !plan.waiting) return [];
  return [
    section(
      fitLines(
        [':warning: *Beyond your policy*', ...plan.beyond.map((each) => `• ${escapeInline(each)}`)],
        2900,
      ),
    ),
  ];
}

function whatNext(view: PlanView): string {
  const { plan, owners, locale, today } = view;
  const next = nextInstalment(plan);
  const words: Readonly<Record<PlanStatus, string>> = {
    proposed: `An owner approves it: ${listWords(owners.map(mention)) || 'nobody is set as owner yet'}. Then its letter is drafted.`,
    approved:
      'The letter that offers it is a draft in this thread. Nothing has been agreed before it is sent.',
    offered: 'The letter is sent. Their yes, or their first payment, makes it run.',
    active: 'They keep to it so far, and nobody chases what it covers.',
    behind: next
      ? `:bell: *The instalment of ${formatMoney(money(next.dueMinor - next.receivedMinor, plan.terms.currency), locale)} for ${formatDay(next.day, locale, today)} has not arrived: call them?* Ask what happened, then decide how the plan goes on.`
      : '',
    paused:
      'They dispute all that is open of it, and that comes first. Once it is settled, the plan goes on.',
    broken: 'The balance is due again, and the ladder goes on as with a broken promise.',
    completed:
      plan.receivedMinor < plan.totalMinor
        ? ':white_check_mark: Nothing of it is owed any more.'
        : ':white_check_mark: All of it has come.',
    cancelled: 'The plan is over. What is open is due as before.',
    handed_over: 'It went to an agency, so the plan is over. What comes back is asked for as if it were new.',
    written_off: 'It was written off, so the plan is over. If that is taken back, it is asked for anew.',
  };
  return words[plan.status];
}

function buttons({ plan, customer }: PlanView): AnyBlock[] {
  if (!isOpenPlan(plan)) return [];
  const value = encodeValue('plan', { customerId: customer.id, planId: plan.id });
  const label = (words: string) => ({ label: `${words}: ${customer.name}` });
  const { waiting } = plan;
  const approval =
    waiting &&
    encodeValue('planApproval', { customerId: customer.id, planId: plan.id, proposalId: waiting.id });
  const approve = approval
    ? button(ACTIONS.planApprove, plan.beyond.length > 0 ? 'Approve all the same' : 'Approve', approval, {
        style: 'primary',
        ...label('Approve'),
        ...(plan.beyond.length > 0
          ? {
              confirm: confirmation(
                'Beyond the policy',
                'This plan goes beyond your policy. It is recorded that you approved it knowingly.',
                'Approve',
              ),
            }
          : {}),
      })
    : null;
  const keep =
    approval && plan.change
      ? button(ACTIONS.planKeepTerms, 'Keep it as it was', approval, label('Keep the plan as it was'))
      : null;
  const call =
    plan.status === 'behind'
      ? button(
          ACTIONS.caseLog,
          'Log the call',
          encodeValue('customer', { customerId: customer.id, currency: plan.terms.currency }),
          {
            style: 'primary',
            ...label('Log the call'),
          },
        )
      : null;
  const letter =
    plan.status === 'approved'
      ? button(ACTIONS.planLetter, 'Draft its letter again', value, label('Draft its letter again'))
      : null;
  const yes =
    plan.accepted === null && (plan.status === 'offered' || plan.status === 'approved')
      ? button(ACTIONS.planAccepted, 'They agreed', value, label('They agreed'))
      : null;
  const more =
    plan.status === 'behind'
      ? button(ACTIONS.planExtend, 'Give more time…', value, label('Give more time'))
      : null;
  return [
    actions(
      approve,
      keep,
      call,
      yes,
      letter,
      more,
      button(ACTIONS.planChange, 'Change the plan…', value, label('Change the plan')),
      button(ACTIONS.planEnd, 'End the plan…', value, label('End the plan')),
    ),
  ];
}
