// Tells a promise of the past, of which nothing came, from one that is made now: the first is told, not recorded as made.
import type { Clause } from './clauses.ts';
import { words } from './marks.ts';

const CAME_TO_NOTHING = words(
  "still (?:nothing|waiting|no|not|haven't|hasn't|unpaid|outstanding)|(?:nothing|never|not|no money|no payment) (?:came|arrived|received|has|yet|showed|happened|turned up|paid)|(?:but|and) (?:did not|didn't|hasn't|haven't|never|nothing|no payment)|did not$|didn't$|never did|broke(?:n)? (?:his|her|their|the|its)? ?promise|todavía nada|sigue sin|toujours rien|immer noch nichts|noch nichts",
);

/** What follows a promise at once and denies it whatever its tense: "but did not". */
const DENIED = words(
  "^(?:(?:and|then|so far|he|she|they|it|that|which) )*(?:never did|(?:did not|didn't|hasn't|haven't|has not|have not)(?: (?:pay|paid|happen(?:ed)?|come|arrived?|do (?:so|it)|done (?:so|it)|kept? (?:it|to it)))?(?: yet)?(?=$|[,.])|(?:never|nothing) (?:came|arrived|happened|showed)|nothing(?: yet| so far)?(?=$|[,.])|broke (?:it|that|the promise|\\p{L}+ (?:promise|word))|no lo hi(?:zo|cieron)|ne l'(?:a|ont) pas fait|(?:(?:hat|haben|ist),? )?(?:es |aber |bisher )*(?:nicht (?:gezahlt|bezahlt|überwiesen|getan|gemacht|passiert|gekommen)|nichts (?:gekommen|bezahlt|passiert)))",
);
const REPORTED = words(
  'would|promised|agreed|committed|was|were|had|supposed to|meant to|should have|iba[n]?|prometi\\p{L}+|devai(?:t|ent)|avai(?:t|ent)|wollten?|hatten?|sollten?',
);
const STILL_AHEAD = words("will|\\p{L}+'ll|going to|gonna|wird|werden|va|van|vont");

export function cameToNothing(text: string): boolean {
  return CAME_TO_NOTHING.test(text);
}

/** "He said he would pay on the 10th but did not": the day is past although the words alone do not say so. */
export function isTold({ text, after }: Clause): boolean {
  if (DENIED.test(after)) return true;
  return REPORTED.test(text) && !STILL_AHEAD.test(text) && cameToNothing(after);
}
