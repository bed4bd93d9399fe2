// All that may be done about a customer beyond the card's own buttons, each with a sentence that says what it does.
import type { ModalView } from '@slack/types';
import type { CaseView } from '../../core/case-view.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { button, header, modal, section } from './blocks.ts';

type CaseAct = {
  readonly actionId: string;
  readonly name: string;
  /** One sentence: what comes of it. */
  readonly does: string;
};

export function caseActsModal(view: CaseView): ModalView {
  const { id, name } = view.customer;
  const value = encodeValue('customer', { customerId: id, currency: null });
  return modal(CALLBACKS.caseActs, 'More', [
    header(name),
    ...actsFor(view).map((act) =>
      section(
        `*${act.name}*\n${act.does}`,
        button(act.actionId, act.name, value, { label: `${act.name}: ${name}` }),
      ),
    ),
  ]);
}

/** In the order in which a case goes on: papers first, the last resort last. */
function actsFor(_view: CaseView): CaseAct[] {
  return [
    {
      actionId: ACTIONS.caseStatement,
      name: 'Statement (PDF)',
      does: 'What is open, what was paid and what was credited, as a file in the thread of the case.',
    },
    {
      actionId: ACTIONS.caseThank,
      name: 'They paid: thank them',
      does: 'Drafts a thank-you once the books show that all that was late is paid. You approve it as any letter.',
    },
    {
      actionId: ACTIONS.planOpen,
      name: 'Payment plan…',
      does: 'Works out instalments within your policy, and puts the plan before an owner.',
    },
  ];
}
