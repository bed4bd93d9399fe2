// Checks that nothing is missing: what is owed, for what, how to pay, whom to ask; and that nothing hides in the text.
import type { DraftFacts } from '../facts.ts';
import { letterLocale } from '../letter/language.ts';
import { inLine } from '../letter/plain-text.ts';
import { formatMoney } from '../money.ts';
import type { Finding } from './finding.ts';
import { scan } from './scan.ts';
import { finding, type Sheet } from './sheet.ts';

const MAX_BODY_CHARS = 6000;

const WHOM_TO_ASK =
  /(?<![\p{L}])(?:reply|replying|write|call|ring|phone|contact|get in touch|let (?:me|us) know|tell (?:me|us)|drop (?:me|us)|speak|talk|ask|reach|responda|respondame|respuesta|conteste|llame|llamarme|digame|diganos|contacte|escriba(?:me)?|repond\w*|appel\w*|contact\w*|ecrivez|dites|faites-(?:le )?moi|antwort\w*|rufen|anruf|melden|sagen sie|schreiben sie|kontakt\w*)(?![\p{L}])/iu;
const HOW_TO_PAY =
  /(?<![\p{L}])(?:pay|payment|transfer|remit|settle|pagar|pago|transferencia|payer|paiement|virement|regler|reglement|zahlen|bezahlen|zahlung|uberweis\w*|begleichen)(?![\p{L}])/iu;

export function isScript(facts: DraftFacts): boolean {
  return facts.step === 'call' || facts.step === 'broken_promise_call' || facts.step === 'internal_review';
}

export function checkParts(subject: Sheet, body: Sheet, facts: DraftFacts): Finding[] {
  const findings = [...hiddenText(subject), ...hiddenText(body)];
  const missing = (code: string, severity: Finding['severity'], why: string, mend: string) =>
    findings.push(finding(code, severity, null, null, why, mend));
  if (subject.scan.text.trim() === '')
    missing('missing-subject', 'block', 'The letter has no subject.', 'Write one that names the invoice.');
  if (/[\r\n]/.test(subject.scan.original))
    missing('subject-lines', 'block', 'The subject is more than one line.', 'Write it on one line.');
  if (body.scan.text.trim() === '')
    missing('missing-body', 'block', 'The letter is empty.', 'Write it, or take the house template.');
  if (body.scan.original.length > MAX_BODY_CHARS)
    missing('too-long', 'warn', 'The letter is too long to be read.', 'Shorten it.');
  if (isScript(facts) || facts.occasion) return findings;

  const text = body.scan.text;
  const mentioned = new Set([...subject.mentions, ...body.mentions].map(({ invoice }) => invoice));
  const payable = facts.invoices.flatMap((invoice, index) => (invoice.kind === 'invoice' ? [index] : []));
  const locale = letterLocale(facts.language);
  if (!namesASum(text, facts, mentioned)) {
    missing(
      'missing-amount',
      'block',
      'The letter does not say what is owed.',
      `Say that ${formatMoney(facts.total, locale)} is open.`,
    );
  }
  if (payable.length > 0 && !payable.some((index) => mentioned.has(index))) {
    missing(
      'missing-invoice',
      'block',
      'The letter does not say which invoice it is about.',
      `Name invoice ${facts.invoices[payable[0] ?? 0]?.number}.`,
    );
  } else if (
    body.mentions.length > 1 &&
    payable.length <= 40 &&
    payable.some((index) => !mentioned.has(index))
  ) {
    const left = payable
      .filter((index) => !mentioned.has(index))
      .map((index) => facts.invoices[index]?.number);
    missing(
      'incomplete-list',
      'warn',
      `The letter leaves out ${left.slice(0, 3).join(', ')}.`,
      'List every open invoice.',
    );
  }
  if (!saysHowToPay(text, facts)) {
    missing(
      'missing-how-to-pay',
      'block',
      'The letter does not say how to pay.',
      'Put in the payment link or the bank details.',
    );
  }
  const signed = [facts.senderName, facts.businessName]
    .map((name) => scan('body', inLine(name)).text)
    .filter(Boolean);
  if (signed.length > 0 && !signed.some((name) => text.includes(name))) {
    missing(
      'missing-sender',
      'block',
      'Nobody has signed the letter.',
      `Sign it as ${facts.senderName || facts.businessName}.`,
    );
  }
  if (!WHOM_TO_ASK.test(text)) {
    missing(
      'missing-contact',
      'warn',
      'The letter does not say whom to ask.',
      'Say that the customer can reply to this e-mail.',
    );
  }
  return findings;
}

/** The total, or the open sum of every invoice that is named: in figures that the amounts check has accepted. */
function namesASum(text: string, facts: DraftFacts, mentioned: ReadonlySet<number>): boolean {
  const digits = (value: string) => value.replace(/\D/g, '');
  const inText = text.replace(/(\d)[.,' ](?=\d)/g, '$1').match(/\d+/g) ?? [];
  const has = (minor: number) => {
    const full = digits(formatMoney({ minor, currency: facts.total.currency }, 'en-US'));
    const whole = full.endsWith('00') ? full.slice(0, -2) : null;
    return inText.some((run) => run === full || run === whole);
  };
  if (has(Math.abs(facts.total.minor)) || /hundred|thousand|cient|mil |cent|hundert|tausend/i.test(text))
    return true;
  return mentioned.size > 0 && [...mentioned].some((index) => has(facts.invoices[index]?.open.minor ?? -1));
}

function saysHowToPay(text: string, facts: DraftFacts): boolean {
  const plain = (value: string) => scan('body', inLine(value)).text;
  const links = facts.invoices.flatMap(({ payLink }) => (payLink ? [plain(payLink)] : []));
  if (links.some((link) => text.includes(link))) return true;
  const bankLines = (facts.bankDetails ?? '')
    .split(/\r?\n/)
    .map(plain)
    .filter((line) => /\d/.test(line));
  if (bankLines.length > 0 && bankLines.every((line) => text.includes(line))) return true;
  return links.length === 0 && bankLines.length === 0 && HOW_TO_PAY.test(text);
}

/** Zero-width and direction-changing characters, and words that mix alphabets, have no place in a letter. */
function hiddenText({ scan: read }: Sheet): Finding[] {
  const findings: Finding[] = [];
  const why = 'Something invisible or disguised stands here.';
  const mend = 'Type this passage again.';
  const span = (start: number, end: number) => ({
    part: read.part,
    start,
    end,
    text: read.original.slice(start, end),
  });
  const first = read.hidden.find(
    (index) => !/\p{Extended_Pictographic}\uFE0F?$/u.test(read.original.slice(Math.max(0, index - 4), index)),
  );
  if (first !== undefined)
    findings.push({ code: 'hidden-text', severity: 'block', span: span(first, first + 1), why, mend });
  for (const match of read.original.matchAll(/[\p{L}\p{M}]+/gu)) {
    const word = match[0];
    if (
      /\p{Script=Latin}/u.test(word) &&
      /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]/u.test(word)
    ) {
      findings.push({
        code: 'mixed-alphabets',
        severity: 'block',
        span: span(match.index, match.index + word.length),
        why,
        mend,
      });
    }
  }
  return findings;
}
