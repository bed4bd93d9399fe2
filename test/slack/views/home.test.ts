import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings.ts';
import { type HomeContent, homeView } from '../../../src/slack/views/home.ts';
import { parseSettings, settingsModal } from '../../../src/slack/views/settings-modal.ts';
import { digest, entries, entry, HOSTILE, LONG, leftAlone, NO_AGEING, UUID } from './examples.ts';
import { actionIdsOf, problemsOfView, wordsOf } from './slack-limits.ts';

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  businessName: 'Harbor & Pine',
  sender: { name: 'Olivia Owner', email: 'olivia@harbor.example' },
  channel: 'C0OVERDUE',
  digestTime: '08:30',
  zone: 'America/New_York',
  locale: 'en-US',
  currency: 'USD',
  owners: ['U0OLIVIA'],
  approvers: ['U0SAM'],
  waysToPay: { linkTemplate: 'https://pay.harbor.example/{number}', bankDetails: null, phone: null },
  onboarded: true,
};

function home(over: Partial<HomeContent> = {}): HomeContent {
  return {
    settings: SETTINGS,
    policy: DEFAULT_POLICY,
    digest: digest(),
    lastImport: { at: '2026-11-24T12:00:00.000Z', fileName: 'open.csv', by: 'U0SAM' },
    mail: 'By SMTP through mail.harbor.example.',
    model: 'House templates; no model is set.',
    usesModel: false,
    modelUsage: { calls: 0, tokens: 0, millis: 0 },
    mayChangeSettings: true,
    ...over,
  };
}

describe('the Home tab', () => {
  it.each([0, 1, 10, 500])('stays within Slack’s limits with %i customers to chase', (number) => {
    const view = homeView(home({ digest: digest({ chase: entries(number), leave: leftAlone(number) }) }));
    expect(problemsOfView(view)).toEqual([]);
    if (number > 8) expect(wordsOf(view)).toContain(`${number - 8} more in the digest`);
  });

  it('shows figures, today’s list, the last import, and how mail and words are made', () => {
    const words = wordsOf(homeView(home()));
    for (const said of [
      '$23,400.00',
      'Acme Robotics Inc',
      'open.csv',
      'mail.harbor.example',
      'no model is set',
      '$25.00',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('left to set up');
  });

  it('quotes a promise that was not kept, with the way to it, like the digest', () => {
    const source = { channel: 'C1', ts: '1.0', quote: '500 on Friday' };
    const quote = { source, saidBy: null, link: 'https://slack.example/p1' };
    const view = homeView(home({ digest: digest({ chase: [entry({ quote })] }) }));
    expect(problemsOfView(view)).toEqual([]);
    expect(wordsOf(view)).toContain('> “500 on Friday” (<https://slack.example/p1|see it>)');
  });

  it('names the three who pay on time most reliably, and counts the others', () => {
    const onTime = ['A', 'B', 'C', 'D'].map((customerName) => ({
      customerId: UUID,
      customerName,
      onTime: 9,
      of: 10,
    }));
    const words = wordsOf(homeView(home({ digest: digest({ onTime }) })));
    expect(words).toContain('*C* paid 9 of their last 10 invoices on time');
    expect(words).not.toContain('*D* paid');
    expect(words).toContain('…and 1 more.');
    expect(wordsOf(homeView(home()))).not.toContain('Who pays on time');
  });

  it('leads a new workspace through what has to be set up', () => {
    const view = homeView(home({ settings: DEFAULT_SETTINGS, digest: null, lastImport: null }));
    expect(problemsOfView(view)).toEqual([]);
    expect(wordsOf(view)).toContain('Choose the channel where I post');
    expect(actionIdsOf(view)[0]).toBe('settings.open');
  });

  it('says what is left, and asks for the import when only that is', () => {
    const view = homeView(
      home({ lastImport: null, digest: digest({ chase: [], ageing: NO_AGEING, freshAt: null }) }),
    );
    expect(wordsOf(view)).toContain('1 thing left to set up');
    expect(actionIdsOf(view)[0]).toBe('import.open');
  });

  it('offers settings to owners only, and names the owners to others', () => {
    const view = homeView(home({ mayChangeSettings: false, lastImport: null }));
    expect(actionIdsOf(view)).not.toContain('settings.open');
    expect(wordsOf(view)).toContain('<@U0OLIVIA>');
  });

  it('takes hostile and endless words', () => {
    const view = homeView(
      home({
        settings: { ...SETTINGS, businessName: LONG.slice(0, 120) },
        lastImport: { at: '2026-11-24T12:00:00.000Z', fileName: HOSTILE, by: '!channel' },
        digest: digest({ chase: entries(9, () => HOSTILE + LONG) }),
        mail: LONG,
      }),
    );
    expect(problemsOfView(view)).toEqual([]);
    expect(wordsOf(view)).not.toContain('<!channel>');
  });
});

describe('what the model cost today', () => {
  const model = 'gpt-5-mini writes and reads, checked by the ledger.';
  const words = (over: Partial<HomeContent>) => wordsOf(homeView(home({ model, usesModel: true, ...over })));
  const modelUsage = { calls: 12, tokens: 8400, millis: 41_900 };

  it('stands beside its budget, in the figures of the place', () => {
    expect(words({ modelUsage })).toContain(
      'gpt-5-mini writes and reads, checked by the ledger. Today: 12 of 300 calls, 8,400 of 600,000 tokens, 41 of 1,800 seconds.',
    );
    expect(words({ modelUsage, settings: { ...SETTINGS, locale: 'de-DE' } })).toContain(
      '8.400 of 600.000 tokens',
    );
  });

  it('is not spoken of where no model is set', () => {
    expect(words({ usesModel: false, modelUsage })).not.toContain('Today: ');
  });

  it.each([
    [{ calls: 300, tokens: 1, millis: 1 }, true],
    [{ calls: 299, tokens: 599_999, millis: 1_799_999 }, false],
    [{ calls: 1, tokens: 600_000, millis: 1 }, true],
    [{ calls: 1, tokens: 1, millis: 1_800_000 }, true],
  ])('says whether %o is all of it', (usage, isAll) => {
    expect(words({ modelUsage: usage }).includes('Today’s budget is used up')).toBe(isAll);
  });
});

describe('the settings', () => {
  const text = (value: string | null) => ({ input: { value } });
  const values = (over: Record<string, object> = {}) => ({
    channel: { input: { selected_conversation: 'C1' } },
    digestTime: { input: { selected_time: '07:45' } },
    zone: { input: { selected_option: { value: 'Pacific/Auckland' } } },
    businessName: text('Harbor & Pine'),
    senderName: text('Olivia Owner'),
    senderEmail: text('olivia@harbor.example'),
    locale: { input: { selected_option: { value: 'en-GB' } } },
    currency: text('nzd'),
    linkTemplate: text('https://pay.harbor.example/{number}?c={customer}'),
    bankDetails: text(null),
    phone: text(null),
    calls: text('300'),
    tokens: text('600,000'),
    seconds: text('1 800'),
    approvers: { input: { selected_users: ['U1', 'U2'] } },
    owners: { input: { selected_users: [] } },
    ...over,
  });

  it('are shown as they are, in any zone and language', () => {
    for (const zone of ['America/New_York', 'UTC', 'Asia/Calcutta'])
      for (const locale of ['en-US', 'sv-SE']) {
        const modal = settingsModal({ ...SETTINGS, zone, locale });
        expect(problemsOfView(modal)).toEqual([]);
        expect(JSON.stringify(modal)).toContain(
          `"initial_option":{"text":{"type":"plain_text","text":"${zone}"`,
        );
      }
    expect(problemsOfView(settingsModal(DEFAULT_SETTINGS))).toEqual([]);
  });

  it('are read back as typed', () => {
    expect(parseSettings(values())).toEqual({
      kind: 'parsed',
      value: {
        channel: 'C1',
        digestTime: '07:45',
        zone: 'Pacific/Auckland',
        businessName: 'Harbor & Pine',
        sender: { name: 'Olivia Owner', email: 'olivia@harbor.example' },
        locale: 'en-GB',
        currency: 'NZD',
        owners: [],
        approvers: ['U1', 'U2'],
        waysToPay: {
          linkTemplate: 'https://pay.harbor.example/{number}?c={customer}',
          bankDetails: null,
          phone: null,
        },
        modelBudget: { calls: 300, tokens: 600_000, seconds: 1800 },
      },
    });
  });

  it.each([
    ['channel', {}],
    ['zone', { input: { selected_option: { value: 'Mars/Base' } } }],
    ['businessName', text(null)],
    ['senderName', text('Olivia\r\nBcc: x@y.example')],
    ['senderEmail', text('Olivia <olivia@harbor.example>')],
    ['currency', text('XXQ')],
    ['linkTemplate', text('pay.harbor.example')],
    ['linkTemplate', text('javascript:alert(1)')],
    ['linkTemplate', text('https://pay.example.com/{invoice}')],
    ['calls', text(null)],
    ['calls', text('many')],
    ['calls', text('-1')],
    ['calls', text('100001')],
    ['tokens', text('1.5')],
    ['tokens', text('100,000,001')],
    ['seconds', text('86401')],
  ])('say what is wrong with %s', (field, wrong) => {
    const read = parseSettings(values({ [field]: wrong }));
    expect(read.kind === 'errors' && Object.keys(read.errors)).toEqual([field]);
    expect(read.kind === 'errors' && read.errors[field]).toMatch(/^\p{Lu}.*\.$/u);
  });
});
