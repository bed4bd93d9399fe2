// The directory of agencies, kept by owners from the Home tab.
import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { agencyRecords } from '../core/agency-record.ts';
import type { Settings } from '../core/settings.ts';
import { changeSettings, mayChangeSettings, onlyOwners } from '../flows/change-settings.ts';
import type { Ports } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, STALE, showModal } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import {
  agenciesModal,
  agencyModal,
  agencyWeightsModal,
  parseAgency,
  parseAgencyWeights,
} from './views/agency-forms.ts';

type Form = Parameters<typeof showModal>[2] | null;

export function listenToAgencies(app: App, room: Room): void {
  const forOwners = (
    actionId: string,
    view: (settings: Settings, click: Click, ports: Ports) => Form | Promise<Form>,
  ) =>
    onClick(app, room, actionId, async (ports: Ports, click): Promise<Answer> => {
      const settings = await ports.store.settings();
      if (!mayChangeSettings(settings, click.place.user)) return onlyOwners(settings);
      const form = await view(settings, click, ports);
      if (!form) return STALE;
      await showModal(room, click, form);
      return undefined;
    });
  forOwners(ACTIONS.agenciesOpen, async (settings, _, ports) => {
    const { events } = await ports.store.ledger();
    return agenciesModal(settings, agencyRecords(events, { now: ports.clock.now(), zone: settings.zone }));
  });
  forOwners(ACTIONS.agencyWeights, agencyWeightsModal);
  forOwners(ACTIONS.agencyAdd, () => agencyModal(randomUUID(), null));
  forOwners(ACTIONS.agencyEdit, ({ agencies }, { value }) => {
    const named = decodeValue('agency', value);
    const agency = agencies.find(({ id }) => id === named?.agencyId);
    return agency ? agencyModal(agency.id, agency) : null;
  });

  onSubmit(
    app,
    room,
    CALLBACKS.agencyForm,
    parseAgency,
    async (ports, { agency, isRemoved }, { privateMetadata, place }) => {
      const named = decodeValue('agency', privateMetadata);
      if (!named) return STALE;
      const saved = await changeSettings(ports, {
        change: ({ agencies }) => {
          const others = agencies.filter(({ id }) => id !== named.agencyId);
          return { agencies: isRemoved ? others : [...others, { ...agency, id: named.agencyId }] };
        },
        by: place.user,
      });
      if (saved.kind === 'refused') return saved;
      return {
        kind: 'told',
        words: isRemoved ? 'Taken out of your directory.' : 'Saved in your directory of agencies.',
      };
    },
    () => 'clear',
  );
  onSubmit(
    app,
    room,
    CALLBACKS.agencyWeights,
    parseAgencyWeights,
    async (ports, change, { place }) => {
      const saved = await changeSettings(ports, { change, by: place.user });
      return saved.kind === 'refused' ? saved : { kind: 'told', words: 'Saved.' };
    },
    () => 'clear',
  );
}
