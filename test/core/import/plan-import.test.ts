import { describe, expect, it } from 'vitest';
import { withAnswer } from '../../../src/core/import/questions.ts';
import { describeReceipt } from '../../../src/core/import/receipt.ts';
import { inShort, planFixture, planText, ready } from './plan-files.ts';

describe('files of real programs', () => {
  it('reads a QuickBooks invoice list', () => {
    const plan = planFixture('quickbooks-invoice-list.csv');
    expect(inShort(plan)).toEqual([
      'atlanta tech solutions inc 1043 2025-04-19 450000/450000 USD',
      'peach state catering 1044 2025-04-06 125000/0 USD',
      'atlanta tech solutions inc:marietta office 1045 2025-04-24 78050/38050 USD',
      'dogwood dental 0046 2025-04-01 30000/30000 USD',
    ]);
    const { receipt, batch } = ready(plan);
    expect(receipt.skipped).toEqual([{ line: 6, because: 'it was voided or deleted' }]);
    expect(receipt.withdrawn).toEqual([{ line: 6, customer: 'Dogwood Dental', number: '1047' }]);
    expect(batch.covers).toBe('changes');
    expect(batch.customers.find(({ key }) => key.includes(':'))?.group).toBe('Atlanta Tech Solutions Inc');
  });

  it('drops banner, total and footer, and checks the total', () => {
    const plan = planFixture('quickbooks-invoice-list-with-total.csv');
    expect(inShort(plan)).toEqual([
      'cool cars 1001 2025-02-14 100000/100000 USD',
      'total wine & more 1002 2025-03-22 65000/25000 USD',
    ]);
    expect(ready(plan).receipt.totals.map(({ column, matches }) => [column, matches])).toEqual([
      ['Amount', true],
      ['Open Balance', true],
    ]);
  });

  it('reads an ageing detail with buckets, credits and unapplied payments as the list of all open items', () => {
    const plan = planFixture('quickbooks-ageing-detail.csv');
    expect(inShort(plan)).toEqual([
      'paulsen medical supplies 1015 2024-12-14 95475/95475 USD',
      "amy's bird sanctuary 1022 2025-02-15 23900/23900 USD",
      "credit amy's bird sanctuary 1026 2025-01-20 10000/10000 USD",
      'sonnenschein family store 1037 2025-04-17 36207/36207 USD',
      'credit freeman sporting goods:0969 ocean view road CREDIT-20250325-50.00 2025-03-25 5000/5000 USD',
    ]);
    expect(ready(plan).batch.covers).toBe('open_items');
    expect(ready(plan).receipt.totals.every(({ matches }) => matches)).toBe(true);
  });

  it('carries the customer of a group down, through groups within groups', () => {
    expect(inShort(planFixture('quickbooks-open-invoices-by-customer.csv'))).toEqual([
      "amy's bird sanctuary 1022 2025-02-15 23900/23900 USD",
      'freeman sporting goods:0969 ocean view road 1036 2025-03-03 47750/47750 USD',
      'freeman sporting goods:55 twin lane 1030 2025-03-05 5000/5000 USD',
      'freeman sporting goods:55 twin lane 1031 2025-03-21 3500/3500 USD',
      'total wine & more 1040 2025-03-15 1225/1225 USD',
    ]);
  });

  it('merges the line rows of Xero, reads day first, and takes credit notes and overpayments as credits', () => {
    const plan = planFixture('xero-sales-invoices.csv');
    expect(inShort(plan)).toEqual([
      'ridgeway university INV-0027 2025-03-15 618750/518750 USD',
      'boom fm INV-0029 2025-03-10 100000/0 GBP',
      'credit boom fm CN-0014 2025-03-26 20000/20000 GBP',
      'credit city limousines CREDIT-20250306-75.25 2025-03-27 7525/7525 USD',
    ]);
    expect(ready(plan).receipt.linesMerged).toBe(1);
    expect(ready(plan).batch.customers[0]?.contact?.email).toBe('ap@ridgeway.example');
  });

  it('sums the lines of FreshBooks, keeps leading zeros and adds the policy terms', () => {
    const plan = planFixture('freshbooks.csv');
    expect(inShort(plan)).toEqual([
      'bluebird bakery 0000001 2025-01-31 56500/0 CAD',
      'bluebird bakery 0000002 2025-03-22 36160/36160 CAD',
      'kite & co 0000003 2025-03-26 35000/35000 USD',
    ]);
    expect(ready(plan).receipt.skipped[0]?.because).toContain(
      'is part-paid and the file does not say how much is left',
    );
  });

  it('reads Stripe: UTC moments in the zone of the business, yen without decimals, what is left after part payment', () => {
    expect(inShort(planFixture('stripe-invoices.csv'))).toEqual([
      'acme robotics ACME-0001 2025-03-31 120000/120000 USD',
      'acme robotics ACME-0002 2025-03-04 30000/0 USD',
      'nippon parts NIPP-0001 2025-03-04 50000/30000 JPY',
    ]);
  });

  it.each(['german-semicolon.csv', 'german-windows-1252.csv', 'german-utf-16.csv'])('reads %s', (name) => {
    expect(inShort(planFixture(name))).toEqual([
      'müller & söhne gmbh 000123 2025-04-19 123450/123450 EUR',
      'bäckerei groß 000124 2025-03-31 200000/50000 EUR',
    ]);
  });

  it('reads lakhs and day-month names; the one currency named stands for all', () => {
    expect(inShort(planFixture('indian-tally.csv'))).toEqual([
      'sharma traders INV/24-25/0012 2025-05-01 12850000/12850000 INR',
      'krishna textiles pvt ltd INV/24-25/0013 2025-05-15 125000050/25000050 INR',
    ]);
  });

  it('reads French headings, thin spaces and an invoice paid too much', () => {
    expect(inShort(planFixture('french.csv'))).toEqual([
      "société générale d'eau F-001 2025-02-28 123456/123456 EUR",
      'café « le port » F-002 2025-04-14 8700/0 EUR',
      'credit café « le port » F-002 overpaid 2025-04-14 2000/2000 EUR',
    ]);
  });
});

describe('what nobody can know is asked', () => {
  it('asks for the order of ambiguous dates, and takes the answer', () => {
    const plan = planFixture('ambiguous-dates.csv');
    if (plan.kind !== 'ask') throw new Error(plan.kind);
    expect(plan.questions.map(({ id, suggested }) => [id, suggested])).toEqual([['date_order', 'MDY']]);
    const dayFirst = withAnswer({}, 'date_order', 'DMY')!;
    expect(inShort(planFixture('ambiguous-dates.csv', dayFirst))[0]).toBe(
      'acme A-1 2025-06-05 10000/10000 USD',
    );
    const monthFirst = withAnswer({}, 'date_order', 'MDY')!;
    expect(inShort(planFixture('ambiguous-dates.csv', monthFirst))[0]).toBe(
      'acme A-1 2025-05-06 10000/10000 USD',
    );
  });

  it('does not ask where the terms fit one order only', () => {
    const file = 'Customer,Invoice,Date,Due,Terms,Balance\nAcme,1,03/04/2025,04/03/2025,Net 30,5.00\n';
    expect(inShort(planText(file))).toEqual(['acme 1 2025-04-03 500/500 USD']);
  });

  it('asks what "1.234" is when nothing else tells, and not when the locale writes so', () => {
    const file = 'Customer;Invoice;Due;Balance\nAcme;1;2025-03-01;1.234\n';
    const plan = planText(file);
    expect(plan.kind === 'ask' && plan.questions.map(({ id }) => id)).toEqual(['decimals']);
    expect(inShort(planText(file, {}, { locale: 'de-DE' }))).toEqual(['acme 1 2025-03-01 123400/123400 USD']);
    expect(inShort(planText(file, { decimals: 'comma' }))).toEqual(['acme 1 2025-03-01 123400/123400 USD']);
  });

  it('asks which dollar it is where the house has none', () => {
    const file = 'Customer,Invoice,Due,Balance\nAcme,1,2025-03-01,$5.00\n';
    const plan = planText(file, {}, { currency: 'EUR' });
    expect(plan.kind === 'ask' && plan.questions.map(({ id }) => id)).toEqual(['currency']);
    expect(inShort(planText(file, { currency: 'CAD' }, { currency: 'EUR' }))).toEqual([
      'acme 1 2025-03-01 500/500 CAD',
    ]);
  });

  it('asks about columns it does not know, shows a sample, and reads by the answers', () => {
    const file = 'Kontrahent,Numer faktury,Termin,Kwota\nAcme,1,2025-03-01,5.00\n';
    const plan = planText(file);
    if (plan.kind !== 'ask') throw new Error(plan.kind);
    expect(plan.sample).toEqual([['Acme', '1', '2025-03-01', '5.00']]);
    const answers = { mapping: { customer: 0, number: 1, due: 2, open: 3 } };
    expect(inShort(planText(file, answers))).toEqual(['acme 1 2025-03-01 500/500 USD']);
  });

  it('lets the mapping of a person win over a certain guess', () => {
    const file = 'Customer,Invoice,Due,Amount,Balance\nAcme,1,2025-03-01,9.00,5.00\n';
    expect(inShort(planText(file, { mapping: { open: 3, total: null } }))).toEqual([
      'acme 1 2025-03-01 900/900 USD',
    ]);
  });

  it('never settles by absence unless the file or a person says that it lists everything', () => {
    const file = 'Customer,Invoice,Due,Balance\nAcme,1,2025-03-01,5.00\n';
    const plan = ready(planText(file, {}, {}));
    expect(plan.batch.covers).toBe('changes');
    expect(plan.mayAsk.map(({ id }) => id)).toEqual(['covers']);
    expect(ready(planText(file, { covers: 'open_items' })).batch.covers).toBe('open_items');
    expect(ready(planText(`Overdue invoices\n\n${file}`)).batch.covers).toBe('changes');
    expect(ready(planText(`Open invoices\n\n${file}`)).batch.covers).toBe('open_items');
  });
});

describe('hostile and odd values', () => {
  const head = 'Customer,Email,Invoice,Due,Amount,Balance\n';

  it('takes line breaks and hidden characters out of names and says so', () => {
    const plan = ready(planText(`${head}"Acme\r\nBcc: evil@x.example\u202e",,1,2025-03-01,5.00,5.00\n`));
    expect(plan.batch.customers[0]?.name).toBe('Acme Bcc: evil@x.example');
    expect(plan.receipt.warnings[0]?.expected).toContain('line breaks or hidden characters');
  });

  it('keeps Slack markup as the text it is', () => {
    const plan = ready(planText(`${head}<!channel> & *Sons*,,1,2025-03-01,5.00,5.00\n`));
    expect(plan.batch.customers[0]?.name).toBe('<!channel> & *Sons*');
  });

  it.each(['"a@x.example\r\nBcc: evil@x.example"', 'a@x', 'not known', 'a..b@x.example'])(
    'leaves out %s as an address and says so',
    (email) => {
      const plan = ready(planText(`${head}Acme,${email},1,2025-03-01,5.00,5.00\n`));
      expect(plan.batch.customers[0]?.contact).toBeNull();
      expect(plan.receipt.warnings[0]?.expected).toContain('is not an e-mail address');
    },
  );

  it('takes the same row twice once, and tells it', () => {
    const twice = 'Acme,,1,2025-03-01,5.00,5.00\n';
    const plan = planText(head + twice + twice);
    expect(inShort(plan)).toHaveLength(1);
    expect(describeReceipt(ready(plan).receipt, null)).toContain(
      'In the file more than once, taken once: 1 (lines 2, 3).',
    );
  });

  it('shows a total that does not agree', () => {
    const plan = ready(planText(`${head}Acme,,1,2025-03-01,5.00,5.00\nTotal,,,,7.00,5.00\n`));
    expect(describeReceipt(plan.receipt, null)).toContain(
      'Please check: the file\'s own total of "Amount" is $7.00, but its rows add up to $5.00.',
    );
  });

  it('takes negative amounts as credits, also without a number', () => {
    const plan = planText(`${head}Acme,,1,2025-03-01,-5.00,-5.00\nAcme,,,2025-03-02,(7.00),(7.00)\n`);
    expect(inShort(plan)).toEqual([
      'credit acme 1 2025-03-01 500/500 USD',
      'credit acme CREDIT-20250302-7.00 2025-03-02 700/700 USD',
    ]);
  });
});
