// Whether the words of a promise are the customer's and meant: not our demand, not our own plan, not told with doubt.
import type { Clause } from './clauses.ts';
import { words } from './marks.ts';

const HEDGE = words(
  '(?:was|were) (?:supposed|meant|going|due) to|(?:must|ha(?:s|ve) to|needs? to)(?= (?:\\p{L}+ )?pay)|soll(?:en)?|muss|müssen|maybe|perhaps|probably|hopefully|might|may(?! ⟨)|should|could|would|tr(?:y|ies|ying)|hopes?|hoping|thinks?|think so|not sure|unsure|likely|possibly|wants? to|aims?|intends?|if|unless|provided|assuming|expects?|believes?|quizás|tal vez|espera\\p{L}*|a lo mejor|peut-être|espère\\p{L}*|sans doute|devrait|si|vielleicht|wahrscheinlich|hofft|hoffen|sollte\\p{L}*|eventuell|wenn|falls',
);
/** What a colleague thinks of it, wherever in the reply it stands. */
const DISBELIEF = words(
  "doubt(?:s|ful)?|(?:don't|do not|dont|can't|cannot|hard to|wouldn't|won't) (?:really |quite )?believe|not (?:holding my breath|convinced|counting on it)|yeah,? right|as if|lol|haha+|rofl|like last time|as usual|same (?:old )?(?:story|excuse)|heard that before|we'll see|(?:glaub\\p{L}*|kauf\\p{L}*)(?: \\p{L}+){0,2} nicht|angeblich|wer's glaubt|je n'y crois|j'en doute|soi-disant|(?:no (?:me |nos )?(?:lo )?(?:creo|creemos))|lo dudo|supuestamente|ja ja|jaja",
);

export function isDoubted({ text, lent }: Clause, whole: string): boolean {
  if ([text, ...lent].some((one) => HEDGE.test(one)) || DISBELIEF.test(whole)) return true;
  return /^(?:maybe|perhaps|probably|hopefully|possibly|i think|i guess|quizás|peut-être|vielleicht)(?!\p{L})/iu.test(
    whole,
  );
}

/** "Asked them to pay by Friday", "habe ihm gesagt, er soll zahlen": what we want of them, not what they said. */
const THEM = '(?:them|him|her|the (?:customer|client)|accounts|ap|\\p{Lu}\\p{L}+)';
const TO_PAY =
  '(?:that )?(?:to|(?:they|he|she|it) (?:must|should|needs? to|ha(?:s|ve) to|ought to)) (?:\\p{L}+ ){0,2}(?:pay|settle|clear|transfer|send|wire)';
const DEMAND = words(
  [
    `(?:^|(?<!\\p{L})(?:i|we)(?:'ve| have)? )(?:(?:just|also|again|already|i've|we've|so|and) )*(?:told|asked|reminded|urged|begged|pushed|pressed|instructed|warned|chased) ${THEM}(?: (?:again|once more|nicely))? ${TO_PAY}`,
    `(?:i|we) (?:want|need|expect) ${THEM} ${TO_PAY}|(?:were|was|been) (?:asked|told|reminded|instructed) ${TO_PAY}`,
    "(?:^|(?:i|we)(?:'ve| have)? (?:\\p{L}+ )?)(?:asked|pushed|pressed|demanded|requested)(?: (?:them|him|her))?(?: for)? ⟨a",
    '(?:^|(?:ich|wir) )hab\\p{L}* (?:ihn|ihm|sie|ihr|ihnen)(?: ⟨[ad]\\d+⟩| \\p{L}+){0,3} (?:gebeten|aufgefordert|gemahnt|erinnert|gesagt)',
    '(?:je|nous) (?:lui|leur) (?:ai|avons) (?:demandé|dit) de|(?:le|les) (?:ped[íi]|pedimos|dije|dijimos) que',
  ].join('|'),
);
/** "Habe ihn gebeten, bis Freitag zu zahlen": what goes on after a demand, and is no answer to it. */
const GOES_ON =
  /^(?:by|to|bis|zu|dass) |(?<!\p{L})(?:zu zahlen|soll(?:en)?|muss|müssen|should|must|ha(?:s|ve) to)(?!\p{L})/iu;
const AGREED = words(
  "agree[sd]?|accept(?:s|ed)?|ok(?:ay)?|yes|fine|promise[sd]?|confirm(?:s|ed)?|will|\\p{L}+'ll|said (?:yes|ok|fine)|ja|zugesagt|einverstanden|versprochen|oui|d'accord|promis|sí|acept\\p{L}+|de acuerdo",
);

export function isDemand(text: string): boolean {
  return DEMAND.test(text.trim());
}

export function isDemanded({ text, lent }: Clause): boolean {
  return isDemand(text) || (GOES_ON.test(text) && lent.some(isDemand));
}

/** Nobody is told to have agreed. */
export function isOnlyDemanded(clause: Clause): boolean {
  return isDemanded(clause) && !AGREED.test(clause.after);
}

/** "We will pay …" is the customer's own words only where somebody is quoted. */
export function isOurs(clause: string, whole: string): boolean {
  return (
    /(?<!\p{L})(?:we|i)(?:'ll|'re| will| are| should| can| have)(?!\p{L})/iu.test(clause) &&
    !/[:"]|(?<!\p{L})(?:said|says|wrote|told|replied|email\p{L}*)(?!\p{L})/iu.test(whole)
  );
}
