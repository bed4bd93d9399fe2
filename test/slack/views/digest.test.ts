import { describe, expect, it } from 'vitest';
import type { Quote, RequestLine } from '../../../src/core/digest.ts';
import { money } from '../../../src/core/money.ts';
import { decodeValue } from '../../../src/slack/views/action-ids.ts';
import { DIGEST_PAGE, digestMessage } from '../../../src/slack/views/digest.ts';
import { withoutNewBlocks } from '../../../src/slack/views/fallback.ts';
import { LEAVE_PAGE, leaveModal } from '../../../src/slack/views/leave-modal.ts';
import {
  AGEING,
  act,
  digest,
  entries,
  entry,
  HOSTILE,
  LONG,
  leave,
  leftAlone,
  NO_AGEING,
  usd,
} from './examples.ts';
import {
  actionIdsOf,
  elementsOf,
  problemsOfBlocks,
  problemsOfMessage,
  problemsOfView,
  wordsOf,
} from './slack-limits.ts';

describe('the digest', () => {
  it.each([0, 1, 10, 11, 500])('stays within Slack’s limits with %i customers to chase', (number) => {
    const shown = digest({ chase: entries(number), leave: leftAlone(number) });
    const pages = Math.max(1, Math.ceil(number / DIGEST_PAGE));
    for (let page = 0; page < pages; page += 1) {
      const message = digestMessage(shown, page);
      expect(problemsOfMessage(message)).toEqual([]);
      expect(problemsOfBlocks(withoutNewBlocks(message.blocks))).toEqual([]);
    }
  });

  it('shows every customer on exactly one page, numbered in order', () => {
    const shown = digest({ chase: entries(23) });
    const words = [0, 1, 2].map((page) => digestMessage(shown, page).text).join('\n');
    for (let i = 0; i < 23; i += 1) expect(words.split(`*${i + 1}. Customer ${i}*`)).toHaveLength(2);
  });

  it('leads on to the next page and back, and stays on the last when asked beyond it', () => {
    const shown = digest({ chase: entries(23) });
    const first = digestMessage(shown, 0);
    expect(actionIdsOf(first.blocks)).toContain('digest.next');
    expect(actionIdsOf(first.blocks)).not.toContain('digest.previous');
    const next = elementsOf(first.blocks).find(({ action_id }) => action_id === 'digest.next');
    expect(decodeValue('digestPage', String(next?.value))).toEqual({ day: '2026-11-24', page: 1 });
    expect(digestMessage(shown, 99)).toEqual(digestMessage(shown, 2));
    expect(actionIdsOf(digestMessage(shown, 2).blocks)).not.toContain('digest.next');
  });

  it('lists what customers asked for, what is late marked, the rest counted, with the way to the first', () => {
    const request = (index: number, over: Partial<RequestLine['request']> = {}): RequestLine => ({
      customerName: index === 0 ? HOSTILE : `Customer ${index}`,
      request: {
        eventId: `e${index}`,
        customerId: `c${index}`,
        document: 'po_number',
        invoices: ['INV-1'],
        since: '2026-11-20',
        owner: null,
        due: '2026-11-23',
        askedOn: null,
        ...over,
      },
    });
    const blocks = (requests: readonly RequestLine[]) => digestMessage(digest({ requests })).blocks;
    expect(wordsOf(blocks([]))).not.toContain('asked us to send');
    const late = wordsOf(blocks([request(1, { owner: 'U0ANA' })]));
    expect(late).toContain(
      '*Customer 1*: They asked on Fri Nov 20 for an order number (INV-1); it is our turn (<@U0ANA>), :warning: *1 day overdue*. They have waited too long.',
    );
    const today = wordsOf(blocks([request(1, { due: '2026-11-24' })]));
    expect(today).toContain('it is our turn, *due today*.');
    expect(today).not.toContain('too long');
    const theirs = wordsOf(blocks([request(1, { askedOn: '2026-11-23' })]));
    expect(theirs).toContain('we asked them for it on Mon Nov 23, and wait for their answer');
    expect(theirs).not.toContain(':warning:');
    const many = blocks(Array.from({ length: 8 }, (_, index) => request(index)));
    expect(wordsOf(many)).toContain('…and 3 more, each in its case');
    expect(wordsOf(many)).not.toContain('Customer 5');
    const open = elementsOf(many).find(({ action_id }) => action_id === 'case.open');
    expect(decodeValue('customer', String(open?.value))).toMatchObject({ customerId: 'c0' });
    expect(problemsOfBlocks(many)).toEqual([]);
  });

  it('says name, sum, days late, step and why now of each', () => {
    const { text } = digestMessage(digest());
    expect(text).toContain('Acme Robotics Inc');
    expect(text).toContain('$2,490.00');
    expect(text).toContain('12 days late');
    expect(text).toContain('Ask for a payment date, by e-mail');
    expect(text).toContain('INV-1055 is 12 days late and the reminder of 16 Nov was not answered.');
  });

  it('shows the total and its ages as a chart with the same figures in words', () => {
    const message = digestMessage(digest());
    const chart = message.blocks.find(({ type }) => type === 'data_visualization') as unknown as {
      chart: { series: { data: { value: number }[] }[] };
    };
    expect(chart.chart.series[0]?.data.map(({ value }) => value)).toEqual([10000, 9000, 4400, 0]);
    for (const words of [
      '$23,400.00',
      '41 invoices of 18 customers',
      '1–30 days $10,000.00',
      '61–90 days $4,400.00',
    ])
      expect(message.text).toContain(words);
  });

  it('draws at most two charts and says further currencies in words', () => {
    const one = AGEING.currencies[0]!;
    const currencies = ['USD', 'GBP', 'EUR', 'JPY'].map((currency) => ({
      ...one,
      currency,
      current: money(0, currency),
      overdue: money(900, currency),
      credits: money(0, currency),
      buckets: {
        '1-30': money(900, currency),
        '31-60': money(0, currency),
        '61-90': money(0, currency),
        '90+': money(0, currency),
      },
    }));
    const message = digestMessage(digest({ ageing: { asOf: '2026-11-24', currencies } }));
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).toContain('¥900');
    expect(message.text).toContain('€9.00');
  });

  it('is kind on an empty day', () => {
    const message = digestMessage(digest({ ageing: NO_AGEING, chase: [], leave: [] }));
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).toContain('Nothing is overdue');
    expect(message.text).toContain('Nobody needs chasing today');
  });

  it('warns of old books with a button to import', () => {
    const stale = digestMessage(digest({ stale: true, freshAt: '2026-11-18T12:00:00.000Z' }));
    expect(stale.text).toContain('last imported on Wed Nov 18');
    expect(actionIdsOf(stale.blocks)).toContain('import.open');
    const never = digestMessage(
      digest({ stale: true, freshAt: null, chase: [], leave: [], ageing: NO_AGEING }),
    );
    expect(never.text).toContain('No invoices have been imported yet');
    expect(problemsOfMessage(never)).toEqual([]);
    expect(actionIdsOf(digestMessage(digest()).blocks)).not.toContain('import.open');
  });

  it('says what changed since the last one, with sums and names', () => {
    const changes = {
      since: '2026-11-23' as const,
      overdueBefore: [usd(2500000)],
      paid: [{ customerName: 'Beta Kitchens', amount: usd(220000) }],
      newlyOverdue: [],
    };
    const { text } = digestMessage(digest({ changes }));
    expect(text).toContain('Since Mon Nov 23');
    expect(text).toContain('overdue is down $1,600.00');
    expect(text).toContain('Paid: Beta Kitchens $2,200.00');
  });

  it('counts the names of what changed where they are too many', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ customerName: `${LONG}${i}`, amount: usd(100) }));
    const changes = { since: '2026-11-23' as const, overdueBefore: [], paid: many, newlyOverdue: many };
    const message = digestMessage(digest({ changes }));
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).toContain('393 more');
  });

  it('offers a draft for a letter, a script for a call, and neither for a decision inside the house', () => {
    const letter = actionIdsOf(digestMessage(digest({ leave: [] })).blocks);
    expect(letter).toEqual(['case.more', 'case.draft', 'case.log', 'case.snooze']);
    const call = entry({ act: act({ step: 'call', channel: 'call' }) });
    const called = digestMessage(digest({ chase: [call], leave: [] }));
    expect(actionIdsOf(called.blocks)).toEqual([
      'case.more',
      'case.draft',
      'case.log',
      'case.open',
      'case.snooze',
    ]);
    expect(wordsOf(called.blocks)).toContain('Call script');
    const review = entry({ act: act({ step: 'internal_review', channel: 'none' }) });
    expect(actionIdsOf(digestMessage(digest({ chase: [review], leave: [] })).blocks)).not.toContain(
      'case.draft',
    );
  });

  it('leads to the draft that waits already', () => {
    const waiting = entry({ liveDraft: 'proposed', threadLink: 'https://slack.example/archives/C1/p1' });
    const { blocks } = digestMessage(digest({ chase: [waiting] }));
    const link = elementsOf(blocks).find(({ url }) => url !== undefined);
    expect(link).toMatchObject({ action_id: 'link.open_draft', url: 'https://slack.example/archives/C1/p1' });
    expect(wordsOf(blocks)).toContain('Open draft');
    expect(actionIdsOf(blocks)).not.toContain('case.draft');
  });

  it('quotes a promise that was not kept, with the way to it, and marks whose word it was', () => {
    const quote = (saidBy: Quote['saidBy'], link: string | null): Quote => ({
      source: { channel: 'C1', ts: '1.0', quote: '500 on <Friday>' },
      saidBy,
      link,
    });
    const chase = [
      entry({ quote: quote(null, 'https://slack.example/p1') }),
      entry({ quote: quote({ words: 'the receptionist', mayCommit: false }, null) }),
    ];
    const message = digestMessage(digest({ chase }));
    expect(problemsOfMessage(message)).toEqual([]);
    expect(message.text).toContain('> “500 on &lt;Friday&gt;” (<https://slack.example/p1|see it>)');
    expect(message.text).toContain(
      '> “500 on &lt;Friday&gt;”, said by the receptionist, who may not speak for them',
    );
  });

  it('asks who should get the letters where there is no e-mail', () => {
    const message = digestMessage(digest({ chase: [entry({ hasEmail: false })] }));
    expect(message.text).toContain('No e-mail: who should get this?');
    expect(actionIdsOf(message.blocks)).toContain('case.contact');
    const call = entry({ hasEmail: false, act: act({ channel: 'call', step: 'call' }) });
    expect(actionIdsOf(digestMessage(digest({ chase: [call] })).blocks)).not.toContain('case.contact');
  });

  it('lets a hostile name neither notify nor format, and shortens an endless one visibly', () => {
    const message = digestMessage(
      digest({
        chase: [entry({ customerName: HOSTILE }), entry({ customerName: LONG, act: act({ because: LONG }) })],
      }),
    );
    expect(problemsOfMessage(message)).toEqual([]);
    for (const words of [message.text, wordsOf(message.blocks)]) {
      expect(words).not.toContain('<!channel>');
      expect(words).not.toContain('<https://');
    }
    expect(message.text).toContain('…');
  });
});

describe('whom we leave alone', () => {
  it.each([0, 1, 10, 500])('stays within Slack’s limits with %i customers', (number) => {
    const shown = digest({ leave: leftAlone(number) });
    for (let page = 0; page < Math.max(1, Math.ceil(number / LEAVE_PAGE)); page += 1)
      expect(problemsOfView(leaveModal(shown, page))).toEqual([]);
  });

  it('groups by reason and says until when and why', () => {
    const words = wordsOf(leaveModal(digest({ leave: leftAlone(8) })));
    expect(words).toContain('Promised to pay (2)');
    expect(words).toContain('In dispute (2)');
    expect(words).toContain('until Tue Dec 1');
    expect(words).toContain('Reason number 0.');
  });

  it('shows everybody on one of its pages', () => {
    const shown = digest({ leave: leftAlone(250) });
    const pages = Array.from({ length: 250 / LEAVE_PAGE }, (_, page) => page);
    const words = pages.map((page) => wordsOf(leaveModal(shown, page))).join('\n');
    for (let i = 0; i < 250; i += 1) expect(words).toMatch(new RegExp(`Quiet Customer ${i}\\b`));
  });

  it('says so when nobody is left alone, and when nothing ends it by itself', () => {
    expect(wordsOf(leaveModal(digest({ leave: [] })))).toContain('Nobody is left alone');
    const held = { leave: leave({ reason: 'held', until: null }), customerName: HOSTILE };
    const words = wordsOf(leaveModal(digest({ leave: [held] })));
    expect(words).toContain('until somebody acts');
    expect(words).not.toContain('<!channel>');
  });

  it('takes long reasons', () => {
    const long = Array.from({ length: 100 }, (_, i) => ({
      leave: leave({ because: LONG }),
      customerName: `${LONG} ${i}`,
    }));
    expect(problemsOfView(leaveModal(digest({ leave: long })))).toEqual([]);
  });
});
