// Checks whom the letter greets, who signs it, and which people and companies it names; and that no slot is left in it.
import type { DraftFacts } from '../facts.ts';
import { inLine } from '../letter/plain-text.ts';
import type { Finding } from './finding.ts';
import { scan } from './scan.ts';
import { BLOT, finding, matchesOf, type Sheet, sentenceAround } from './sheet.ts';

const GREETING =
  /^(?:dear|hello|hi|hey|good (?:morning|afternoon|day|evening)|greetings|hola|estimad[oa]s?|buenos dias|buenas tardes|bonjour|bonsoir|cher|chere|guten (?:tag|morgen)|hallo|liebe[r]?|sehr geehrte[r]?)\b[ ,]*(?<name>[^\n,:!.]*(?:(?<=\b(?:mr|mrs|ms|dr|prof|sr|sra|m|mme))\.[^\n,:!.]*)?)/gim;

/** Greetings that name nobody. */
const ANYBODY =
  /^(?:there|all|both|everyone|again|team|(?:\p{L}+ )?team|sirs?|madam|sir or madam|sir\/madam|customer|accounts?(?: (?:payable|team|department))?|accounting|friends?|and (?:happy|good) .*|a todos|senores|equipo|madame|monsieur|madame, monsieur|a tous|damen und herren|zusammen|team)$/iu;

const TITLES = /^(?:mr|mrs|ms|mx|dr|prof|herr|frau|herrn|m|mme|mlle|sr|sra|srta|don|dona|senor|senora)\.? /i;

/** A person by their title, anywhere: "Mr. Whitmore", "Frau Lang". */
const TITLED =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herrn?|Frau|Mme|Mlle|Madame|Monsieur|Sra?|Srta|Senora?|Dona|Don)\.? (?<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/gu;

/** Who signs: the words after a closing phrase, on its line or on the next. */
const SIGNED =
  /(?<![\p{L}])(?:(?:kind|best|warm|many|with|yours)? ?(?:regards|sincerely|truly|faithfully)|best wishes|sincerely|cheers|mit freundlichen grussen|(?:viele|beste|freundliche|herzliche|schone) grusse|cordialement|bien a vous|salutations(?: distinguees)?|bien cordialement|un (?:cordial )?saludo|saludos(?: cordiales)?|atentamente|cordialmente)[,.]?[ \n]{1,3}(?:(?:ihre?|your|votre|su|tu|from) )?(?<name>\p{Lu}[^\n,]{1,60})/giu;

/** Two capitals, or one that is no ordinary word: "Mark Jensen", not "The accounts team". */
const PERSON =
  /^(?!(?:The|Your|Our|Die|Der|Das|Ihre?|Votre|Notre|Su|El|La|Le|Les|Accounts?)\b)\p{Lu}[\p{Ll}'-]+(?: \p{Lu}[\p{L}'.-]*|$)/u;

const COMPANY =
  /(?<![\p{L}\p{N}])(?:[A-Z][\p{L}\p{N}&'-]*,? ){1,4}(?:Inc|LLC|Ltd|Limited|Corp|Corporation|GmbH|AG|KG|SARL|SAS|SA|SL|S\.L|S\.A|BV|PLC|LLP|OHG|UG|eG)\b\.?/gu;

/** "On behalf of X", "the firm X", "for X Dental": whose letter it says it is, or whose debt. */
const SPEAKS_FOR =
  /(?<![\p{L}])(?:on behalf of|in the name of|representing|at|im namen (?:von|der|des)|im auftrag (?:von|der|des)|firma|au nom de|pour le compte de|(?:la )?societe|l'entreprise|en nombre de|de parte de|la empresa|la firma) (?:la societe |der firma |la empresa |the firm |the company )?(?<name>\p{Lu}[\p{L}\p{N}&'-]+(?: (?:& |de |del |und |et |y )?\p{Lu}[\p{L}\p{N}&'-]+){1,3})/gu;

const LEFT_OVER =
  /\{\{?[^{}\n]{0,80}\}?\}|\[\[?[^\][\n]{0,80}\]\]?|<<[^<>\n]{0,80}>>|\$\{[^}\n]{0,80}\}|%[a-z_]{2,40}%|(?<![\p{L}])(?:lorem ipsum|xx+|tbd|tbc|your name here|insert (?:name|amount|date|link)|placeholder)(?![\p{L}])|_{3,}|\?{3,}/giu;

/** Ends of names that many names have, so that sharing one means little. */
const COMMON = /^(?:the|and|inc|llc|ltd|gmbh|corp|group|company|co|services?|de|del|la|le|les|und|et|y|of)$/;

export function checkNames(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  const report = (code: string, start: number, end: number, why: string, mend: string) =>
    findings.push(finding(code, 'block', sheet, [start, end], why, mend));
  for (const { index, 0: said } of matchesOf(sheet.words, LEFT_OVER)) {
    report(
      'leftover-slot',
      index,
      index + said.length,
      'A placeholder was left in the letter.',
      'Write what belongs there, or take it out.',
    );
  }
  const { text } = sheet.scan;
  const theirs = wordsOf([facts.contactName ?? '', facts.customerName]);
  const anyones = wordsOf([
    facts.senderName,
    facts.businessName,
    facts.contactName ?? '',
    facts.customerName,
  ]);
  const greet = `Greet ${facts.contactName ?? facts.customerName}.`;
  const named = (match: RegExpMatchArray) => (match.groups?.name ?? '').trim().replace(TITLES, '').trim();
  const from = (match: RegExpMatchArray) =>
    (match.index ?? 0) + match[0].lastIndexOf(match.groups?.name ?? '');
  const until = (match: RegExpMatchArray) => (match.index ?? 0) + match[0].length;

  if (sheet.scan.part === 'body') {
    for (const match of matchesOf(text, GREETING)) {
      const name = named(match);
      // Past the first line a greeting's word may begin an ordinary sentence.
      const isGreeting = match.index === 0 || /^\p{Lu}/u.test(name);
      if (isGreeting && name !== '' && !ANYBODY.test(name) && !consistsOf(name, theirs))
        report(
          'wrong-name',
          from(match),
          until(match),
          'The letter greets somebody who is not its contact.',
          greet,
        );
    }
  }
  for (const match of matchesOf(text, TITLED)) {
    if (!consistsOf(named(match), anyones))
      report(
        'wrong-name',
        from(match),
        until(match),
        'This person is neither the contact nor the sender.',
        greet,
      );
  }
  for (const match of matchesOf(text, SIGNED)) {
    const isOurs =
      sharesWord(named(match), anyones) || sheet.words.slice(from(match), until(match)).includes(BLOT);
    if (PERSON.test(named(match)) && !isOurs)
      report(
        'wrong-sender',
        from(match),
        until(match),
        'Somebody else signs than the sender in the settings.',
        `Sign as ${facts.senderName || facts.businessName}.`,
      );
  }
  for (const pattern of [COMPANY, SPEAKS_FOR]) {
    for (const match of matchesOf(sheet.words, pattern)) {
      report(
        'unknown-company',
        match.index,
        until(match),
        'This company is neither the customer nor us.',
        'Take it out: a letter speaks of no other company.',
      );
    }
  }
  findings.push(...nearMisses(sheet, facts));
  return findings;
}

/** "Apex Dental" for "Acme Dental": a name that shares a word with one we know, and is not it. */
function nearMisses(sheet: Sheet, facts: DraftFacts): Finding[] {
  const parts = [facts.customerName, facts.businessName]
    .flatMap((name) => plain(name).split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 2 && /^\p{Lu}/u.test(part) && !COMMON.test(part.toLowerCase()));
  return matchesOf(sheet.words, NAME).flatMap(({ index: start, 0: said }) => {
    const words = said.split(/[ ]/);
    const shared = words.filter((word) => parts.includes(word));
    if (shared.length === 0 || shared.length === words.length) return [];
    const [sentenceStart] = sentenceAround(sheet, start);
    // The first word of a sentence is capital for another reason: "Dental practices are busy".
    const opens = sheet.scan.text.slice(sentenceStart, start).trim() === '';
    if (opens && words.length === 2 && parts.includes(words[1] ?? '') && ORDINARY.test(words[0] ?? ''))
      return [];
    return [
      finding(
        'wrong-name',
        'block',
        sheet,
        [start, start + said.length],
        'This is close to a name in the facts, but it is not that name.',
        `Write ${facts.customerName} or ${facts.businessName} as they are.`,
      ),
    ];
  });
}

const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'-]+(?: (?:de |del |und |et |y |& )?\p{Lu}[\p{L}\p{N}'-]+)+/gu;
const ORDINARY =
  /^(?:The|Our|Your|This|That|For|At|As|In|On|Dear|Hello|Hi|And|But|If|When|Since|With|From|To|Die|Der|Das|Ihre?|Le|La|Les|Votre|El|Su|De|Para|Pour|Hola|Bonjour|Thank|Thanks)$/;

function plain(text: string): string {
  return scan('body', inLine(text)).text;
}

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names
      .flatMap((each) =>
        plain(each)
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u),
      )
      .filter(Boolean),
  );
}

/** Every word of the name belongs to the known ones, but for "and", "at" and the like. */
function consistsOf(name: string, known: ReadonlySet<string>): boolean {
  return nameWords(name).every((word) => known.has(word));
}

function sharesWord(name: string, known: ReadonlySet<string>): boolean {
  return nameWords(name).some((word) => known.has(word));
}

function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:and|und|et|y|de|from|von|at|team)$/.test(word));
}
