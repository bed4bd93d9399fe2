// Files that the app sends by Slack's own client, and the bare way beneath it.
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { startProbe } from './local-slack.ts';
import { clientOf, GENERAL, messagesOf, newChannel, refused } from './slack-client.ts';

let slack: LocalSlack;
let client: WebClient;
beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
});
afterAll(() => slack.stop());

describe('files', () => {
  it('are uploaded as Slack’s client does it, into a thread', async () => {
    const { ts } = await client.chat.postMessage({ channel: GENERAL, text: 'the statement' });
    const content = 'invoice,amount\nINV-1041,500\n';
    const uploaded = await client.filesUploadV2({
      channel_id: GENERAL,
      thread_ts: String(ts),
      initial_comment: 'Here it is',
      filename: 'statement.csv',
      file: Buffer.from(content),
    });
    const [message] = (await messagesOf(slack, GENERAL, 'U0BEN', String(ts))).slice(-1);
    expect(message).toMatchObject({
      text: 'Here it is',
      user: slack.botUserId,
      files: [{ name: 'statement.csv', mimetype: 'text/csv' }],
    });
    const [file] = message?.files ?? [];
    expect(file?.size).toBe(content.length);
    const served = await fetch(new URL(String(file?.url), slack.url));
    expect(await served.text()).toBe(content);
    const [done] = uploaded.files[0]?.files ?? [];
    expect((await client.files.info({ file: String(done?.id) })).file).toMatchObject({
      id: file?.id,
      name: 'statement.csv',
    });
  });

  it('are taken as bare bytes too', async () => {
    const announced = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    const id = String(announced.file_id);
    expect((await fetch(String(announced.upload_url), { method: 'POST', body: 'abc' })).status).toBe(200);
    await client.files.completeUploadExternal({ files: [{ id }], channel_id: GENERAL });
    expect((await client.files.info({ file: id })).file).toMatchObject({ size: 3 });
    const again = client.files.completeUploadExternal({ files: [{ id }], channel_id: GENERAL });
    expect(await refused(again)).toMatchObject({ error: 'file_not_found' });
  });

  it('are refused where the app may not write, and where nothing was uploaded', async () => {
    const { file_id } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    const empty = client.files.completeUploadExternal({
      files: [{ id: String(file_id) }],
      channel_id: GENERAL,
    });
    expect(await refused(empty)).toMatchObject({ error: 'file_not_found' });
    const channel_id = await newChannel(slack, 'no-files');
    const upload = client.filesUploadV2({ channel_id, filename: 'a.txt', file: Buffer.from('a') });
    expect(await refused(upload)).toMatchObject({ error: 'not_in_channel' });
    expect((await fetch(`${slack.url}upload/F0`, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});
