// The story of a morning: the digest, a draft, an approval, the mail, and what was said on the telephone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { elementsIn, wordsOf } from './person.ts';

describe('a morning with the sample business', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  test('the digest says whom to chase and whom to leave alone, and why', async () => {
    const digest = await office.olivia.sees('overdue', /chase/i);
    console.log(wordsOf(digest.blocks));
    console.log(
      elementsIn(digest.blocks)
        .map((e) => `${e.action_id} ${JSON.stringify(e.value ?? '')}`)
        .join('\n'),
    );
    const [draft] = elementsIn(digest.blocks, 'case.draft');
    expect(draft).toBeDefined();
  });
});
