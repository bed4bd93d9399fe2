// A Local Slack for one test, with an app of its own: what the Web API allows it, and who asks as whom.
import { request } from 'node:http';
import WebSocket from 'ws';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';
import type { Manifest } from '../../src/local-slack/world.ts';

/** Everything that Local Slack has a method for. */
const SCOPES = [
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'reactions:write',
  'team:read',
  'users:read',
];

/** An app that may do everything but `without`. */
export function manifestOf({ without = [] }: { without?: readonly string[] } = {}): Manifest {
  return {
    display_information: { name: 'Probe' },
    features: {
      bot_user: { display_name: 'probe' },
      slash_commands: [{ command: '/probe', description: 'Answers' }],
    },
    oauth_config: { scopes: { bot: SCOPES.filter((scope) => !without.includes(scope)) } },
    settings: { socket_mode_enabled: true } as Manifest['settings'],
  } as Manifest;
}

export function startProbe(dataDir: string | null = null, manifest = manifestOf()): Promise<LocalSlack> {
  return startLocalSlack({ port: 0, dataDir, manifest });
}

/** A call of the control API as one person. @throws Error with what was refused. */
export async function act<T = object>(url: string, path: string, body: object): Promise<T> {
  const answer = await fetch(`${url}api/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const read = (await answer.json()) as { ok: boolean; error?: string; detail?: string };
  if (!read.ok) throw new Error(`${read.error}: ${read.detail}`);
  return read as T;
}

export async function look<T>(url: string, path: string): Promise<T> {
  return (await (await fetch(`${url}api/${path}`)).json()) as T;
}

export type RawAnswer = {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
};

/** One request as it stands: no browser, and no fetch that tidies the address or the headers. */
export function raw(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', body = '' } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

export type Envelope = { readonly type: string; readonly payload: Record<string, unknown> };

export type ProbeApp = {
  /** What reached the app last, of this type. */
  last(type: string): Envelope['payload'];
  close(): void;
};

/** An app at the other end of Socket Mode, which acknowledges everything and remembers it. */
export async function connectApp(slack: LocalSlack): Promise<ProbeApp> {
  const answer = await fetch(`${slack.slackApiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.appToken}` },
  });
  const { url } = (await answer.json()) as { url: string };
  const socket = new WebSocket(url);
  const heard: Envelope[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      const said = JSON.parse(String(data)) as Envelope & { envelope_id?: string };
      if (said.type === 'hello') resolve();
      if (said.envelope_id === undefined) return;
      heard.push(said);
      socket.send(JSON.stringify({ envelope_id: said.envelope_id }));
    });
  });
  return {
    last: (type) => {
      const found = heard.findLast((one) => one.type === type);
      if (!found) throw new Error(`the app has heard no ${type}`);
      return found.payload;
    },
    close: () => socket.close(),
  };
}
