// Reads a reply in a case's thread: what it says of the customer, how sure that is, and what must be asked first.
import type { Money } from '../money.ts';
import type { Outcome, Via } from '../outcome.ts';
import { markAmounts } from './amounts.ts';
import { isOrder, isOwnTalk, isWorthNoting } from './chatter.ts';
import { clausesOf } from './clauses.ts';
import { markContacts } from './contacts.ts';
import { certain, type DraftItem, weigh } from './draft-item.ts';
import { markInvoices } from './invoices.ts';
import { guessLanguage } from './language.ts';
import { MarkedText, words } from './marks.ts';
import { markNow } from './named-days.ts';
import { normalise } from './normalise.ts';
import { markOrderNumbers } from './order-numbers.ts';
import { readAgency } from './read-agency.ts';
import { readClause } from './read-clause.ts';
import { toneTold } from './read-tone.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { reconcile } from './reconcile.ts';
import { markDates } from './spoken-dates.ts';
import { owed } from './sums.ts';
import { withSpeakers } from './who-said.ts';

/** Pure: the same words in the same context always mean the same, and no words make it throw. */
export function readReply(reply: string, context: ReadingContext): Reading {
  const { text, wasCut, mentions } = normalise(reply);
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'chatter' };
  const marked = new MarkedText(text);
  markOrderNumbers(marked, context);
  markContacts(marked);
  markInvoices(marked, context);
  markDates(marked, context.today, context.locale, guessLanguage(text, context.locale));
  markAmounts(marked);
  markNow(marked, context.today);
  if (isOrder(text, marked.text)) return outcomes([certain({ kind: 'note', text }, text)], text, wasCut);
  const agency = readAgency(marked, context);
  if (agency) marked.text = agency.rest;
  const clauses = clausesOf(marked);
  const drafts: DraftItem[] = agency ? [agency.draft] : [];
  const before: Money[] = [];
  for (const clause of clauses) {
    if (isOwnTalk(clause, mentions)) continue;
    const draft = readClause({ marked, clause, context, before: [...before] }, text);
    if (!draft) continue;
    const isRest = marked.values('a', clause.text).some(({ kind }) => kind === 'rest');
    drafts.push(isRest && drafts.some(isPartOfInvoice) ? { ...draft, isSure: false } : draft);
    before.push(...amountsOf(draft, context));
  }
  const meant = withSpeakers(reconcile(drafts, text), text, context.contacts ?? []);
  if (meant.length > 0) return outcomes(meant, text, wasCut);
  if (isWorthNoting(text, clauses, mentions))
    return outcomes([certain({ kind: 'note', text }, text)], text, wasCut);
  return { kind: 'chatter' };
}

/** "300 of INV-1055 and the rest on Friday": the rest may be that of the invoice, or of all. */
function isPartOfInvoice({ outcome }: DraftItem): boolean {
  if (outcome?.kind !== 'promise' && outcome?.kind !== 'claims_paid') return false;
  return outcome.amount !== 'full' && outcome.invoices.length > 0;
}

/** What a "rest" leaves out; a sum is named before its day is clear: "half soon, the rest on Friday". */
function amountsOf({ outcome, choices }: DraftItem, context: ReadingContext): readonly Money[] {
  const of = outcome ? [outcome] : choices.map((choice) => choice.outcome);
  const [first = [], ...others] = of.map((one) => amountsNamed(one, context));
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : [];
}

function amountsNamed(outcome: Outcome, context: ReadingContext): readonly Money[] {
  if (!('amount' in outcome) || outcome.amount === null) return [];
  if (outcome.amount !== 'full') return [outcome.amount];
  const isPart = outcome.kind === 'promise' && outcome.invoices.length > 0;
  return isPart ? owed(context, outcome.invoices) : [];
}

function outcomes(drafts: readonly DraftItem[], text: string, wasCut: boolean): Reading {
  const { items, problems } = weigh(drafts);
  const isSure = !wasCut && drafts.every((draft) => draft.isSure);
  const tone = toneTold(text);
  return {
    kind: 'outcomes',
    items,
    problems,
    via: viaOf(
      text,
      items.map(({ outcome }) => outcome),
    ),
    ...(tone ? { tone } : {}),
    sureness: isSure ? 'high' : 'low',
    by: 'grammar',
  };
}

const VIAS: readonly (readonly [Via, RegExp])[] = [
  [
    'meeting',
    words(
      'met(?: with)?|meeting with|in person|on site|visited|dropped by|me reuní|rencontré|vor ort|besuch\\p{L}*',
    ),
  ],
  [
    'call',
    words(
      'spoke|spoken|talked|called(?! twice)|call w/?|rang|phoned|phone|on the line|lvm|vm|voice ?mail|pick(?:ed)? up|l\\/v|hablé|llamé|llamada|appelé|appel|téléphone|telefoniert|angerufen|anruf|telefon|mailbox',
    ),
  ],
  [
    'email',
    words(
      'e-?mailed|by e-?mail|via e-?mail|wrote|replied|writes|in an e-?mail|per mail|geschrieben|correo|escrib\\p{L}+|écrit|courriel',
    ),
  ],
];

function viaOf(text: string, outcomesRead: readonly Outcome[]): Via | null {
  const said = VIAS.find(([, pattern]) => pattern.test(text))?.[0];
  if (said) return said;
  return outcomesRead.some(({ kind }) => kind === 'no_answer' || kind === 'left_message') ? 'call' : null;
}
