// Checks whom the letter greets, which companies it names, and that no slot or placeholder is left in it.
import type { DraftFacts } from '../facts.ts';
import { inLine } from '../letter/plain-text.ts';
import type { Finding } from './finding.ts';
import { scan } from './scan.ts';
import { finding, type Sheet } from './sheet.ts';

const GREETING =
  /^(?:dear|hello|hi|hey|good (?:morning|afternoon|day)|greetings|hola|estimad[oa]s?|buenos dias|buenas tardes|bonjour|bonsoir|cher|chere|guten (?:tag|morgen)|hallo|liebe[r]?|sehr geehrte[r]?)\b[ ,]*(?<name>[^\n,:!]*)/i;

/** Greetings that name nobody. */
const ANYBODY =
  /^(?:there|all|both|everyone|again|team|(?:\p{L}+ )?team|sirs?|madam|sir or madam|sir\/madam|customer|accounts?(?: (?:payable|team|department))?|accounting|friends?|and (?:happy|good) .*|a todos|senores|equipo|madame|monsieur|madame, monsieur|a tous|damen und herren|zusammen|team)$/iu;

const TITLES = /^(?:mr|mrs|ms|mx|dr|prof|herr|frau|herrn|m|mme|mlle|sr|sra|srta|don|dona|senor|senora)\.? /i;

const COMPANY =
  /(?<![\p{L}\p{N}])(?:[A-Z][\p{L}\p{N}&'-]*,? ){1,4}(?:Inc|LLC|Ltd|Limited|Corp|Corporation|GmbH|AG|KG|SARL|SAS|SA|SL|S\.L|S\.A|BV|PLC)\b\.?/gu;

const LEFT_OVER =
  /\{\{?[^{}\n]{0,80}\}?\}|\[\[?[^\][\n]{0,80}\]\]?|<<[^<>\n]{0,80}>>|\$\{[^}\n]{0,80}\}|%[a-z_]{2,40}%|(?<![\p{L}])(?:lorem ipsum|xx+|tbd|tbc|your name here|insert (?:name|amount|date|link)|placeholder)(?![\p{L}])|_{3,}|\?{3,}/giu;

export function checkNames(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  for (const match of sheet.words.matchAll(LEFT_OVER)) {
    const range = [match.index, match.index + match[0].length] as const;
    findings.push(
      finding(
        'leftover-slot',
        'block',
        sheet,
        range,
        'A placeholder was left in the letter.',
        'Write what belongs there, or take it out.',
      ),
    );
  }
  if (sheet.scan.part === 'body') {
    const greeted = GREETING.exec(sheet.scan.text);
    const name = (greeted?.groups?.name ?? '').trim().replace(TITLES, '').trim();
    if (greeted && name !== '' && !ANYBODY.test(name) && !isKnown(name, facts)) {
      const start = greeted[0].indexOf(greeted.groups?.name ?? '');
      findings.push(
        finding(
          'wrong-name',
          'block',
          sheet,
          [start, greeted[0].length],
          'The letter greets somebody who is not its contact.',
          `Greet ${facts.contactName ?? facts.customerName}.`,
        ),
      );
    }
  }
  for (const match of sheet.words.matchAll(COMPANY)) {
    const range = [match.index, match.index + match[0].length] as const;
    findings.push(
      finding(
        'unknown-company',
        'block',
        sheet,
        range,
        'This company is neither the customer nor us.',
        'Take it out: a letter speaks of no other company.',
      ),
    );
  }
  return findings;
}

/** Every word of the greeting belongs to the contact's or the customer's name. */
function isKnown(name: string, facts: DraftFacts): boolean {
  const known = new Set(
    [facts.contactName ?? '', facts.customerName]
      .flatMap((each) =>
        scan('body', inLine(each))
          .text.toLowerCase()
          .split(/[^\p{L}\p{N}]+/u),
      )
      .filter(Boolean),
  );
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:and|und|et|y|de|from|von|at|team)$/.test(word))
    .every((word) => known.has(word));
}
