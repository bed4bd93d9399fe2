// The owner's voice: letters are pasted and learned from, what was learned is looked over, and only then it is saved.
import type { App } from '@slack/bolt';
import { learnVoice } from '../core/letter/learn-voice.ts';
import { changeSettings, mayChangeSettings, onlyOwners } from '../flows/change-settings.ts';
import { onClick, onSubmit, openModal } from './hear.ts';
import type { Room } from './listen.ts';
import { ACTIONS, CALLBACKS } from './views/action-ids.ts';
import {
  learningView,
  parseVoice,
  parseVoiceSamples,
  voiceModal,
  voiceSamplesModal,
} from './views/voice-modal.ts';

export function listenToVoice(app: App, room: Room): void {
  onClick(app, room, ACTIONS.voiceOpen, async (ports, { triggerId, place }) => {
    const settings = await ports.store.settings();
    if (!mayChangeSettings(settings, place.user)) return onlyOwners(settings);
    await openModal(room, triggerId, voiceSamplesModal(settings.voice));
    return undefined;
  });

  onSubmit(
    app,
    room,
    CALLBACKS.voiceSamples,
    parseVoiceSamples,
    async (ports, { samples }, { view, place }) => {
      const { voice: before } = await ports.store.settings();
      const isNew = samples.length > 0 && samples.join('\n') !== before.samples.join('\n');
      const saved = await changeSettings(ports, {
        change: ({ voice }) => ({ voice: { ...voice, samples: [...samples] } }),
        by: place.user,
      });
      if (saved.kind === 'refused') return saved;
      const shown = isNew ? { ...saved.settings.voice, ...learnVoice(samples) } : saved.settings.voice;
      await room.client.views.update({ view_id: view.id, view: voiceModal(shown, isNew) });
      return undefined;
    },
    () => learningView(),
  );

  onSubmit(app, room, CALLBACKS.voiceSave, parseVoice, async (ports, change, { place }) => {
    const saved = await changeSettings(ports, {
      change: ({ voice }) => ({ voice: { ...voice, ...change } }),
      by: place.user,
    });
    if (saved.kind === 'refused') return saved;
    return {
      kind: 'told',
      words: 'Saved. Letters from now on sound like this; a draft that waits changes with *Update figures*.',
    };
  });
}
