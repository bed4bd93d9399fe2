// What a mail shows besides what it says of paying: it bounced, they are away or gone, they want no more mail, they are angry.
import { addDays, type Day } from '../calendar.ts';
import { guessLanguage } from '../reading/language.ts';
import { MarkedText } from '../reading/marks.ts';
import { normalise } from '../reading/normalise.ts';
import { markDates } from '../reading/spoken-dates.ts';
import type { MailSign, ReceivedMail } from './received-mail.ts';
import { ANGRY, AWAY, AWAY_SUBJECT, GONE, STOP, STOP_ALONE } from './sign-phrases.ts';

type Read = Pick<ReceivedMail, 'subject' | 'reply' | 'sort' | 'bounce'>;

/** Pure: the same mail on the same day always shows the same. */
export function readSigns(mail: Read, place: { readonly today: Day; readonly locale: string }): MailSign[] {
  if (mail.bounce) return [{ kind: 'bounce', bounce: mail.bounce }];
  const { text } = normalise(mail.reply);
  if (mail.sort === 'automatic' || AWAY_SUBJECT.test(mail.subject)) {
    if (GONE.test(text)) return [{ kind: 'left_company' }];
    const isAway = AWAY.test(text) || AWAY.test(mail.subject) || AWAY_SUBJECT.test(mail.subject);
    const until = isAway ? backOn(text, place) : null;
    // "Automatic reply" stands above receipts as well: somebody is away only where it says so.
    return AWAY.test(text) || AWAY.test(mail.subject)
      ? [{ kind: 'out_of_office', until }]
      : [{ kind: 'auto_reply' }];
  }
  const wantsNone =
    STOP.test(text) || STOP_ALONE.test(text) || (text === '' && STOP_ALONE.test(mail.subject));
  return [
    ...(wantsNone && !isOldAddress(text) ? [{ kind: 'stop' } as const] : []),
    ...(ANGRY.test(text) ? [{ kind: 'angry' } as const] : []),
  ];
}

/** "Do not contact our old address" asks for another address, not for silence. */
function isOldAddress(text: string): boolean {
  return /(?:old|previous|former|alte|antigua|ancienne) (?:e-?mail )?(?:address|e-?mail|adresse|dirección)/iu.test(
    text,
  );
}

/** "Until 7 December" is the day of return to most who write it; "bis einschließlich" and "through" are the day before it. */
function backOn(
  text: string,
  { today, locale }: { readonly today: Day; readonly locale: string },
): Day | null {
  const marked = new MarkedText(text);
  markDates(marked, today, locale, guessLanguage(text, locale));
  const days = marked
    .values('d', marked.text)
    .flatMap(({ forward }) => (forward.length === 1 ? forward : []))
    .sort();
  const last = days.at(-1);
  if (!last || last <= today) return null;
  return /einschließlich|through|inclusive|inclus|incluido/iu.test(text) ? addDays(last, 1) : last;
}
