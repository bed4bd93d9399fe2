// A small, realistic business to try Tightrope on: its customers, invoices and what has happened, relative to today.
import { addDays, type Day, type Instant, instantAt, weekday } from './calendar.ts';
import type { ImportBatch, ImportCustomer, ImportInvoice } from './import/batch.ts';
import type { CustomerTerms, EventBody } from './ledger.ts';
import { money } from './money.ts';

/** `[due, total, open]`: days from today to the due day (negative: overdue), and whole units of money. */
type SampleInvoice = readonly [due: number, total: number, open: number];

type SampleCustomer = {
  readonly name: string;
  readonly contact: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly currency: 'USD' | 'GBP';
  readonly invoices: readonly SampleInvoice[];
  readonly terms?: CustomerTerms;
  readonly accountManager?: true;
  /** What happened before, by days ago; the invoice is the n-th of this customer. */
  readonly history?: readonly (readonly [daysAgo: number, happened: Happened])[];
};

type Happened =
  | { readonly letter: 'reminder' | 'question' | 'firm' | 'owner'; readonly invoice: number }
  | { readonly promise: number | 'full'; readonly in: number; readonly quote: string }
  | { readonly dispute: 'goods' | 'price'; readonly invoice: number; readonly quote: string }
  | { readonly said: 'left_message' | 'no_answer' | 'claims_paid'; readonly quote: string };

const CUSTOMERS: readonly SampleCustomer[] = [
  {
    name: 'Acme Robotics Inc',
    contact: 'Dana Whitfield',
    email: 'dana@acme-robotics.example',
    phone: '+1 212 555 0101',
    currency: 'USD',
    invoices: [
      [-12, 1850, 1850],
      [-3, 640, 640],
      [15, 720, 720],
    ],
    history: [[8, { letter: 'reminder', invoice: 0 }]],
  },
  {
    name: 'Beta Kitchens LLC',
    contact: 'Rosa Marquez',
    email: 'accounts@betakitchens.example',
    phone: '+1 212 555 0102',
    currency: 'USD',
    invoices: [
      [-22, 3200, 2200],
      [-50, 480, 0],
    ],
    history: [
      [16, { letter: 'reminder', invoice: 0 }],
      [10, { letter: 'question', invoice: 0 }],
      [1, { promise: 2200, in: 3, quote: 'Rosa says the 2,200 goes out with Friday’s run' }],
    ],
  },
  {
    name: 'Cedar & Vine Florists',
    contact: 'Imogen Hart',
    email: 'imogen@cedarvine.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [-4, 310, 310],
      [10, 280, 280],
    ],
  },
  {
    name: 'Delgado Family Dental',
    contact: 'Luis Delgado',
    email: 'luis@delgadodental.example',
    phone: '+1 212 555 0104',
    currency: 'USD',
    invoices: [[-17, 920, 920]],
    accountManager: true,
    history: [
      [13, { letter: 'reminder', invoice: 0 }],
      [7, { letter: 'question', invoice: 0 }],
    ],
  },
  {
    name: 'Eastgate Property Partners',
    contact: 'Hugh Pemberton',
    email: 'hugh@eastgate.example',
    phone: '+1 212 555 0105',
    currency: 'USD',
    invoices: [
      [-38, 6400, 6400],
      [-8, 2100, 2100],
    ],
    accountManager: true,
    history: [
      [34, { letter: 'reminder', invoice: 0 }],
      [27, { letter: 'question', invoice: 0 }],
      [22, { said: 'left_message', quote: 'LVM for Hugh' }],
      [16, { letter: 'firm', invoice: 0 }],
    ],
  },
  {
    name: 'Fennimore Books',
    contact: 'Clara Fennimore',
    email: 'clara@fennimore.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [3, 185, 185],
      [-40, 210, 0],
    ],
  },
  {
    name: 'Granite State Brewing',
    contact: 'Pat O’Neil',
    email: 'pat@granitestate.example',
    phone: '+1 603 555 0107',
    currency: 'USD',
    invoices: [
      [-9, 1275, 1275],
      [-35, 990, 0],
      [21, 1275, 1275],
    ],
    history: [[6, { promise: 'full', in: 2, quote: 'Pat: you’ll have all of it by the end of the week' }]],
  },
  {
    name: 'Holloway Yoga Collective',
    contact: 'Priya Nair',
    email: 'priya@hollowayyoga.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [-2, 150, 150],
      [28, 150, 150],
    ],
  },
  {
    name: 'Ironbridge Fabrication Ltd',
    contact: 'Tom Ashworth',
    email: 'tom@ironbridge.example',
    phone: '+44 20 7946 0109',
    currency: 'GBP',
    invoices: [
      [-25, 2750, 2750],
      [-5, 1380, 1380],
    ],
    history: [
      [21, { letter: 'reminder', invoice: 0 }],
      [14, { letter: 'question', invoice: 0 }],
      [9, { said: 'no_answer', quote: 'rang twice, no answer' }],
    ],
  },
  {
    name: 'Juniper Street Café',
    contact: 'Mo Haddad',
    email: null,
    phone: '+1 212 555 0110',
    currency: 'USD',
    invoices: [[-11, 405, 405]],
  },
  {
    name: 'Kestrel Outdoor Co',
    contact: 'Annika Berg',
    email: 'annika@kestrel.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [-31, 1600, 800],
      [7, 900, 900],
    ],
    history: [
      [27, { letter: 'reminder', invoice: 0 }],
      [20, { letter: 'question', invoice: 0 }],
    ],
  },
  {
    name: 'Larkspur Events',
    contact: 'Naomi Clarke',
    email: 'naomi@larkspur.example',
    phone: '+1 212 555 0112',
    currency: 'USD',
    invoices: [
      [-14, 2380, 2380],
      [-6, 455, 455],
    ],
    history: [
      [10, { letter: 'reminder', invoice: 0 }],
      [
        4,
        {
          dispute: 'goods',
          invoice: 0,
          quote: 'Naomi says two of the banners came with the wrong logo on INV',
        },
      ],
    ],
  },
  {
    name: 'Mason & Daughters Roofing',
    contact: 'Ellen Mason',
    email: 'ellen@masonroofing.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [-1, 760, 760],
      [-33, 760, 0],
    ],
  },
  {
    name: 'Northlight Studios',
    contact: 'Jae Kim',
    email: 'jae@northlight.example',
    phone: '+1 212 555 0114',
    currency: 'USD',
    invoices: [[-55, 1150, 1150]],
    history: [
      [51, { letter: 'reminder', invoice: 0 }],
      [44, { letter: 'question', invoice: 0 }],
      [33, { letter: 'firm', invoice: 0 }],
      [18, { letter: 'owner', invoice: 0 }],
    ],
  },
  {
    name: 'Oakhurst Veterinary Clinic',
    contact: 'Sam Ortega',
    email: 'billing@oakhurstvet.example',
    phone: '+1 212 555 0115',
    currency: 'USD',
    invoices: [
      [-6, 540, 540],
      [-42, 610, 0],
      [18, 540, 540],
    ],
    accountManager: true,
    history: [[2, { said: 'claims_paid', quote: 'Sam says it was paid yesterday by bank transfer' }]],
  },
  {
    name: 'Pemberley Inns',
    contact: 'Georgia Darcy',
    email: 'georgia@pemberley.example',
    phone: '+44 20 7946 0116',
    currency: 'GBP',
    invoices: [
      [-13, 980, 980],
      [12, 980, 980],
    ],
    history: [[9, { letter: 'reminder', invoice: 0 }]],
  },
  {
    name: 'Quarry Lane Surveyors',
    contact: 'Neil Fenwick',
    email: 'neil@quarrylane.example',
    phone: null,
    currency: 'GBP',
    invoices: [
      [-70, 1900, 0],
      [9, 1450, 1450],
    ],
  },
  {
    name: 'Rosewood Interiors',
    contact: 'Bea Lindqvist',
    email: 'bea@rosewood.example',
    phone: null,
    currency: 'USD',
    invoices: [[-7, 18, 18]],
  },
  {
    name: 'Saltmarsh Seafood',
    contact: 'Frank Doyle',
    email: 'frank@saltmarsh.example',
    phone: '+1 212 555 0119',
    currency: 'USD',
    invoices: [
      [-63, 2890, 2890],
      [-34, 1120, 1120],
    ],
    history: [
      [59, { letter: 'reminder', invoice: 0 }],
      [52, { letter: 'question', invoice: 0 }],
      [40, { letter: 'firm', invoice: 0 }],
      [27, { letter: 'owner', invoice: 0 }],
    ],
  },
  {
    name: 'Tamarind Spice House',
    contact: 'Arjun Mehta',
    email: 'arjun@tamarind.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [2, 365, 365],
      [-28, 410, 0],
    ],
  },
  {
    name: 'Umber Coffee Roasters',
    contact: 'Lena Fischer',
    email: 'lena@umber.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [-10, 845, 845],
      [-20, 845, 445],
      [5, 845, 845],
    ],
    history: [[15, { letter: 'reminder', invoice: 1 }]],
  },
  {
    name: 'Velo City Bikes',
    contact: 'Marc Dubois',
    email: 'marc@velocity.example',
    phone: '+1 212 555 0122',
    currency: 'USD',
    invoices: [
      [-3, 1290, 1290],
      [-36, 870, 0],
      [25, 1290, 1290],
    ],
  },
  {
    name: 'Westbrook Legal',
    contact: 'Helen Cho',
    email: 'helen@westbrook.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [-5, 5600, 5600],
      [14, 5600, 5600],
    ],
    terms: { vip: true },
    accountManager: true,
  },
  {
    name: 'Yarrow Community Arts',
    contact: 'Dev Patel',
    email: 'dev@yarrowarts.example',
    phone: null,
    currency: 'USD',
    invoices: [
      [-44, 275, 275],
      [20, 275, 275],
    ],
    history: [
      [40, { letter: 'reminder', invoice: 0 }],
      [30, { letter: 'question', invoice: 0 }],
    ],
  },
  {
    name: 'Zephyr Sailing School',
    contact: 'Kit Marlow',
    email: 'kit@zephyr.example',
    phone: '+1 401 555 0125',
    currency: 'USD',
    invoices: [
      [-3, 430, 430],
      [-29, 430, 0],
      [6, 430, 430],
    ],
  },
];

/** A credit for damaged goods, so that credits are seen as well. */
const CREDIT = { customer: 'Umber Coffee Roasters', number: 'CN-0007', due: -9, amount: 95 } as const;

const FIRST_NUMBER = 1041;
const TERMS_DAYS = 21;
const FIRST_IMPORT_DAYS_AGO = 75;

export type SampleEvent = {
  readonly customerKey: string;
  readonly at: Instant;
  readonly quote: string | null;
  readonly body: EventBody;
};

export type SampleBusiness = {
  readonly name: string;
  /** In order: the first as it was long ago, the last as of now; what became less in between was paid. */
  readonly imports: readonly { readonly batch: ImportBatch; readonly at: Instant }[];
  readonly events: readonly SampleEvent[];
  readonly terms: readonly {
    readonly customerKey: string;
    readonly terms: CustomerTerms;
    readonly managed: boolean;
  }[];
};

/** `zone`: the business's, in which `today` is the current day. */
export function sampleBusiness(today: Day, zone: string, now: Instant): SampleBusiness {
  const invoices: (ImportInvoice & { paidLater: boolean })[] = [];
  const events: SampleEvent[] = [];
  let number = FIRST_NUMBER;
  for (const customer of CUSTOMERS) {
    const numbers = customer.invoices.map(() => `INV-${number++}`);
    customer.invoices.forEach(([due, total, open], index) => {
      const dueDay = addDays(today, due);
      invoices.push({
        customerKey: keyOf(customer.name),
        number: numbers[index] ?? '',
        kind: 'invoice',
        issued: addDays(dueDay, -TERMS_DAYS),
        due: dueDay,
        total: money(total * 100, customer.currency),
        open: money(open * 100, customer.currency),
        memo: null,
        line: invoices.length + 2,
        paidLater: open < total,
      });
    });
    for (const [daysAgo, happened] of customer.history ?? []) {
      events.push(eventOf(customer, numbers, workday(addDays(today, -daysAgo)), happened, zone));
    }
  }
  const credit: ImportInvoice = {
    customerKey: keyOf(CREDIT.customer),
    number: CREDIT.number,
    kind: 'credit_note',
    issued: addDays(today, CREDIT.due),
    due: addDays(today, CREDIT.due),
    total: money(CREDIT.amount * 100, 'USD'),
    open: money(CREDIT.amount * 100, 'USD'),
    memo: 'Two bags damaged in transit',
    line: invoices.length + 2,
  };
  return {
    name: 'Harbor & Pine Design',
    imports: importsOf(invoices, credit, today, zone, now),
    events: events.sort((a, b) => a.at.localeCompare(b.at)),
    terms: CUSTOMERS.map(({ name, terms, accountManager }) => ({
      customerKey: keyOf(name),
      terms: terms ?? {},
      managed: accountManager ?? false,
    })),
  };
}

/** The books three times: all unpaid, then what was paid some days ago, then as of now. */
function importsOf(
  invoices: readonly (ImportInvoice & { paidLater: boolean })[],
  credit: ImportInvoice,
  today: Day,
  zone: string,
  now: Instant,
): SampleBusiness['imports'] {
  const strip = ({ paidLater: _, ...invoice }: ImportInvoice & { paidLater: boolean }): ImportInvoice =>
    invoice;
  const before = invoices.map((invoice) =>
    strip(invoice.paidLater ? { ...invoice, open: invoice.total } : invoice),
  );
  const recent = new Set(
    invoices
      .filter(({ paidLater }) => paidLater)
      .slice(-4)
      .map(({ number }) => number),
  );
  const mid = invoices.map((invoice) =>
    strip(recent.has(invoice.number) ? { ...invoice, open: invoice.total } : invoice),
  );
  const batch = (day: Day, list: readonly ImportInvoice[]): ImportBatch => ({
    fileName: 'sample business',
    sha256: `sample-${day}`,
    day,
    customers: CUSTOMERS.map(customerOf),
    invoices: list,
    covers: 'changes',
  });
  const longAgo = addDays(today, -FIRST_IMPORT_DAYS_AGO);
  const lastWeek = addDays(today, -9);
  return [
    { batch: batch(longAgo, before), at: instantAt(zone, longAgo, '08:00') },
    { batch: batch(lastWeek, mid), at: instantAt(zone, lastWeek, '08:00') },
    // What came last came long enough ago that nobody's ladder rests because of it.
    { batch: batch(addDays(today, -4), [...invoices.map(strip), credit]), at: now },
  ];
}

function customerOf({ name, contact, email, phone }: SampleCustomer): ImportCustomer {
  return { key: keyOf(name), name, group: null, contact: { name: contact, email, phone } };
}

/** Nobody in this business writes or calls on a weekend: the Friday before. */
function workday(day: Day): Day {
  return addDays(day, -Math.max(0, weekday(day) - 5));
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

function eventOf(
  customer: SampleCustomer,
  numbers: readonly string[],
  on: Day,
  happened: Happened,
  zone: string,
): SampleEvent {
  const at = instantAt(zone, on, '10:15');
  const customerKey = keyOf(customer.name);
  if ('letter' in happened) {
    const number = numbers[happened.invoice] ?? '';
    const total = customer.invoices[happened.invoice]?.[1] ?? 0;
    const body: EventBody = {
      kind: 'sent',
      draftId: `sample-${number}-${happened.letter}`,
      step: happened.letter,
      currency: customer.currency,
      amount: money(total * 100, customer.currency),
      invoices: [number],
      to: customer.email ?? '',
      subject: `Invoice ${number}`,
    };
    return { customerKey, at, quote: null, body };
  }
  const outcome = (value: Extract<EventBody, { kind: 'outcome' }>['outcome']): SampleEvent => ({
    customerKey,
    at,
    quote: happened.quote,
    body: { kind: 'outcome', outcome: value, via: 'call' },
  });
  if ('promise' in happened) {
    const amount = happened.promise === 'full' ? 'full' : money(happened.promise * 100, customer.currency);
    return outcome({ kind: 'promise', amount, date: workday(addDays(on, happened.in)), invoices: [] });
  }
  if ('dispute' in happened) {
    const number = numbers[happened.invoice] ?? '';
    return outcome({
      kind: 'dispute',
      reason: happened.dispute,
      detail: happened.quote,
      amount: null,
      invoices: [number],
    });
  }
  if (happened.said === 'claims_paid')
    return outcome({ kind: 'claims_paid', amount: 'full', date: addDays(on, -1), invoices: [] });
  return outcome({ kind: happened.said });
}
