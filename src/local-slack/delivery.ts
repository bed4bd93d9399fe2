// Hands what people do to the app: over its sockets, or by signed HTTP; knows whether it was acknowledged within 3 s.
import { createHmac, randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { SlackJson } from './control-api.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export type Delivered =
  | { readonly kind: 'acked'; readonly payload: SlackJson | null }
  | { readonly kind: 'timeout' } // the app did not acknowledge within 3 s
  | { readonly kind: 'no_app' }; // nothing is connected

export type HttpDelivery = { readonly url: string; readonly signingSecret: string };

const ACK_MS = 3_000;
const GOODBYE_MS = 500;

export type Repeats = { readonly events: number; readonly times: number; readonly atOnce: boolean };

const KEPT_EVENTS = 100;

type Waiting = { readonly settle: (delivered: Delivered) => void };

export class Delivery {
  readonly #sockets: WebSocket[] = [];
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #http: HttpDelivery | null;
  readonly #onApp: () => void;
  #turn = 0;
  /** So many acknowledgements are thrown away, to see what a person is told. */
  dropAcks = 0;
  /** So many events are delivered `times` more often, as Slack does when an acknowledgement is late; or all at once. */
  repeats: Repeats = { events: 0, times: 1, atOnce: false };
  /** The newest events, for delivering them again. */
  readonly #events: SlackJson[] = [];

  constructor(http: HttpDelivery | null, onApp: () => void) {
    this.#http = http;
    this.#onApp = onApp;
  }

  get connected(): boolean {
    return this.#sockets.length > 0 || this.#http !== null;
  }

  get idle(): boolean {
    return this.#waiting.size === 0;
  }

  /** A ticket opens one socket, once. */
  makeTicket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  useTicket(ticket: string): boolean {
    return this.#tickets.delete(ticket);
  }

  accept(socket: WebSocket): void {
    this.#sockets.push(socket);
    socket.on('error', () => socket.terminate()); // What is no WebSocket frame ends this one, and nothing else.
    socket.on('message', (data) => this.#onAck(String(data)));
    socket.on('close', () => {
      const at = this.#sockets.indexOf(socket);
      if (at !== -1) this.#sockets.splice(at, 1);
      this.#onApp();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.length,
        debug_info: { host: 'local', build_number: 1, approximate_connection_time: 3600 },
        connection_info: { app_id: 'A0TIGHTROPE' },
      }),
    );
    this.#onApp();
  }

  /** Asks the app to connect again, as Slack does every few hours. */
  disconnect(): void {
    for (const socket of [...this.#sockets]) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      setTimeout(() => socket.close(), 50);
    }
  }

  /** Says goodbye to the app, and hangs up where it does not answer. */
  async close(): Promise<void> {
    for (const { settle } of [...this.#waiting.values()]) settle({ kind: 'no_app' });
    await Promise.all([...this.#sockets].map(hangUp));
  }

  async deliver(type: EnvelopeType, payload: SlackJson): Promise<Delivered> {
    if (type !== 'events_api') return this.#once(type, payload, 0);
    this.#events.push(payload);
    if (this.#events.length > KEPT_EVENTS) this.#events.shift();
    const { events, times, atOnce } = this.repeats;
    if (events === 0) return this.#once(type, payload, 0);
    this.repeats = { events: events - 1, times, atOnce };
    if (atOnce) {
      const copies = Array.from({ length: times + 1 }, (_, retry) => this.#once(type, payload, retry));
      return (await Promise.all(copies))[0] ?? { kind: 'no_app' };
    }
    for (let retry = times; retry > 0; retry -= 1) await this.#once(type, payload, retry);
    return this.#once(type, payload, 0);
  }

  /** Delivers the newest events once more, oldest first, as Slack does with what was never acknowledged. */
  async redeliver(count: number): Promise<void> {
    for (const payload of this.#events.slice(-count)) await this.#once('events_api', payload, 1);
  }

  #once(type: EnvelopeType, payload: SlackJson, retry: number): Promise<Delivered> {
    if (this.#http) return this.#post(this.#http, type, payload);
    const socket = this.#sockets[this.#turn++ % Math.max(1, this.#sockets.length)];
    if (!socket) return Promise.resolve({ kind: 'no_app' });
    const envelopeId = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ kind: 'timeout' }), ACK_MS);
      const settle = (delivered: Delivered): void => {
        clearTimeout(timer);
        this.#waiting.delete(envelopeId);
        resolve(delivered);
      };
      this.#waiting.set(envelopeId, { settle });
      socket.send(
        JSON.stringify({
          type,
          envelope_id: envelopeId,
          accepts_response_payload: type !== 'events_api',
          ...(type === 'events_api'
            ? { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' }
            : {}),
          payload,
        }),
      );
    });
  }

  #onAck(text: string): void {
    const ack = parseOrNull(text) as { envelope_id?: string; payload?: SlackJson } | null;
    const waiting = this.#waiting.get(ack?.envelope_id ?? '');
    if (!ack || !waiting) return;
    if (this.dropAcks > 0) {
      this.dropAcks -= 1;
      return;
    }
    waiting.settle({ kind: 'acked', payload: ack.payload ?? null });
  }

  async #post(http: HttpDelivery, type: EnvelopeType, payload: SlackJson): Promise<Delivered> {
    const json = type === 'events_api';
    const body = json
      ? JSON.stringify(payload)
      : type === 'interactive'
        ? new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
        : new URLSearchParams(payload as Record<string, string>).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', http.signingSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex');
    try {
      const response = await fetch(http.url, {
        method: 'POST',
        body,
        headers: {
          'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
        },
        signal: AbortSignal.timeout(ACK_MS),
      });
      const text = await response.text();
      return response.ok ? { kind: 'acked', payload: parseOrNull(text) } : { kind: 'no_app' };
    } catch (error) {
      return { kind: (error as Error).name === 'TimeoutError' ? 'timeout' : 'no_app' };
    }
  }
}

function hangUp(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

function parseOrNull(text: string): SlackJson | null {
  try {
    return JSON.parse(text) as SlackJson;
  } catch {
    return null;
  }
}
