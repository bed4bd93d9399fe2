// Answers a wish to change something: with a proposal where the words say enough, else with the way to do it.
import { type Answer, answerOf } from '../core/asking/answer.ts';
import { cadenceIn, letterWishIn, partsIn, timeIn } from '../core/asking/read-wish.ts';
import { tellWish } from '../core/asking/tell-wish.ts';
import { aboutOf } from './answer-about-customer.ts';
import type { Asking } from './asking.ts';
import { offer, type Wish } from './propose.ts';

export async function answerWish(asking: Asking, text: string): Promise<Answer> {
  const { ports, question, asOf } = asking;
  const { intent, who } = question;
  const about = who?.kind === 'found' ? await aboutOf(asking, who.id) : null;
  const wish = wishIn(asking, text);
  if (!wish) return answerOf(intent, tellWish(question, about), { about, asOf });
  const made = await offer(ports, wish);
  // The reason stands with the customer's buttons, where something else may be done instead.
  if (made.kind === 'refused') return answerOf(intent, { sentences: [made.because] }, { about, asOf });
  const { deed, words } = made;
  const told = { sentences: [`${words.title}?`], lines: words.lines.map(plain) };
  return { ...answerOf(intent, told, { about, asOf }), offers: [{ deed, words }] };
}

const plain = (text: string) => ({ text, customerId: null });

/** Null where the words leave open what exactly is wished for, or it is no proposal. */
function wishIn({ question, asOf }: Asking, text: string): Wish | null {
  const { intent, who, day } = question;
  if (intent === 'do_digest_time') {
    const time = timeIn(text);
    return time && { kind: 'digest_time', time };
  }
  if (who?.kind !== 'found') return null;
  const customerId = who.id;
  switch (intent) {
    case 'do_draft':
      return { kind: 'draft', customerId, wish: letterWishIn(text) };
    case 'do_snooze':
      return day && { kind: 'snooze', customerId, until: day };
    case 'do_release':
      return { kind: 'release', customerId };
    case 'do_split': {
      const parts = partsIn(text);
      const first = day && day > asOf.today ? day : null;
      return parts === null ? null : { kind: 'split', customerId, parts, cadence: cadenceIn(text), first };
    }
    default:
      return null;
  }
}
