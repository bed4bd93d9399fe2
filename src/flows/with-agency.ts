// What comes after a hand-over: the agency's reports, and calling it back.
import {
  type AgencyReport,
  holdingsOf,
  standingWords,
  whyNoReport,
  whyNoReports,
} from '../core/agency-report.ts';
import { dayIn } from '../core/calendar.ts';
import { covers, type HandOver } from '../core/chase/last-resort.ts';
import { listed } from '../core/chase/speaker.ts';
import type { HandOverEnd } from '../core/last-resort-events.ts';
import type { Money } from '../core/money.ts';
import type { Reading } from '../core/reading/reading.ts';
import { isHandOver, recoveredBy } from '../core/request-view.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef, PendingReading } from '../ports/records.ts';
import { mayApprove } from './decide-draft.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import {
  after,
  decidedWords,
  type Found,
  findRequest,
  inTurn,
  NOT_APPROVER,
  record,
  redraw,
  type Told,
} from './requests.ts';

type About = { customerId: string; requestId: string; by: string; card: MessageRef | null };

/** In force, or why nothing more can be recorded of it. */
async function inForce(ports: Ports, { customerId, requestId, card }: About): Promise<Found | Refused> {
  const found = await findRequest(ports, customerId, requestId);
  if ('kind' in found) return found;
  if (isHandOver(found.request) && found.request.status === 'in_force') return found;
  await redraw(ports, found, card);
  return { kind: 'refused', because: decidedWords(found.request) };
}

export async function logAgencyUpdate(
  ports: Ports,
  input: About & { note: string; recovered: Money | null; fee: Money | null },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const found = await inForce(ports, input);
    if ('kind' in found) return found;
    const { note, recovered, fee, requestId, customerId, by } = input;
    const { locale } = found.situation.settings;
    const holding = holdingsOf(found.state.lastResort).find((one) => one.requestId === requestId) ?? null;
    const because = whyNoReport(holding, { recovered, fee }, locale);
    if (because) return { kind: 'refused', because };
    const body = { kind: 'agency_update', requestId, note, recovered, fee } as const;
    await record(ports, customerId, by, body, input.card);
    const now = await after(ports, found, input.card);
    if ('kind' in now) return now;
    return { kind: 'told', words: `Logged.${recovered ? ` ${BOOK_IT}` : ''}` };
  });
}

const BOOK_IT = 'Enter what came in your books as well: I never change them.';

type Reported = Pick<PendingReading, 'customerId' | 'source'>;

/** Asked at the moment of confirming: what an agency has may be another now. Null: it may be recorded. */
export async function whyNotRecorded(
  ports: Ports,
  { customerId, source }: Reported,
  reading: Reading,
  by: string,
): Promise<Refused | null> {
  const reports = reportsIn(reading);
  if (reports.length === 0) return null;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { settings } = situation;
  const holdings = holdingsOf(situation.state.lastResort, source);
  const because = whyNoReports(holdings, reports, settings.locale);
  if (because) return { kind: 'refused', because };
  return reports.some(({ isGivenBack }) => isGivenBack) && !mayApprove(settings, by)
    ? {
        kind: 'refused',
        because:
          'This calls it back from the agency, which an approver confirms. Ask one, or press Change to log the words alone.',
      }
    : null;
}

/** Draws the hand-over's card anew after a report was recorded or taken back; how it stands now, or null: no report. */
export async function showReported(
  ports: Ports,
  { customerId, reading, state }: Pick<PendingReading, 'customerId' | 'reading' | 'state'>,
): Promise<string | null> {
  const lines: string[] = [];
  const reports = reportsIn(reading);
  for (const requestId of new Set(reports.map((report) => report.requestId))) {
    const found = await findRequest(ports, customerId, requestId);
    if ('kind' in found || !isHandOver(found.request)) continue;
    const { request, situation } = found;
    await redraw(ports, found, cardOf(request));
    const holding = holdingsOf(found.state.lastResort).find((one) => one.requestId === requestId);
    if (holding) lines.push(standingWords(holding, recoveredBy(request), situation.settings.locale));
  }
  if (state === 'confirmed' && reports.some(({ recovered }) => recovered)) lines.push(BOOK_IT);
  return lines.length > 0 ? lines.join(' ') : null;
}

function reportsIn(reading: Reading): AgencyReport[] {
  return reading.kind === 'outcomes'
    ? reading.items.flatMap(({ outcome }) => (outcome.kind === 'agency_report' ? [outcome] : []))
    : [];
}

/** Where people last pressed a button of it: what was agreed or logged there rests on the card and on no words. */
function cardOf({ decided, updates }: HandOver): MessageRef | null {
  const pressed = [decided, ...updates].findLast((event) => event?.source?.ts && event.source.quote === '');
  return pressed?.source ? { channel: pressed.source.channel, ts: pressed.source.ts } : null;
}

export async function callBack(
  ports: Ports,
  input: About & { why: HandOverEnd; note: string },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const found = await inForce(ports, input);
    if ('kind' in found) return found;
    const { settings } = found.situation;
    if (!mayApprove(settings, input.by)) return NOT_APPROVER;
    const open = handedOver(found);
    if (input.why === 'paid' && open.length > 0) {
      const numbers = listed(open, 3);
      return {
        kind: 'refused',
        because: `${numbers} ${open.length === 1 ? 'is' : 'are'} still open in the books. Import them first, or choose another reason.`,
      };
    }
    const { requestId, customerId, by, why, note } = input;
    await record(ports, customerId, by, { kind: 'hand_over_ended', requestId, why, note });
    const now = await after(ports, found, input.card);
    if ('kind' in now) return now;
    const next =
      open.length > 0
        ? 'What is still open is asked for softly, as if it were new.'
        : 'Nothing of it is open any more.';
    return { kind: 'told', words: `Called back. Tell the agency so. ${next}` };
  });
}

/** Numbers of the handed-over invoices that the books still have as open. */
function handedOver({ request, state }: Found): string[] {
  if (!isHandOver(request)) return [];
  return state.file.invoices
    .filter((invoice) => invoice.open.minor > 0 && covers(request, invoice))
    .map(({ number }) => number);
}

/** Said once in the case's thread: what an agency has is paid in the books, and the agency must hear of it. */
export async function tellPaidWithAgency(ports: Ports): Promise<void> {
  const { events } = await ports.store.ledger();
  const asked = events.filter(({ body }) => body.kind === 'hand_over_asked');
  for (const { customerId, id, at } of asked) {
    const found = await findRequest(ports, customerId, id);
    if ('kind' in found || found.request.status !== 'in_force' || handedOver(found).length > 0) continue;
    const kase = await ports.store.caseOf(customerId);
    const { settings, now } = found.situation;
    if (!kase?.card || !(await ports.store.claimJob(`agency paid ${id}`, dayIn(settings.zone, at), now)))
      continue;
    await ports.chat.say(
      'All that was handed over is paid in the books. Tell the agency so, and press *Call it back* on the card of the hand-over.',
      { channel: kase.card.channel, threadTs: kase.card.ts },
    );
  }
}
