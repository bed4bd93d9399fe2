// Who counts as a member, by what Slack says of them.
import { describe, expect, it } from 'vitest';
import { People } from '../../src/slack/people.ts';

const TEAM = 'T1';
const quiet = { warn: () => {} };

function people(user: object | Error) {
  const asked: string[] = [];
  const info = async ({ user: id }: { user: string }) => {
    asked.push(id);
    if (user instanceof Error) throw user;
    return { ok: true, user };
  };
  return { people: new People({ users: { info } } as never, quiet), asked };
}

describe('who is no member', () => {
  it.each<[string, object, boolean]>([
    ['a member', { team_id: TEAM }, false],
    ['a member of the organisation', { team_id: 'E1', enterprise_user: { id: 'W1' } }, false],
    ['somebody of whom Slack says little', {}, false],
    ['a guest', { team_id: TEAM, is_restricted: true }, true],
    ['a guest of one channel', { team_id: TEAM, is_ultra_restricted: true }, true],
    ['a stranger', { team_id: TEAM, is_stranger: true }, true],
    ['somebody of another company', { team_id: 'T2' }, true],
  ])('%s', async (_, user, isOutsider) => {
    expect(await people(user).people.isOutsider(TEAM, 'U1')).toBe(isOutsider);
  });

  it('is asked once for many at once that follow, and lets people work where Slack does not say', async () => {
    const known = people({ is_restricted: true });
    await known.people.isOutsider(TEAM, 'U1');
    await known.people.isOutsider(TEAM, 'U1');
    expect(known.asked).toEqual(['U1']);
    const silent = people(Object.assign(new Error('x'), { data: { error: 'missing_scope' } }));
    expect(await silent.people.isOutsider(TEAM, 'U1')).toBe(false);
  });
});

describe('the name of somebody', () => {
  it.each<[string, object, string]>([
    [
      'is the real one',
      { profile: { real_name: 'Ana  Account', display_name: 'ana' }, name: 'a1' },
      'Ana Account',
    ],
    [
      'is the one they show where they gave no other',
      { profile: { real_name: '', display_name: 'ana' } },
      'ana',
    ],
    ['is their id where Slack knows none', {}, 'U1'],
  ])('%s', async (_, user, name) => {
    expect(await people(user).people.nameOf('U1')).toBe(name);
  });

  it('is asked for once, also by who asked whether they belong to us', async () => {
    const known = people({ team_id: TEAM, real_name: 'Ana Account' });
    expect(await known.people.isOutsider(TEAM, 'U1')).toBe(false);
    expect(await known.people.nameOf('U1')).toBe('Ana Account');
    expect(known.asked).toEqual(['U1']);
  });

  it('is their id where Slack does not say, and is asked for again', async () => {
    const busy = people(Object.assign(new Error('x'), { data: { error: 'ratelimited' } }));
    expect(await busy.people.nameOf('U1')).toBe('U1');
    expect(await busy.people.nameOf('U1')).toBe('U1');
    expect(busy.asked).toEqual(['U1', 'U1']);
  });
});
