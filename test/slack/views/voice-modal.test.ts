import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import {
  learningView,
  parseVoice,
  parseVoiceSamples,
  voiceModal,
  voiceSamplesModal,
} from '../../../src/slack/views/voice-modal.ts';
import { LONG } from './examples.ts';
import { problemsOfView, wordsOf } from './slack-limits.ts';

const { voice } = DEFAULT_SETTINGS;

const typed = (over: Record<string, string | null>) => ({
  language: { input: { selected_option: { value: over.language ?? 'en' } } },
  formality: { input: { selected_option: { value: over.formality ?? 'friendly' } } },
  ...Object.fromEntries(
    ['greeting', 'signOff', 'use', 'avoid'].map((name) => [name, { input: { value: over[name] ?? null } }]),
  ),
});

describe('the forms of the voice', () => {
  it('stay within what Slack takes, empty and full', () => {
    const full = {
      ...voice,
      greeting: 'Hi {name},',
      signOff: 'Warm regards,',
      samples: [LONG.slice(0, 3000), LONG.slice(0, 3000), LONG.slice(0, 3000)],
      use: Array.from({ length: 12 }, () => 'x'.repeat(120)),
      avoid: Array.from({ length: 40 }, () => 'x'.repeat(120)),
    };
    for (const each of [voice, full])
      for (const view of [
        voiceSamplesModal(each),
        voiceModal(each, true),
        voiceModal(each, false),
        learningView(),
      ])
        expect(problemsOfView(view)).toEqual([]);
    expect(wordsOf(voiceModal(voice, true))).toContain('This is what I learned');
  });

  it('read the letters that were pasted', () => {
    const values = { sample_0: { input: { value: ' Hi Dana, … ' } }, sample_2: { input: { value: '' } } };
    expect(parseVoiceSamples(values)).toEqual({ kind: 'parsed', value: { samples: ['Hi Dana, …'] } });
  });

  it('read back what was chosen, phrases one a line and once each', () => {
    expect(
      parseVoice(
        typed({
          greeting: 'Hi {name},',
          signOff: 'Cheers,',
          use: 'give me a shout\n\ngive me a shout',
          avoid: 'kindly\nasap',
        }),
      ),
    ).toEqual({
      kind: 'parsed',
      value: {
        language: 'en',
        greeting: 'Hi {name},',
        signOff: 'Cheers,',
        formality: 'friendly',
        use: ['give me a shout'],
        avoid: ['kindly', 'asap'],
      },
    });
  });

  it.each([
    [{ greeting: 'Hi {{contact_name}},' }, 'greeting'],
    [{ greeting: 'Hi, see https://evil.test' }, 'greeting'],
    [{ signOff: 'Pay $500 now,' }, 'signOff'],
    [{ use: 'pay within seven days' }, 'use'],
    [{ use: Array.from({ length: 13 }, (_, i) => `phrase ${'abcdefghijklm'[i]}`).join('\n') }, 'use'],
    [{ avoid: 'x'.repeat(121) }, 'avoid'],
  ])('say what is wrong with %o', (over, field) => {
    const read = parseVoice(typed(over));
    expect(read.kind === 'errors' && Object.keys(read.errors)).toEqual([field]);
  });
});
