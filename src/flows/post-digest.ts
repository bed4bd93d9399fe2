// Posts the morning digest: once a working day, at the workspace's hour; a morning that was missed is caught up once.

import { ageingOf } from '../core/ageing.ts';
import { buildDigest } from '../core/build-digest.ts';
import { type Day, dayIn, timeIn } from '../core/calendar.ts';
import { whoToChase } from '../core/chase/who-to-chase.ts';
import type { Digest, Quote } from '../core/digest.ts';
import { isWorkingDay } from '../core/office-hours.ts';
import { OutsideError } from '../core/outside-error.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import type { TeamChat } from '../ports/team-chat.ts';
import { chaseContext } from './gather.ts';

const JOB = 'digest';

export type DigestRun =
  | { readonly kind: 'posted'; readonly message: MessageRef; readonly digest: Digest }
  | { readonly kind: 'not_due' };

/** What a tick calls, every minute: posts when it is time and nobody else has. */
export async function postDueDigest(ports: Ports): Promise<DigestRun> {
  const now = ports.clock.now();
  const settings = await ports.store.settings();
  if (!settings.onboarded || !settings.channel) return { kind: 'not_due' };
  const { policy } = await ports.store.policy();
  const today = dayIn(settings.zone, now);
  const time = timeIn(settings.zone, now);
  if (time < settings.digestTime || time >= policy.window.to) return { kind: 'not_due' };
  if (!isWorkingDay(today, policy, null)) return { kind: 'not_due' };
  if (!(await ports.store.claimJob(JOB, today, now))) return { kind: 'not_due' };
  try {
    return await postDigest(ports, settings.channel, today);
  } catch (error) {
    await ports.store.releaseJob(JOB, today);
    if (error instanceof OutsideError && !error.retryable) await tellOwners(ports, today, settings, error);
    throw error;
  }
}

/** A channel that was deleted or archived is told to the owners once a day, where they will see it. */
async function tellOwners(
  ports: Ports,
  today: Day,
  settings: { owners: string[] },
  error: OutsideError,
): Promise<void> {
  if (!(await ports.store.claimJob('digest-failed', today, ports.clock.now()))) return;
  for (const owner of settings.owners) {
    await ports.chat.tell(
      owner,
      `I could not post this morning's digest: ${error.message} Choose a channel under Settings on my Home tab, and I will post it at once.`,
    );
  }
}

/** `/overdue digest`: posts it now, whatever the hour. */
export async function postDigestNow(ports: Ports): Promise<DigestRun | Refused> {
  const { channel, zone } = await ports.store.settings();
  if (!channel) {
    return {
      kind: 'refused',
      because: 'No channel is chosen yet. Open my Home tab and choose where I should post.',
    };
  }
  const now = ports.clock.now();
  await ports.store.claimJob(JOB, dayIn(zone, now), now);
  return postDigest(ports, channel, dayIn(zone, now));
}

async function postDigest(ports: Ports, channel: string, today: Day): Promise<DigestRun> {
  const digest = await gatherDigest(ports);
  const message = await ports.chat.postDigest(digest, channel);
  await ports.store.saveDigest({
    day: today,
    postedAt: ports.clock.now(),
    message,
    overdueByCurrency: digest.ageing.currencies.map(({ currency, overdue, overdueInvoices }) => ({
      currency,
      minor: overdue.minor,
      invoices: overdueInvoices,
    })),
  });
  return { kind: 'posted', message, digest };
}

/** Draws today's digest again where it stands, after something in it changed. */
export async function refreshDigest(ports: Ports, page: number): Promise<void> {
  const { zone } = await ports.store.settings();
  const record = await ports.store.digestOf(dayIn(zone, ports.clock.now()));
  if (!record?.message) return;
  await ports.chat.updateDigest(await gatherDigest(ports), record.message, page);
}

/** At start: a digest that was claimed but never posted, because the program was stopped in between, is due again. */
export async function releaseInterruptedDigest(ports: Ports): Promise<void> {
  const { zone } = await ports.store.settings();
  const today = dayIn(zone, ports.clock.now());
  if (!(await ports.store.digestOf(today))) await ports.store.releaseJob(JOB, today);
}

type Linking = { readonly chat: Pick<TeamChat, 'linkTo'> };

/** Further down the list a quote does without its link: a digest must not wait for a hundred answers of Slack. */
const MOST_LINKS = 30;

/** With the way to each message that a broken promise rests on. One that cannot be had stops nothing. */
async function withLinks({ chat }: Linking, digest: Digest): Promise<Digest> {
  const quotes = digest.chase.flatMap(({ quote }) => (quote?.source.ts ? [quote] : [])).slice(0, MOST_LINKS);
  const links = new Map(
    await Promise.all(
      quotes.map(async (quote) => [quote, await chat.linkTo(quote.source).catch(() => null)] as const),
    ),
  );
  const linked = (quote: Quote) => ({ ...quote, link: links.get(quote) ?? null });
  return {
    ...digest,
    chase: digest.chase.map((entry) => ({ ...entry, quote: entry.quote && linked(entry.quote) })),
  };
}

/** The digest as of now, from the whole ledger. */
export async function gatherDigest(ports: Pick<Ports, 'store' | 'clock'> & Linking): Promise<Digest> {
  const now = ports.clock.now();
  const [ledger, settings, { policy }] = await Promise.all([
    ports.store.ledger(),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  const today = dayIn(settings.zone, now);
  const [previous, ...waiting] = await Promise.all([
    ports.store.lastDigestBefore(today),
    ports.store.draftsIn('proposed'),
    ports.store.draftsIn('approved'),
    ports.store.draftsIn('failed'),
    ports.store.draftsIn('unsure'),
  ]);
  const digest = buildDigest({
    ledger,
    verdicts: whoToChase(ledger, policy, chaseContext(settings, now)),
    ageing: ageingOf(ledger, today),
    previous,
    liveDrafts: waiting.flat().map(({ customerId, currency, state }) => ({ customerId, currency, state })),
    policy,
    now,
    settings,
  });
  return withLinks(ports, digest);
}
