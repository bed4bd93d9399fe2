// What is learned from an owner's own letters: greeting, sign-off, formality and phrases, in four languages.
import { describe, expect, test } from 'vitest';
import type { VoiceFact } from '../../../src/core/facts.ts';
import { checkWords } from '../../../src/core/guard/check-words.ts';
import { fillLetter } from '../../../src/core/letter/fill-letter.ts';
import { learnVoice } from '../../../src/core/letter/learn-voice.ts';
import { exampleFacts } from './letter-facts.ts';

const ENGLISH = [
  `Hi Dana,

I hope the new shop is treating you well. Invoice INV-1041 is still open, and I'd love to get it off both our desks. Just give me a shout if anything is unclear.

Warm regards,
Maria`,
  `Hi Tom,

we're glad the flyers worked. When you have a moment, could you look at INV-1050? Just give me a shout if anything is missing.

Warm regards,
Maria Santos`,
  `Hello Ann,

thanks for the call. It's $400 for the banners.

Best wishes,
Maria`,
];

describe('an owner’s voice', () => {
  test('is learned from three English letters', () => {
    expect(learnVoice(ENGLISH)).toEqual({
      language: 'en',
      greeting: 'Hi {name},',
      signOff: 'Warm regards,',
      formality: 'friendly',
      use: ['Just give me a shout if anything is'],
    });
  });

  test.each([
    [
      'de',
      'Guten Tag Herr Groß,\n\nwir bitten Sie, die Rechnung zu prüfen, und danken Ihnen für die Mühe.\n\nMit freundlichen Grüßen\nMaria',
      { greeting: null, signOff: 'Mit freundlichen Grüßen,' },
    ],
    [
      'de',
      'Hallo Jürgen,\n\nist die Rechnung bei dir angekommen? Wir freuen uns und sind für dich da.\n\nViele Grüße\nMaria',
      { greeting: 'Hallo {name},', signOff: 'Viele Grüße,', formality: 'friendly' },
    ],
    [
      'fr',
      'Bonjour Zoë,\n\nje vous prie de trouver notre facture dans le courriel.\n\nBien cordialement,\nMaria',
      { greeting: 'Bonjour {name},', signOff: 'Bien cordialement,', formality: 'formal' },
    ],
    [
      'es',
      'Hola, José:\n\nle escribo por la factura que está pendiente para usted.\n\nUn cordial saludo,\nMaría',
      { signOff: 'Un cordial saludo,', formality: 'friendly' },
    ],
  ] as const)('in %s', (language, letter, learned) => {
    expect(learnVoice([letter])).toMatchObject({ language, ...learned });
  });

  test('of nothing is the house’s', () => {
    expect(learnVoice([])).toEqual({
      language: 'en',
      greeting: null,
      signOff: null,
      formality: 'as_is',
      use: [],
    });
    expect(learnVoice(['', '   '])).toEqual(learnVoice([]));
  });

  test('holds no figure, date, name or link that stood in the letters', () => {
    const letter =
      'Hi Bob,\n\nplease pay $500 by Friday for the Acme Robotics order. See www.pay.example/1 and please pay it for the Acme Robotics order.\n\nCheers,\nM';
    const { use, greeting, signOff } = learnVoice([letter, letter, letter]);
    for (const line of [...use, greeting ?? '', signOff ?? '']) {
      expect(checkWords({ subject: 'x', body: line.replace('{name}', 'Dana') })).toEqual([]);
      expect(line).not.toMatch(/\d|Acme|Robotics|Bob|www/);
    }
  });
});

describe('a letter in the owner’s voice', () => {
  const voice: VoiceFact = {
    greeting: 'Hi {name},',
    signOff: 'Warm regards,',
    formality: 'as_is',
    use: [],
    avoid: [],
  };
  const filled = (extra: Parameters<typeof exampleFacts>[0]) =>
    fillLetter({ subject: 'x', body: '{{greeting}}\n\n{{signature}}' }, exampleFacts(extra)).letter.body;

  test('greets and closes as the owner does', () => {
    expect(filled({ voice })).toBe('Hi Dana,\n\nWarm regards,\nMaria Santos\nHarbor Print\n+1 555 010 7788');
  });

  test.each([
    ['friendly', 'fr-FR', 'Hi Dana,'],
    ['formal', 'en-US', 'Hi Dana Whitfield,'],
    ['as_is', 'fr-FR', 'Hi Dana Whitfield,'],
  ] as const)('is %s in %s by the name it uses', (formality, language, greeting) => {
    expect(filled({ language, voice: { ...voice, formality } })).toContain(greeting);
  });

  test('falls back to the house’s greeting where nobody’s name is known', () => {
    expect(filled({ voice, contactName: null })).toMatch(/^Hello,\n/);
    expect(filled({ voice: { ...voice, greeting: 'Good morning,' }, contactName: null })).toMatch(
      /^Good morning,\n/,
    );
  });

  test('puts no pattern of a name into the greeting', () => {
    expect(filled({ voice, contactName: "O'Neil $& Sons" })).not.toContain('{name}');
  });
});
