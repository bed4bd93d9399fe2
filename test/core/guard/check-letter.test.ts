// What the guard says of single letters: sums in every currency, decided consequences, missing parts, disguises.
import { describe, expect, test } from 'vitest';
import { checkLetter } from '../../../src/core/guard/check-letter.ts';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import { letterLocale } from '../../../src/core/letter/language.ts';
import { mailHtml } from '../../../src/core/letter/mail-html.ts';
import { formatMoney } from '../../../src/core/money.ts';
import { exampleFacts, invoiceFact } from '../letter/letter-facts.ts';
import { blocking, letterSaying, WORDS } from './letters/letter-saying.ts';

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

  test.each([
    ['The police horses came by at noon.', 'warn'],
    ['The court was dry after the rain.', 'warn'],
    ['La remise du rapport est faite.', 'warn'],
    ['We will take the legal route.', 'block'],
    ['Our lawyers are ready.', 'block'],
    ['Pay, or it is court.', 'block'],
    ['Llamaremos a la policía.', 'block'],
    ['Informamos a la prensa.', 'block'],
  ])('weighs a word that has harmless senses: %s %s', (says, severity) => {
    const facts = exampleFacts();
    const severities = checkLetter(letterSaying(says, facts), facts).map((each) => each.severity);
    expect(severities[0]).toBe(severity);
  });

  test('knows a signature from a sign by its accent', () => {
    const facts = exampleFacts({ language: 'fr-FR' });
    const codes = (says: string) => checkLetter(letterSaying(says, facts), facts).map(({ code }) => code);
    expect(codes('C’est un bon signe.')).toEqual([]);
    expect(codes('Le bon de commande est signé.')).toEqual(['talk-not-in-ledger']);
    expect(codes('Le bon de commande est signe\u0301.')).toEqual(['talk-not-in-ledger']);
  });

  test.each([
    ['$845.00 is what we are waiting for.', 'swapped-amount'],
    ['INV-1055 and INV-1061 are open, with $845.00 to pay.', 'swapped-amount'],
    ['The older one, of $845.00, may have slipped through.', undefined],
    ['$845.00 was due on November 3, 2026.', undefined],
    ['It is about INV-1055. That one is for $845.00.', undefined],
    ['INV-1055 and INV-1061 are for $845.00 and $389.50.', undefined],
  ])('asks whose a sum is: %s', (says, code) => {
    const facts = exampleFacts();
    expect(checkLetter(letterSaying(says, facts), facts)[0]?.code).toBe(code);
  });

  test('reads a right sum in words, cents and all', () => {
    const facts = exampleFacts();
    const says = (words: string) => checkLetter(letterSaying(`${words} is open on INV-1061.`, facts), facts);
    expect(says('Three hundred eighty-nine dollars and fifty cents')).toEqual([]);
    expect(says('Three hundred eighty-nine dollars and fifteen cents')[0]?.code).toBe('wrong-amount');
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

  test.each([
    ['en-US', 'We have your order PO-4711 on INV-1055.', true],
    ['en-US', 'Your PO number 4500123 is on INV-1061.', true],
    ['de-DE', 'Ihre Bestellung 4500123 steht auf INV-1061.', true],
    ['fr-FR', 'INV-1061 porte votre commande 4500123.', true],
    ['es-ES', 'INV-1061 lleva su pedido n.º 4500123.', true],
    ['en-US', 'We have your order PO-4712 on INV-1055.', false],
    ['en-US', 'Your PO number 4500124 is on INV-1061.', false],
    ['de-DE', 'Ihre Bestellung 4500124 steht auf INV-1061.', false],
    ['en-US', 'Your order 45001234 is on INV-1061.', false],
    ['en-US', 'Your order 4500123-9 is on INV-1061.', false],
    ['en-US', 'Please pay 4500123 to us.', false], // nothing says that it is an order
    ['en-US', 'Your order costs $4500123.', false],
  ])('knows the order numbers that they gave, and no others: %s %s', (language, says, isFine) => {
    const [first, second] = exampleFacts().invoices;
    if (!first || !second) throw new Error('the example has two invoices');
    const invoices = [
      { ...first, orderNumber: 'PO-4711' },
      { ...second, orderNumber: '4500123' },
    ];
    const facts = exampleFacts({ language, invoices });
    expect(checkLetter(letterSaying(says, facts), facts).length === 0).toBe(isFine);
    const none = exampleFacts({ language });
    expect(blocking(letterSaying(says, none), none)).not.toEqual([]);
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
