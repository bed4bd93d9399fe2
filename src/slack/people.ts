// Who belongs to the workspace: what customers owe is told to members, not to guests or to people of another company.
import type { WebClient } from '@slack/web-api';
import { slackProblem } from './outbox.ts';

/** Somebody may become a member, or a guest, while we run. */
const KNOWN_FOR_MS = 10 * 60_000;
const MAX_KNOWN = 5_000;

type Known = { readonly isOutsider: boolean; readonly until: number };
type Warn = { warn(fields: object, message: string): void };

export class People {
  readonly #client: Pick<WebClient, 'users'>;
  readonly #log: Warn;
  readonly #known = new Map<string, Known>();

  constructor(client: Pick<WebClient, 'users'>, log: Warn) {
    this.#client = client;
    this.#log = log;
  }

  /** Where Slack does not say, as after an installation without the permission, whoever reaches us counts as a member. */
  async isOutsider(team: string, user: string): Promise<boolean> {
    const known = this.#known.get(`${team} ${user}`);
    if (known && known.until > performance.now()) return known.isOutsider;
    const isOutsider = await this.#ask(team, user, known?.isOutsider ?? false);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(`${team} ${user}`, { isOutsider, until: performance.now() + KNOWN_FOR_MS });
    return isOutsider;
  }

  async #ask(team: string, id: string, asKnown: boolean): Promise<boolean> {
    try {
      const { user } = await this.#client.users.info({ user: id });
      const isGuest = user?.is_restricted === true || user?.is_ultra_restricted === true;
      // In an organisation of several workspaces, its people belong to each of them.
      const isElsewhere = user?.team_id !== undefined && user.team_id !== team && !user.enterprise_user;
      return isGuest || user?.is_stranger === true || isElsewhere;
    } catch (error) {
      this.#log.warn({ code: slackProblem(error).code }, 'Slack did not say who somebody is');
      return asKnown;
    }
  }
}
