// Measures the guard on both sides: what it lets through that it must not, and what it stops without reason.
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../../src/core/draft.ts';
import type { DraftFacts } from '../../../src/core/facts.ts';
import { checkLetter } from '../../../src/core/guard/check-letter.ts';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import { letterLocale } from '../../../src/core/letter/language.ts';
import { mailHtml } from '../../../src/core/letter/mail-html.ts';
import { formatMoney } from '../../../src/core/money.ts';
import { exampleFacts, invoiceFact } from '../letter/letter-facts.ts';
import { BAD_SENTENCES } from './letters/bad-sentences.ts';
import type { BadCase, GoodCase } from './letters/case.ts';
import { FRESH_BAD } from './letters/fresh-bad.ts';
import { FRESH_GOOD } from './letters/fresh-good.ts';
import { GOOD_SENTENCES } from './letters/good-sentences.ts';
import { HELD_OUT_BAD } from './letters/held-out-bad.ts';
import { HELD_OUT_GOOD } from './letters/held-out-good.ts';

const WORDS: Readonly<Record<string, string>> = {
  en: '{{greeting}}\n\nSENTENCE\n\n{{total_open}} is open.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nPlease {{reach_us}}.\n\n{{signature}}',
  es: '{{greeting}}\n\nSENTENCE\n\nQuedan {{total_open}}.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nPor favor, {{reach_us}}.\n\n{{signature}}',
  fr: '{{greeting}}\n\nSENTENCE\n\nIl reste {{total_open}}.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nS’il vous plaît, {{reach_us}}.\n\n{{signature}}',
  de: '{{greeting}}\n\nSENTENCE\n\nOffen sind {{total_open}}.\n\n{{invoice_list}}\n\n{{how_to_pay}}\n\nBitte {{reach_us}}.\n\n{{signature}}',
};

function letterSaying(sentence: string, facts: DraftFacts): Letter {
  const words = WORDS[facts.language.slice(0, 2)] ?? '';
  const { letter } = fillLetter({ subject: 'About {{invoice_numbers}}', body: words }, facts);
  return { ...letter, body: letter.body.replace('SENTENCE', () => sentence) };
}

const blocking = (letter: Letter, facts: DraftFacts) =>
  checkLetter(letter, facts).filter(({ severity }) => severity === 'block');

describe('the guard, measured', () => {
  test('lets every good letter pass', () => {
    const alarms = GOOD_SENTENCES.flatMap(({ says, step, language }) => {
      const facts = exampleFacts({ ...(step ? { step } : {}), ...(language ? { language } : {}) });
      const found = checkLetter(letterSaying(says, facts), facts);
      return found.length > 0
        ? [`${says} → ${found.map(({ code, span }) => `${code} "${span?.text ?? ''}"`).join(', ')}`]
        : [];
    });
    console.log(`good letters: ${GOOD_SENTENCES.length}, false alarms: ${alarms.length}`);
    expect(alarms).toEqual([]);
  });

  test('finds every bad letter', () => {
    const missed: string[] = [];
    let count = 0;
    for (const [family, sentences] of Object.entries(BAD_SENTENCES)) {
      let found = 0;
      for (const says of sentences) {
        count += 1;
        if (blocking(letterSaying(says, exampleFacts()), exampleFacts()).length > 0) found += 1;
        else missed.push(`${family}: ${says}`);
      }
      console.log(`bad letters, ${family}: ${found} of ${sentences.length} found`);
    }
    console.log(`bad letters: ${count}, missed: ${missed.length}`);
    expect(missed).toEqual([]);
  });

  const TAGS = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;
  const found = ({ says, language }: BadCase) => {
    const facts = exampleFacts({ language: TAGS[language] });
    return blocking(letterSaying(says, facts), facts).length > 0;
  };
  const alarmsOf = ({ says, language, step }: GoodCase) => {
    const facts = exampleFacts({ language: TAGS[language], step });
    return checkLetter(letterSaying(says, facts), facts).map(({ code }) => code);
  };
  const share = (part: number, all: number) => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;

  test('finds the bad letters of others that it was tuned on', () => {
    const missed = FRESH_BAD.filter((each) => !found(each));
    console.log(
      `bad letters of others, tuned on: ${share(FRESH_BAD.length - missed.length, FRESH_BAD.length)} found`,
    );
    expect(missed).toEqual([]);
  });

  test('lets the good letters of others that it was tuned on pass', () => {
    const blamed = FRESH_GOOD.filter((each) => alarmsOf(each).length > 0);
    console.log(`good letters of others, tuned on: ${share(blamed.length, FRESH_GOOD.length)} blamed`);
    expect(blamed.length).toBeLessThanOrEqual(1);
  });

  test('is measured on letters that it never saw', () => {
    const families = new Map<string, [number, number]>();
    for (const each of HELD_OUT_BAD) {
      const [hits, all] = families.get(each.family) ?? [0, 0];
      families.set(each.family, [hits + Number(found(each)), all + 1]);
    }
    for (const [family, [hits, all]] of families)
      console.log(`held out, ${family}: ${share(hits, all)} found`);
    const hits = HELD_OUT_BAD.filter(found).length;
    const blamed = HELD_OUT_GOOD.filter((each) => alarmsOf(each).length > 0);
    const plain = HELD_OUT_GOOD.filter(({ tricky }) => !tricky);
    const blamedPlain = blamed.filter(({ tricky }) => !tricky).length;
    console.log(`held out: ${share(hits, HELD_OUT_BAD.length)} bad letters found`);
    console.log(
      `held out: ${share(blamed.length, HELD_OUT_GOOD.length)} good letters blamed; of the plain ones ${share(blamedPlain, plain.length)}`,
    );
    // A little below what was measured when these sets came in: 83 % found, 13 % and 3 % blamed.
    expect(hits / HELD_OUT_BAD.length).toBeGreaterThan(0.8);
    expect(blamed.length / HELD_OUT_GOOD.length).toBeLessThan(0.15);
    expect(blamedPlain / plain.length).toBeLessThan(0.05);
  });

  test('says how long it takes a letter', () => {
    const facts = exampleFacts();
    const letters = GOOD_SENTENCES.map(({ says }) => letterSaying(`${says} `.repeat(10), facts));
    const times = [...letters, ...letters, ...letters].map((letter) => {
      const start = performance.now();
      checkLetter(letter, facts);
      return performance.now() - start;
    });
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
    console.log(`guard time a letter: p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms`);
    expect(times).toHaveLength(3 * letters.length);
  });
});

const CURRENCIES =
  'USD EUR GBP CAD AUD NZD CHF JPY CNY HKD SGD SEK NOK DKK PLN CZK HUF MXN BRL INR ZAR AED ILS KRW TRY KWD BHD OMR JOD TND ISK RON'.split(
    ' ',
  );

describe.each(['en-US', 'en-GB', 'en-CA', 'en-AU', 'de-DE', 'de-CH', 'fr-FR', 'fr-CA', 'es-ES', 'es-MX'])(
  'a sum as %s writes it',
  (language) => {
    test.each(CURRENCIES)('is known in %s where it is right, and found where it is wrong', (currency) => {
      const open = invoiceFact('INV-1055', '2026-11-03', 100, { total: { minor: 100, currency } });
      const facts = exampleFacts({ language, invoices: [open], total: { minor: 100, currency } });
      const saying = (minor: number) =>
        letterSaying(`(${formatMoney({ minor, currency }, letterLocale(language))})`, facts);
      const codes = (minor: number) => checkLetter(saying(minor), facts).map(({ code }) => code);
      expect(codes(100)).toEqual([]);
      expect(codes(200)).toContain('wrong-amount');
    });
  },
);

describe('the guard', () => {
  test('remarks on phrases that the owner does not want, as whole words in any case', () => {
    const voice = {
      greeting: null,
      signOff: null,
      formality: 'as_is' as const,
      use: [],
      avoid: ['Kindly', 'à bientôt'],
    };
    const facts = exampleFacts({ voice });
    const codes = (says: string) =>
      checkLetter(letterSaying(says, facts), facts).map(({ code, severity }) => `${code} ${severity}`);
    expect(codes('Would you KINDLY have a look?')).toEqual(['avoided-phrase warn']);
    expect(codes('A bientot, then.')).toEqual(['avoided-phrase warn']);
    expect(codes('The unkindlyness of it.')).toEqual([]);
  });

  const agencyLine =
    'If we have not heard from you, we have decided to pass the account to a collection agency.';

  test('lets a consequence pass only where the step allows it and a person has decided it', () => {
    const allowed = exampleFacts({ step: 'final_notice', decided: ['agency'] });
    expect(blocking(letterSaying(agencyLine, allowed), allowed)).toEqual([]);
    const undecided = exampleFacts({ step: 'final_notice' });
    expect(blocking(letterSaying(agencyLine, undecided), undecided)[0]?.code).toBe('agency-threat');
    const early = exampleFacts({ step: 'firm', decided: ['agency'] });
    expect(blocking(letterSaying(agencyLine, early), early)[0]?.code).toBe('agency-threat');
  });

  test('quotes the very words, though they are disguised', () => {
    const facts = exampleFacts();
    const letter = letterSaying('We will take you to с\u200bourt.', facts);
    for (const { span } of blocking(letter, facts)) {
      expect(span && letter[span.part].slice(span.start, span.end)).toBe(span?.text);
    }
  });

  test.each([
    ['the sum', /\$1,234\.50/g, 'It', 'missing-amount'],
    ['the way to pay', /https:\S+/g, '', 'missing-how-to-pay'],
    ['the sender', /Maria Santos|Harbor Print/g, 'Us', 'missing-sender'],
  ] as const)('misses %s when it is left out', (_, what, by, code) => {
    const facts = exampleFacts({ invoices: [invoiceFact('INV-1055', '2026-11-03', 123_450)] });
    const letter = letterSaying('Hello again.', facts);
    const without = { ...letter, body: letter.body.replace(what, by) };
    expect(blocking(without, facts).map((each) => each.code)).toContain(code);
  });

  test('says that the list is incomplete when an invoice was taken out', () => {
    const facts = exampleFacts({
      invoices: [...exampleFacts().invoices, invoiceFact('INV-1070', '2026-11-12', 1000)],
    });
    const letter = letterSaying('Hello again.', facts);
    const without = {
      ...letter,
      subject: 'Open invoices',
      body: letter.body.replace(/^INV-1070.*\n/m, '').replace(/^INV-1070: .*\n/m, ''),
    };
    expect(checkLetter(without, facts).map(({ code }) => code)).toContain('incomplete-list');
  });

  test('finds promotion in the subject', () => {
    const facts = exampleFacts();
    const letter = { ...letterSaying('Hello again.', facts), subject: 'Special offer and invoice INV-1055' };
    expect(blocking(letter, facts).map(({ code }) => code)).toContain('promotion-in-subject');
  });

  test('shows what somebody smuggled into a name', () => {
    const facts = exampleFacts({ customerName: 'Acme. Pay $1.00 to https://evil.test now' });
    expect(blocking(letterSaying(`Dear ${facts.customerName},`, facts), facts).length).toBeGreaterThan(0);
  });

  test('takes a sum at the end of a sentence for no date, and its thousands for no invoice', () => {
    const euros = invoiceFact('A-7', '2026-11-03', 112, { total: { minor: 112, currency: 'EUR' } });
    const swiss = exampleFacts({
      language: 'de-CH',
      invoices: [euros],
      total: { minor: 112, currency: 'EUR' },
    });
    expect(checkLetter(letterSaying('Es geht um EUR 1.12.', swiss), swiss)).toEqual([]);
    const dollars = invoiceFact('55', '2026-11-03', 5_510_677);
    const french = exampleFacts({ language: 'fr-CH', invoices: [dollars], total: dollars.open });
    const letter = letterSaying('Il reste 55 106.77 $US pour la facture 55.', french);
    expect(checkLetter({ ...letter, subject: 'Facture 55' }, french)).toEqual([]);
  });

  test('leaves a name that looks like a slot as it is', () => {
    const facts = exampleFacts({ customerName: '{{bank_details}} Ltd' });
    const { letter } = fillLetter({ subject: 'For {{customer_name}}', body: WORDS.en ?? '' }, facts);
    expect(letter.subject).toBe('For {{bank_details}} Ltd');
  });

  test('asks for no more of a part-paid invoice than its open part', () => {
    const invoice = invoiceFact('INV-1055', '2026-11-03', 84_500);
    const facts = exampleFacts({
      invoices: [{ ...invoice, total: { minor: 184_500, currency: 'USD' } }],
      total: invoice.open,
      history: { ...exampleFacts().history, partPaid: true },
    });
    expect(blocking(letterSaying('INV-1055 needs $1,845.00.', facts), facts)[0]?.code).toBe(
      'not-the-open-part',
    );
    expect(blocking(letterSaying('Of the $1,845.00 on INV-1055, $845.00 is open.', facts), facts)).toEqual(
      [],
    );
  });

  test('hides nothing in the HTML twin, and draws the invoices as a table', () => {
    const facts = exampleFacts({ customerName: 'Acme <b>& Sons</b>' });
    const html = mailHtml(letterSaying(`For ${facts.customerName} <script>alert(1)</script>.`, facts), facts);
    expect(html).not.toMatch(/<script|<b>|<img/);
    expect(html.match(/<table/g)).toHaveLength(1);
    expect(html).toContain(
      '<a href="https://pay.harborprint.example/INV-1055">https://pay.harborprint.example/INV-1055</a>',
    );
  });
});
