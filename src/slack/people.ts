// Who people are, as Slack has them: whether they belong to the workspace (what customers owe is told to members, not to
// guests or to people of another company), and their names.
import type { WebClient } from '@slack/web-api';
import { slackProblem } from './outbox.ts';

/** Somebody may become a member, or a guest, while we run. */
const KNOWN_FOR_MS = 10 * 60_000;
const MAX_KNOWN = 5_000;

type Person = {
  readonly name: string | null;
  readonly isGuest: boolean; // or a stranger
  readonly team: string | null; // null: of each workspace, or not said
};
/** Null: Slack did not say. */
type Known = { readonly person: Person | null; readonly until: number };
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
    const known = this.#fresh(user);
    const person = known ? known.person : await this.#ask(user);
    return person !== null && (person.isGuest || (person.team !== null && person.team !== team));
  }

  /** The name by which others know them; the id where Slack does not say. */
  async nameOf(user: string): Promise<string> {
    const person = this.#fresh(user)?.person ?? (await this.#ask(user));
    return person?.name ?? user;
  }

  #fresh(user: string): Known | null {
    const known = this.#known.get(user);
    return known && known.until > performance.now() ? known : null;
  }

  /** As last known where Slack does not say now. */
  async #ask(id: string): Promise<Person | null> {
    const person = (await this.#look(id)) ?? this.#known.get(id)?.person ?? null;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(id, { person, until: performance.now() + KNOWN_FOR_MS });
    return person;
  }

  async #look(id: string): Promise<Person | null> {
    try {
      const { user } = await this.#client.users.info({ user: id });
      const names = [user?.profile?.real_name, user?.real_name, user?.profile?.display_name, user?.name];
      return {
        name: names.map((name) => name?.replace(/\s+/g, ' ').trim()).find(Boolean) ?? null,
        isGuest:
          user?.is_restricted === true || user?.is_ultra_restricted === true || user?.is_stranger === true,
        // In an organisation of several workspaces, its people belong to each of them.
        team: user?.enterprise_user ? null : (user?.team_id ?? null),
      };
    } catch (error) {
      this.#log.warn({ code: slackProblem(error).code }, 'Slack did not say who somebody is');
      return null;
    }
  }
}
