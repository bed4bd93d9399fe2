// The log at its most talkative, over a whole day's work: no token, no password, no address and no letter stands in it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { elementFor } from './person.ts';
import { startProgram } from './process.ts';
import { openSite, type Site } from './program.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite({ LOG_LEVEL: 'debug' });
});
afterAll(() => site.close());

test('at debug level the log holds no secret and nothing of a customer', async () => {
  const { ana, ben } = site;
  const program = await startProgram(site.settings);
  try {
    const digest = await ben.sees('overdue', 'Good morning!');
    await ben.click(digest, 'case.draft', { blockId: elementFor(digest, 'case.draft').blockId });
    const card = await ben.sees('overdue', /^Acme Robotics Inc/m);
    const letter = await ben.seesInThread(card, 'Approve & send');
    await ben.click(letter, 'draft.approve');
    await ben.seesMail('dana@acme-robotics.example');
    await ana.answer(
      card,
      'Dana says they will pay 500 by next Friday, call her at dana@acme-robotics.example',
    );
    await ben.seesInThread(card, '$500.00');
    // Slack and the program's own flows fail loudly once, because what fails is what is logged most.
    await ben.faults({ fail: { method: 'chat.postEphemeral', error: 'internal_error', times: 5 } });
    await ben.command('/overdue acme', 'general');
    await ben.command('/overdue nobody-of-this-name', 'general');
    await ben.idle();
  } finally {
    await program.stop();
  }
  const log = program.output();
  const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '' } = site.settings;
  const password = new URL(site.databaseUrl).password;
  expect(password).not.toBe('');
  for (const secret of [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, password]) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/dana@|Whitfield|Hello Dana|they will pay|0012345678/);
});
