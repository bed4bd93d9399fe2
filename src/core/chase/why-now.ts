// The one sentence that says why a customer is chased today.
import type { CustomerState } from '../customer-state.ts';
import { type Balance, type Chaseable, daysLateOf } from './balance.ts';
import { unkeptWordOf } from './broken-promise.ts';
import type { LadderAnswer } from './ladder.ts';
import type { PromiseState } from './promises.ts';
import { late, type Speaker, theStep } from './speaker.ts';

export function whyLadderStep(
  answer: Extract<LadderAnswer, { kind: 'due' }>,
  driver: Chaseable,
  state: CustomerState,
  say: Speaker,
): string {
  const age = late(daysLateOf(driver.invoice, state));
  const { step } = answer;
  if (step.channel === 'none') return `${age}${sinceLast(state, say)}: time to decide together how to go on.`;
  const claimed = unpaidClaim(state, say);
  if (claimed) return `${age}; ${claimed}.`;
  const word = unkeptWordOf(state, driver.invoice.open.currency);
  if (word) return `${age}. ${whyUnkeptWord(word, say)}`;
  if (answer.gentle) {
    return `${age}, but no earlier contact is recorded: it starts with ${theStep(step.name)}, not higher up.`;
  }
  const so = step.channel === 'call' ? ': time for a call' : '';
  return `${age}${sinceLast(state, say)}${so}.`;
}

/** Nobody is reproached with a word that may not have been theirs: the question goes to whoever may answer it. */
function whyUnkeptWord(
  { amount, currency, receivedMinor, dateDay, saidBy }: PromiseState,
  say: Speaker,
): string {
  const what = amount === 'full' ? 'The full sum' : say.money(amount.minor, currency);
  const who = saidBy?.words ?? 'somebody';
  const came = receivedMinor > 0 ? `only ${say.money(receivedMinor, currency)} has come` : 'it has not come';
  return `${what} was spoken of for ${say.day(dateDay)} by ${who}, who may not speak for them, and ${came}: ask whoever decides there.`;
}

/** " and no answer to the reminder of Wed 11 Nov". */
function sinceLast({ contacts }: CustomerState, say: Speaker): string {
  const { touches, lastConversation } = contacts;
  const last = touches.findLast(({ kind }) => kind !== 'courtesy');
  if (lastConversation && (!last || lastConversation.day >= last.day)) {
    return ` and nothing has come since we spoke on ${say.day(lastConversation.day)}`;
  }
  if (!last) return ' and nobody has written yet';
  if (last.kind === 'call') return ` and nothing has come since the call of ${say.day(last.day)}`;
  return ` and no answer to ${theStep(last.step ?? 'letter')} of ${say.day(last.day)}`;
}

function unpaidClaim({ holds, contacts }: CustomerState, say: Speaker): string | null {
  const said = holds.paidSaidBefore;
  if (!said || said.id !== contacts.lastConversation?.id) return null;
  if ((contacts.touches.at(-1)?.day ?? 0) > said.day) return null;
  return `they said on ${say.day(said.day)} that it was paid, and nothing has come`;
}

export function whyBrokenPromise(promise: PromiseState, breaks: number, say: Speaker): string {
  const { amount, currency, receivedMinor } = promise;
  const date = say.day(promise.dateDay);
  const what = amount === 'full' ? 'The full sum' : say.money(amount.minor, currency);
  const again = breaks > 1 ? ' It is not the first promise that was broken.' : '';
  if (promise.status === 'partial') {
    return `Only ${say.money(receivedMinor, currency)} of ${amount === 'full' ? 'all that was' : `the ${what}`} promised for ${date} has come: call and ask for the rest.`;
  }
  return `${what} promised for ${date} has not come.${again}${breaks > 1 ? '' : ' A person calls and asks for a new date.'}`;
}

export function whyCallback(askedOn: number, on: number, today: number, say: Speaker): string {
  const when = on === today ? 'today' : `on ${say.day(on)}, and nobody has yet`;
  return `They asked on ${say.day(askedOn)} to be called back ${when}.`;
}

export function whyNudge(balance: Balance, say: Speaker): string {
  const first = balance.upcoming[0];
  if (!first) return '';
  return `${first.number} (${say.money(first.open.minor, balance.currency)}) is due on ${say.day(first.dueDay)}: a friendly note before.`;
}
