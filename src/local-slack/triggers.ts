// Trigger ids and response URLs: what a click or a command lends the app for a short while.
import { randomUUID } from 'node:crypto';

const TRIGGER_MS = 3_000;
const RESPONSE_MS = 30 * 60_000;
const RESPONSE_USES = 5;

export type ResponsePlace = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string | null;
  readonly threadTs: string | null;
};

export class Triggers {
  readonly #triggers = new Map<string, { user: string; at: number; used: boolean }>();
  readonly #responses = new Map<string, { place: ResponsePlace; at: number; uses: number }>();

  makeTrigger(user: string): string {
    const id = `${Date.now()}.${randomUUID()}`;
    this.#triggers.set(id, { user, at: Date.now(), used: false });
    return id;
  }

  /** Slack's error name, or who acted. Once, and within three seconds. */
  useTrigger(id: string): { error: string } | { user: string } {
    const trigger = this.#triggers.get(id);
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.used) return { error: 'exchanged_trigger_id' };
    if (Date.now() - trigger.at > TRIGGER_MS) return { error: 'expired_trigger_id' };
    trigger.used = true;
    return { user: trigger.user };
  }

  makeResponse(place: ResponsePlace): string {
    const id = randomUUID();
    this.#responses.set(id, { place, at: Date.now(), uses: 0 });
    return id;
  }

  useResponse(id: string): { error: string } | { place: ResponsePlace } {
    const response = this.#responses.get(id);
    if (!response || Date.now() - response.at > RESPONSE_MS) return { error: 'expired_url' };
    response.uses += 1;
    return response.uses > RESPONSE_USES ? { error: 'used_url' } : { place: response.place };
  }
}
