// How a customer sounded, by their own mail and by what a colleague tells: plain words only, and no mood where there is none.
import { describe, expect, test } from 'vitest';
import { toneOfMail, toneTold } from '../../../src/core/reading/read-tone.ts';

describe('a mail of theirs', () => {
  test.each([
    ['Thank you so much for your patience, we pay on Friday.', 'friendly'],
    ['Sorry for the delay! It goes out tomorrow.', 'friendly'],
    ['Vielen Dank für Ihre Geduld, wir überweisen morgen.', 'friendly'],
    ['Gracias por avisar, pagamos el viernes.', 'friendly'],
    ['Merci pour votre patience, nous payons vendredi.', 'friendly'],
    ['I am fed up with your rude reminders.', 'upset'],
    ['We are very disappointed. Thank you for calling.', 'upset'],
    ['Das ist unverschämt!', 'upset'],
    ['Estamos muy decepcionados.', 'upset'],
    ['Nous sommes très mécontents.', 'upset'],
    ['We will pay on Friday.', null],
    ['We will pay on Friday.\n\nThanks,\nDana', null],
    ['Thanks for nothing.', null],
    ['We are not upset, only late.', null],
    ['', null],
  ] as const)('%j: %s', (reply, tone) => expect(toneOfMail(reply)).toBe(tone));
});

describe('what a colleague tells', () => {
  test.each([
    ['they were furious about the reminder', 'upset'],
    ['she shouted and hung up on me', 'upset'],
    ['er war sehr unfreundlich', 'upset'],
    ['very friendly on the phone, they pay on Friday', 'friendly'],
    ['nice chat with Dana, she apologised', 'friendly'],
    ['ella fue amable, pagan el viernes', 'friendly'],
    ['not very friendly', null],
    ['furious at first, then very nice', null],
    ["thanks Ben, they'll pay 500 by Friday", null],
    ["they'll pay 500 by Friday", null],
  ] as const)('%j: %s', (reply, tone) => expect(toneTold(reply)).toBe(tone));
});
