// How a customer sounded: in a mail by their own words, in a reply by what a colleague tells of them. Mostly: nothing to note.
import { withoutSignature } from '../mail/cut-quote.ts';
import { ANGRY } from '../mail/sign-phrases.ts';
import type { Tone } from '../outcome.ts';
import { words } from './marks.ts';
import { normalise } from './normalise.ts';

const any = (...parts: string[]): RegExp => words(parts.join('|'), 'giu');

const UPSET = any(
  'disappointed|frustrated|frustrating|annoyed|annoying|upset|unhappy',
  'decepcionad[oa]s?|molest[oa]s?|enfadad[oa]s?|enojad[oa]s?',
  'déçue?s?|mécontente?s?|énervée?s?|fâchée?s?',
  'enttäuscht|verärgert|sauer|ärgerlich',
);

/** "Thanks" alone stands under every mail; whoever thanks for something, or says sorry, means it. */
const WARM = any(
  "thank(?:s| you)(?: so much| very much| a lot| again)? for(?! nothing)|(?:much|really|greatly) appreciated|(?:we|i)(?: really| very much| do| truly)? appreciate|(?:so |very |really |truly )?sorry (?:for|about|that|again)|apologi[sz]e(?: \\p{L}+)? for|(?:my|our) (?:sincere )?apologies|(?:great|lovely|pleasure|good) (?:working|doing business|to hear|talking)|have a (?:great|good|nice|lovely|wonderful) (?:day|week|weekend|evening|holiday)|hope (?:you're|you are|all is) (?:\\p{L}+ )?well",
  'gracias por|agradec\\p{L}+|(?:disculpe|disculpen|perdón|perdone) (?:por|la|el|las|los)|le deseo|buen fin de semana',
  'merci (?:beaucoup )?(?:pour|de)|je vous remercie|nous vous remercions|(?:désolée?s?|navrée?s?) (?:pour|de|du)|toutes (?:mes|nos) excuses|bonne (?:journée|semaine|fin de semaine)|bon week-end',
  '(?:vielen |herzlichen |besten )?dank für|danke für|bedanke[nt]?|(?:tut|tun) (?:mir|uns) (?:sehr )?leid|entschuldigen sie|bitte um entschuldigung|schönes wochenende|schönen tag',
);

const TOLD_UPSET = any(
  'furious|angry|livid|fuming|rude|hostile|aggressive|irritated|annoyed|upset|shout(?:ed|ing)|yell(?:ed|ing)|scream(?:ed|ing)|swore at|hung up on|in a bad mood|pissed(?: off)?|unfriendly|impolite',
  'furios[oa]s?|enfadad[oa]s?|enojad[oa]s?|groser[oa]s?|gritó|gritaron',
  'furieu(?:x|se|ses)|fâchée?s?|énervée?s?|désagréables?|impolie?s?|crié',
  'wütend|sauer|unfreundlich|verärgert|unhöflich|geschrien|angeschrien|stinksauer',
);
const TOLD_WARM = any(
  '(?:very |really |super |quite |so )?friendly|(?:nice|good|pleasant|lovely|great) (?:chat|call|talk|conversation)|(?:was|were|is|are|very|really|so|super|quite) (?:nice|kind|polite|lovely|pleasant|understanding|apologetic|cooperative|grateful)|apologi[sz]ed|(?:was|were|very|so|really) sorry|said sorry|thanked (?:us|me)',
  'amables?|simpátic[oa]s?|se disculp\\p{L}+',
  "aimables?|sympas?|sympathiques?|s'est excusée?|se sont excusée?s",
  'freundlich|nett|höflich|sich entschuldigt',
);

/** Of a person's mail; a program has no mood. */
export function toneOfMail(reply: string): Tone | null {
  const { text } = normalise(withoutSignature(reply));
  if (ANGRY.test(text) || isSaid(UPSET, text)) return 'upset';
  return isSaid(WARM, text) ? 'friendly' : null;
}

/** Of what a colleague tells of them. Both at once, "furious at first, then very nice", is nothing to count. */
export function toneTold(text: string): Tone | null {
  const [upset, warm] = [isSaid(TOLD_UPSET, text), isSaid(TOLD_WARM, text)];
  if (upset === warm) return null;
  return upset ? 'upset' : 'friendly';
}

const DENIED =
  /(?<!\p{L})(?:not|never|no longer|no|\p{L}+n't|nicht|kein\p{L}*|nie|pas|jamais|nunca|less|hardly)(?:\s\p{L}+){0,2}\s$/iu;

function isSaid(pattern: RegExp, text: string): boolean {
  return [...text.matchAll(pattern)].some(
    ({ index }) => !DENIED.test(text.slice(Math.max(0, index - 40), index)),
  );
}
