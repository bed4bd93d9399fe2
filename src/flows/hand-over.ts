// Hands a debt over to an agency: asked by one, agreed to by another, called back, and what the agency reports.
import { dayIn } from '../core/calendar.ts';
import { names } from '../core/chase/case-file.ts';
import { dayOf } from '../core/chase/day-number.ts';
import { currenciesOf } from '../core/chase/last-resort.ts';
import type { CustomerState } from '../core/customer-state.ts';
import type { Draft } from '../core/draft.ts';
import { askGates, type FinalNotice, type HandOverAnswer, usualDeadline } from '../core/hand-over.ts';
import { overdueCurrencies, partOf, whatChanged, whyNoHandOver } from '../core/hand-over-currencies.ts';
import { partsOf } from '../core/last-resort-events.ts';
import { OutsideError } from '../core/outside-error.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { mayApprove } from './decide-draft.ts';
import { draftMessage } from './draft-message.ts';
import { chaseContext, gatherCustomer, type Situation } from './gather.ts';
import { givePack } from './give-timeline.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import {
  agree,
  ask,
  type Decision,
  type Found,
  findRequest,
  inTurn,
  NOT_APPROVER,
  type Told,
  whoMay,
} from './requests.ts';

/** The newest that went out in this currency; one from before a fresh start of its invoices says nothing any more. */
function finalNoticeOf(drafts: readonly Draft[], state: CustomerState, currency: string): FinalNotice | null {
  const notices = state.file.events.flatMap((event) => {
    const { body, at, day } = event;
    if (body.kind === 'sent' && body.step === 'final_notice' && body.currency === currency) {
      const sentOn = dayOf(day);
      const deadline = drafts.find(({ id }) => id === body.draftId)?.facts.deadline ?? usualDeadline(sentOn);
      return [{ at, sentOn, deadline, invoices: body.invoices }];
    }
    if (body.kind === 'earlier_contact' && body.step === 'final_notice') {
      return [{ at, sentOn: body.day, deadline: usualDeadline(body.day), invoices: [] as readonly string[] }];
    }
    return [];
  });
  const fresh = notices.filter(
    ({ at, invoices }) =>
      !state.holds.restarts.some(
        (restart) =>
          restart.at >= at &&
          (restart.invoices.length === 0 ||
            invoices.length === 0 ||
            state.file.invoices.some((one) => names(restart.invoices, one) && names(invoices, one))),
      ),
  );
  return fresh.at(-1) ?? null;
}

export async function handOverAnswer(
  ports: Ports,
  situation: Situation,
  currency: string,
  request?: string,
): Promise<HandOverAnswer> {
  const { customer, ledger, settings, now } = situation;
  const { state } = situation;
  return askGates({
    state,
    currency,
    finalNotice: finalNoticeOf(await ports.store.draftsOf(customer.id), state, currency),
    freshAt: ledger.freshAt,
    settings,
    context: chaseContext(settings, now),
    ...(request ? { request } : {}),
  });
}

async function handOverAnswers(
  ports: Ports,
  situation: Situation,
  currencies: readonly string[],
  request?: string,
): Promise<HandOverAnswer[]> {
  return Promise.all(currencies.map((currency) => handOverAnswer(ports, situation, currency, request)));
}

/** The answer in each currency in which anything is overdue; where nothing is, in the one that is asked about. */
export async function handOverChoices(
  ports: Ports,
  situation: Situation,
  currency: string | null,
): Promise<HandOverAnswer[]> {
  const overdue = overdueCurrencies(situation.state);
  const asked = currency ?? situation.settings.currency;
  return handOverAnswers(ports, situation, overdue.length > 0 ? overdue : [asked]);
}

export async function askHandOver(
  ports: Ports,
  input: {
    customerId: string;
    currencies: readonly string[];
    agencyId: string;
    reason: string;
    by: string;
  },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const situation = await gatherCustomer(ports, input.customerId);
    if (!situation) return NO_CUSTOMER;
    const { settings, customer, policy } = situation;
    if (!mayApprove(settings, input.by)) return NOT_APPROVER;
    const answers = await handOverAnswers(ports, situation, input.currencies);
    const closed = whyNoHandOver(customer.name, answers);
    if (closed) return { kind: 'refused', because: closed };
    const [part, ...more] = answers.map(partOf);
    if (!part) return { kind: 'refused', because: 'Choose in which currency to hand it over.' };
    const agency = settings.agencies.find(({ id }) => id === input.agencyId);
    if (!agency)
      return { kind: 'refused', because: 'That agency was taken out of the directory. Choose another.' };
    const asked = await ask(ports, input.customerId, input.by, {
      kind: 'hand_over_asked',
      ...part,
      ...(more.length > 0 ? { more } : {}),
      agencyId: agency.id,
      agency: agency.name,
      feePercent: agency.feePercent,
      approvals: policy.agency.approvals,
      reason: input.reason,
    });
    if (asked.kind === 'refused') return asked;
    return {
      kind: 'told',
      words: `Asked. ${nowOf(asked.found)}${await papers(ports, asked.found, input.by)}`,
    };
  });
}

/** What follows once it is agreed: the pack for the agency, and the draft of the one notice to the customer. */
async function papers(ports: Ports, found: Found, by: string): Promise<string> {
  if (found.request.status !== 'in_force') return '';
  return `${await firstPack(ports, found)}${await firstNotice(ports, found, by)}`;
}

/** One message a currency, as with every letter. */
async function firstNotice(ports: Ports, { request, situation }: Found, by: string): Promise<string> {
  const currencies = currenciesOf(request);
  const said: string[] = [];
  let waiting = 0;
  for (const currency of currencies) {
    const drafted = await draftMessage(ports, { customerId: situation.customer.id, currency, by });
    if (drafted.kind === 'refused') {
      const which = currencies.length > 1 ? ` in ${currency}` : '';
      said.push(` There is no notice to them${which} yet: ${drafted.because}`);
    } else waiting += 1;
  }
  if (waiting === 1) said.unshift(' The notice to them waits in the thread for an approver.');
  else if (waiting > 1)
    said.unshift(' The notices to them, one a currency, wait in the thread for an approver.');
  return said.join('');
}

/** What the card's button does: a notice that waits is shown, and one that is missing is drafted. */
export async function giveNotices(
  ports: Ports,
  input: { customerId: string; requestId: string; by: string },
): Promise<Told | Refused> {
  const { customerId, by } = input;
  const found = await findRequest(ports, customerId, input.requestId);
  if ('kind' in found) return found;
  const links: string[] = [];
  const refused: string[] = [];
  for (const currency of currenciesOf(found.request)) {
    const drafted = await draftMessage(ports, { customerId, currency, by });
    if (drafted.kind === 'refused') refused.push(drafted.because);
    else if (drafted.kind === 'drafted') links.push((await ports.chat.linkTo(drafted.card)) ?? '');
  }
  const [first] = refused;
  if (links.length === 0 && first) return { kind: 'refused', because: first };
  const words = links.map((link) =>
    link ? `<${link}|The letter is here>.` : 'The letter is in the thread.',
  );
  return { kind: 'told', words: words.join(' ') };
}

/** The pack comes by itself once, when the hand-over is agreed; the card's button gives it again. */
async function firstPack(ports: Ports, { request, situation }: Found): Promise<string> {
  const { customer, settings, now } = situation;
  const job = `pack ${request.id}`;
  const day = dayIn(settings.zone, request.event.at);
  if (!(await ports.store.claimJob(job, day, now))) return '';
  try {
    const given = await givePack(ports, { customerId: customer.id, requestId: request.id });
    return given.kind === 'told' ? ` ${given.words}` : ` The pack is still to be made: ${given.because}`;
  } catch (error) {
    await ports.store.releaseJob(job, day);
    if (!(error instanceof OutsideError)) throw error;
    return ' The pack could not be put into the thread: press “The pack” on the card.';
  }
}

function nowOf({ request, situation }: Found): string {
  return request.status === 'in_force'
    ? 'It is handed over, and we chase it no more.'
    : `Nothing happens before another person agrees. ${whoMay(situation.settings, request)}`;
}

/** The gates are asked again: what was true when somebody asked may be true no more. */
export async function agreeToHandOver(ports: Ports, decision: Decision): Promise<Told | Refused> {
  return inTurn(ports, decision.customerId, async () => {
    const found = await agree(ports, decision, ({ situation, request }) =>
      objection(ports, situation, request),
    );
    if ('kind' in found) return found;
    return { kind: 'told', words: `You agreed. ${nowOf(found)}${await papers(ports, found, decision.by)}` };
  });
}

async function objection(
  ports: Ports,
  situation: Situation,
  { id, event }: Found['request'],
): Promise<string | null> {
  const { body } = event;
  if (body.kind !== 'hand_over_asked') return 'This is no hand-over.';
  if (!situation.settings.agencies.some((one) => one.id === body.agencyId))
    return `${body.agency} was taken out of the directory. Decline this and ask again.`;
  const parts = partsOf(body);
  const currencies = parts.map(({ currency }) => currency);
  const answers = await handOverAnswers(ports, situation, currencies, id);
  return (
    whyNoHandOver(situation.customer.name, answers) ?? whatChanged(parts, answers, situation.settings.locale)
  );
}
