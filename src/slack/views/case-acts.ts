// All that may be done about a customer beyond the card's own buttons, each with a sentence that says what it does.
import type { ModalView } from '@slack/types';
import type { CaseView } from '../../core/case-view.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { button, header, modal, section } from './blocks.ts';
import { endedDisputes } from './dispute-modals.ts';

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
function actsFor(view: CaseView): CaseAct[] {
  return [
    {
      actionId: ACTIONS.caseStatement,
      name: 'Statement (PDF)',
      does: 'What is open, what was paid and what was credited, as a file in the thread of the case.',
    },
    ...disputeActs(view),
    ...orderActs(view),
    {
      actionId: ACTIONS.caseRelationship,
      name: 'Relationship',
      does: 'How it stands beside the cash: orders, punctuality, complaints, contacts, notes.',
    },
    {
      actionId: ACTIONS.caseNote,
      name: 'Relationship note…',
      does: 'What you know of them: the trade fair, the new baby. An approver may let letters mention it.',
    },
    {
      actionId: ACTIONS.caseThank,
      name: 'They paid: thank them',
      does: 'Drafts a thank-you once the books show that all that was late is paid. You approve it as any letter.',
    },
    ...(view.history.some(
      ({ body, undone }) => !undone && body.kind === 'outcome' && body.outcome.kind === 'hardship',
    )
      ? [
          {
            actionId: ACTIONS.assessOpen,
            name: 'Money trouble…',
            does: 'How they paid so far, a few questions, and how it goes on; with a day to look at it again.',
          },
        ]
      : []),
    {
      actionId: ACTIONS.offerOpen,
      name: 'Offer something…',
      does: 'A discount for paying early, the late fee let go, or thanks for paying on time: what your policy gives, and what it costs.',
    },
    {
      actionId: ACTIONS.planOpen,
      name: 'Payment plan…',
      does: 'Works out instalments within your policy, and puts the plan before an owner.',
    },
    {
      actionId: ACTIONS.lastTimeline,
      name: 'Timeline (PDF, CSV)',
      does: 'Every contact, letter, promise and dispute in order, as files in the thread of the case.',
    },
    {
      actionId: ACTIONS.lastReview,
      name: 'Internal review',
      does: 'A plan, waiting, a write-off, a small claim or an agency: what each would mean, and you decide.',
    },
    {
      actionId: ACTIONS.lastWriteOff,
      name: 'Write off',
      does: 'Gives up invoices or a part of one, with a reason. Nobody asks for it any more; it can be taken back.',
    },
    {
      actionId: ACTIONS.lastHandOver,
      name: 'Hand over',
      does: 'To a collection agency, once every gate is open and another person agrees. Our own chasing stops.',
    },
  ];
}

function orderActs({ open, orderNumbers }: CaseView): CaseAct[] {
  const tell: CaseAct = {
    actionId: ACTIONS.orderNumber,
    name: 'Their order number…',
    does: 'The number of their own order (PO) for an invoice: letters about that invoice name it.',
  };
  const wrong: CaseAct = {
    actionId: ACTIONS.orderTakeBack,
    name: 'A wrong order number…',
    does: 'Takes a number back: no letter names it any more, and what it settled is open again.',
  };
  return [...(open.length > 0 ? [tell] : []), ...(orderNumbers.length > 0 ? [wrong] : [])];
}

function disputeActs(view: CaseView): CaseAct[] {
  const open: CaseAct[] = [
    {
      actionId: ACTIONS.disputeOwner,
      name: 'Who settles this?',
      does: 'Name who settles the dispute, what comes next, and by when.',
    },
    {
      actionId: ACTIONS.caseResolve,
      name: 'Resolve the dispute',
      does: 'A credit, a correction, or reasons why the invoice stands; a letter that tells them is drafted.',
    },
  ];
  const reopen: CaseAct = {
    actionId: ACTIONS.disputeReopen,
    name: 'Reopen a dispute',
    does: 'It was not settled after all: what it is about is not asked for again.',
  };
  return [...(view.disputes.length > 0 ? open : []), ...(endedDisputes(view).length > 0 ? [reopen] : [])];
}
