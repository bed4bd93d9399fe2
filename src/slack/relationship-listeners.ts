// What people do to keep a customer: thank them, call them.
import type { App } from '@slack/bolt';
import { putOffCall } from '../flows/change-customer.ts';
import { thankCustomer } from '../flows/draft-courtesy.ts';
import { refreshDigest } from '../flows/post-digest.ts';
import { onClick, STALE } from './hear.ts';
import type { Room } from './listen.ts';
import { ACTIONS, decodeValue } from './views/action-ids.ts';

export function listenToRelationships(app: App, room: Room): void {
  onClick(app, room, ACTIONS.caseThank, async (ports, { value, place }) => {
    const about = decodeValue('customer', value);
    if (!about) return STALE;
    const drafted = await thankCustomer(ports, { customerId: about.customerId, by: place.user });
    if (drafted.kind === 'refused') return drafted;
    const link = await ports.chat.linkTo(drafted.card);
    const words = drafted.isNew ? 'The thank-you is drafted' : 'There is a draft already';
    return { kind: 'told', words: link ? `${words}: <${link}|open it>.` : `${words}.` };
  });
  onClick(app, room, ACTIONS.caseNotNow, async (ports, { value, place }) => {
    const about = decodeValue('customer', value);
    if (!about) return STALE;
    const noted = await putOffCall(ports, { customerId: about.customerId, by: place.user });
    if (noted.kind === 'refused') return noted;
    await refreshDigest(ports, 0);
    return { kind: 'told', words: noted.words };
  });
}
