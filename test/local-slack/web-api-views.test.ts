// Forms and the Home tab by Slack's own client: a trigger is lent once and for three seconds, and a stack is three high.
import type { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { View, Workspace } from '../../src/local-slack/control-api.ts';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { section } from './block-examples.ts';
import { act, connectApp, look, type ProbeApp, startProbe } from './local-slack.ts';
import { clientOf, GENERAL, refused } from './slack-client.ts';

let slack: LocalSlack;
let client: WebClient;
let app: ProbeApp;
beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
  app = await connectApp(slack);
});
afterAll(() => slack.stop());
afterEach(async () => {
  vi.useRealTimers();
  const [top] = await modals();
  if (top) await act(slack.url, 'close', { as: 'U0BEN', viewId: top.id, all: true });
});

const modals = async (as = 'U0BEN') => (await look<Workspace>(slack.url, `workspace?as=${as}`)).modals;

/** What a command lends the app: the right to open one form for whoever typed it. */
async function trigger(as = 'U0BEN'): Promise<string> {
  await act(slack.url, 'command', { as, channel: GENERAL, text: '/probe' });
  return String(app.last('slash_commands').trigger_id);
}

const modal = (title: string) =>
  ({
    type: 'modal',
    title: { type: 'plain_text', text: title },
    blocks: [section()],
  }) as never;

describe('a trigger', () => {
  it('opens one form for the person who gave it', async () => {
    const { view } = await client.views.open({ trigger_id: await trigger(), view: modal('First') });
    expect(view).toMatchObject({ type: 'modal', team_id: slack.teamId, title: { text: 'First' } });
    expect((await modals()).map(({ id }) => id)).toEqual([view?.id]);
    expect(await modals('U0ANA')).toEqual([]);
  });

  it('is refused when it was used, has expired, or never was', async () => {
    const open = (trigger_id: string) => refused(client.views.open({ trigger_id, view: modal('Form') }));
    const used = await trigger();
    await client.views.open({ trigger_id: used, view: modal('Form') });
    expect(await open(used)).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await open('1.2.3')).toMatchObject({ error: 'invalid_trigger_id' });

    const [inTime, late] = [await trigger(), await trigger()];
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + 1_500 });
    await client.views.open({ trigger_id: inTime, view: modal('Form') });
    vi.setSystemTime(now + 3_100);
    expect(await open(late)).toMatchObject({ error: 'expired_trigger_id' });
  });

  it('is spent on a form that Slack would not take', async () => {
    const trigger_id = await trigger();
    const wrong = client.views.open({ trigger_id, view: modal('x'.repeat(25)) });
    expect(await refused(wrong)).toMatchObject({ error: 'invalid_arguments' });
    const again = client.views.open({ trigger_id, view: modal('Form') });
    expect(await refused(again)).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await modals()).toEqual([]);
  });
});

describe('forms', () => {
  it('lie on one another three high', async () => {
    await client.views.open({ trigger_id: await trigger(), view: modal('1') });
    for (const title of ['2', '3'])
      await client.views.push({ trigger_id: await trigger(), view: modal(title) });
    const fourth = client.views.push({ trigger_id: await trigger(), view: modal('4') });
    expect(await refused(fourth)).toMatchObject({ error: 'push_limit_reached' });
    expect((await modals()).map(({ depth }) => depth)).toEqual([0, 1, 2]);
  });

  it('are drawn anew only by who has seen them last', async () => {
    const { view } = await client.views.open({ trigger_id: await trigger(), view: modal('Old') });
    const at = { view_id: String(view?.id), hash: String(view?.hash) };
    const updated = await client.views.update({ ...at, view: modal('New') });
    expect(updated.view?.hash).not.toBe(at.hash);
    const late = client.views.update({ ...at, view: modal('Late') });
    expect(await refused(late)).toMatchObject({ error: 'hash_conflict' });
    expect((await modals())[0]?.json).toMatchObject({ title: { text: 'New' } });
    const gone = client.views.update({ view_id: 'V0', view: modal('x') });
    expect(await refused(gone)).toMatchObject({ error: 'not_found' });
  });
});

describe('the Home tab', () => {
  it('is each person’s own', async () => {
    const view = { type: 'home', blocks: [section()] } as never;
    await client.views.publish({ user_id: 'U0ANA', view });
    const home = (as: string) => look<{ view: View | null }>(slack.url, `home?as=${as}`);
    expect((await home('U0ANA')).view).toMatchObject({
      kind: 'home',
      json: { blocks: [{ type: 'section' }] },
    });
    expect((await home('U0BEN')).view).toBeNull();
  });
});
