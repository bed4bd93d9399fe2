// Writes off what will not be paid: asked with a reason, agreed to by a second person above a limit, and reversible.
import type { WriteOffPart } from '../core/last-resort-events.ts';
import { sumsOf } from '../core/last-resort-words.ts';
import type { Money } from '../core/money.ts';
import { isHandOver } from '../core/request-view.ts';
import { checkWriteOff } from '../core/write-off.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { mayApprove } from './decide-draft.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import {
  after,
  agree,
  ask,
  type Decision,
  decidedWords,
  findRequest,
  inTurn,
  NOT_APPROVER,
  record,
  redraw,
  type Told,
  whoMay,
} from './requests.ts';

export async function askWriteOff(
  ports: Ports,
  input: {
    customerId: string;
    invoices: readonly string[];
    amount: Money | null;
    reason: string;
    by: string;
  },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const situation = await gatherCustomer(ports, input.customerId);
    if (!situation) return NO_CUSTOMER;
    const { settings } = situation;
    if (!mayApprove(settings, input.by)) return NOT_APPROVER;
    const checked = checkWriteOff(situation.state, input, settings);
    if (checked.kind === 'refused') return checked;
    const { parts, total, approvals } = checked;
    const asked = await ask(ports, input.customerId, input.by, {
      kind: 'write_off_asked',
      currency: total.currency,
      parts,
      approvals,
      reason: input.reason,
    });
    if (asked.kind === 'refused') return asked;
    const { request } = asked.found;
    return request.status === 'in_force'
      ? { kind: 'told', words: `Written off. ${toBook(parts, settings.locale)}` }
      : {
          kind: 'told',
          words: `Asked. It goes above your limit, so a second person must agree. ${whoMay(settings, request)}`,
        };
  });
}

export async function agreeToWriteOff(ports: Ports, decision: Decision): Promise<Told | Refused> {
  return inTurn(ports, decision.customerId, async () => {
    const found = await agree(ports, decision, async ({ situation, state, request }) => {
      const { body } = request.event;
      if (body.kind !== 'write_off_asked') return 'This is no write-off.';
      // The request itself waits, and must not stand in its own way.
      const others = state.lastResort.writeOffs.filter(({ id }) => id !== request.id);
      const now = { ...state, lastResort: { ...state.lastResort, writeOffs: others } };
      for (const part of body.parts) {
        const asked = { invoices: [part.invoice], amount: part.amount };
        const checked = checkWriteOff(now, asked, situation.settings);
        if (checked.kind === 'refused') return `${checked.because} Decline this and ask again.`;
      }
      return null;
    });
    if ('kind' in found) return found;
    const { body } = found.request.event;
    const parts = body.kind === 'write_off_asked' ? body.parts : [];
    return { kind: 'told', words: `Written off. ${toBook(parts, found.situation.settings.locale)}` };
  });
}

/** We never change the books: somebody must. */
function toBook(parts: readonly WriteOffPart[], locale: string): string {
  const invoices = parts.map(({ invoice }) => invoice).join(', ');
  return `Enter it in your books: a credit note or a bad-debt entry of ${sumsOf(parts, locale)} for ${invoices}. When it is there and imported, press “It is in the books” on the card. I never change the books.`;
}

export async function endWriteOff(
  ports: Ports,
  input: {
    customerId: string;
    requestId: string;
    why: 'taken_back' | 'booked';
    note: string;
    by: string;
    card: MessageRef | null;
  },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const found = await findRequest(ports, input.customerId, input.requestId);
    if ('kind' in found) return found;
    const { request, situation } = found;
    if (!mayApprove(situation.settings, input.by)) return NOT_APPROVER;
    if (isHandOver(request) || request.status !== 'in_force') {
      await redraw(ports, found, input.card);
      return { kind: 'refused', because: decidedWords(request) };
    }
    const { requestId, why, note } = input;
    await record(ports, input.customerId, input.by, { kind: 'write_off_ended', requestId, why, note });
    const now = await after(ports, found, input.card);
    if ('kind' in now) return now;
    return {
      kind: 'told',
      words:
        why === 'booked'
          ? 'Noted. What the books have as open is chased as usual.'
          : 'Taken back. What is still open is asked for softly, as if it were new. If you entered it in your books, take it out there as well.',
    };
  });
}
