import { describe, expect, it } from 'vitest';
import type { DraftRevision, DraftState } from '../../../src/core/draft.ts';
import type { Finding } from '../../../src/core/guard/finding.ts';
import { decodeOption, decodeValue } from '../../../src/slack/views/action-ids.ts';
import { draftCard } from '../../../src/slack/views/draft-card.ts';
import {
  editDraftModal,
  instructModal,
  overruleModal,
  parseEditDraft,
  parseInstruct,
  parseOverrule,
  parseSkip,
  skipModal,
} from '../../../src/slack/views/draft-modals.ts';
import { whyDraftModal } from '../../../src/slack/views/why-draft.ts';
import { customer, draft, FACTS, HOSTILE, LONG, PLACE, UUID } from './examples.ts';
import { actionIdsOf, elementsOf, problemsOfMessage, problemsOfView, wordsOf } from './slack-limits.ts';

const WRONG_AMOUNT: Finding = {
  code: 'wrong-amount',
  severity: 'block',
  span: { part: 'body', start: 30, end: 39, text: '$1,245.00' },
  why: 'The ledger says $1,000.00.',
  mend: 'Write $1,000.00.',
};
const BLUNT: Finding = {
  code: 'blunt',
  severity: 'warn',
  span: null,
  why: 'There is no greeting.',
  mend: 'Begin with the name.',
};

const REVISION: DraftRevision = {
  revision: 1,
  by: 'U0SAM',
  at: '2026-11-24T14:00:00.000Z',
  to: 'dana@acme.example',
  letter: draft().letter,
  facts: FACTS,
  findings: [],
  authorship: draft().authorship,
};

const APPROVED = {
  approvedBy: 'U0OLIVIA',
  approvedAt: '2026-11-24T14:10:00.000Z',
  sendAfter: '2026-11-24T14:10:30.000Z',
};

const show = (over: Parameters<typeof draft>[0] = {}) => draftCard(draft(over), customer(), PLACE);

describe('the draft card', () => {
  it('shows to, subject and body as the customer will read them, and that they were checked', () => {
    const card = show();
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('*To:* dana@acme.example');
    expect(card.text).toContain('*Subject:* Invoice INV-1055');
    expect(wordsOf(card.blocks)).toContain('Hi Dana,\n\nwhen can we expect $1,245.00?\n\nOlivia');
    expect(card.text).toContain('Checked against the ledger');
    expect(actionIdsOf(card.blocks)).toEqual([
      'draft.approve',
      'draft.edit',
      'draft.rewrite',
      'draft.refresh',
      'draft.skip',
      'draft.why',
    ]);
  });

  it('carries the revision that the person saw', () => {
    const elements = elementsOf(show().blocks);
    const approve = elements.find(({ action_id }) => action_id === 'draft.approve');
    expect(decodeValue('draft', String(approve?.value))).toEqual({ draftId: UUID, revision: 2 });
    const rewrite = elements.find(({ action_id }) => action_id === 'draft.rewrite');
    const options = ((rewrite?.options ?? []) as { value: string }[]).map(({ value }) => decodeOption(value));
    expect(options.map((option) => option?.verb)).toEqual([
      'softer',
      'firmer',
      'shorter',
      'instruction',
      'in_es',
      'in_fr',
      'in_de',
    ]);
    expect(options.every((option) => option?.revision === 2 && option.id === UUID)).toBe(true);
  });

  it('has no Approve while something must be mended, and says what, why and how', () => {
    const card = show({ findings: [BLUNT, WRONG_AMOUNT] });
    expect(actionIdsOf(card.blocks)).not.toContain('draft.approve');
    expect(card.text).toContain('cannot be sent as it stands');
    expect(card.text).toContain('“$1,245.00” in the body: The ledger says $1,000.00. Write $1,000.00.');
    expect(card.text.indexOf('Must be mended')).toBeLessThan(card.text.indexOf('Look at this'));
  });

  it('says with dots that a remark wants a reason, and keeps the reason with the letter', () => {
    const approve = elementsOf(show({ findings: [BLUNT] }).blocks).find(
      ({ action_id }) => action_id === 'draft.approve',
    );
    expect(wordsOf(approve)).toBe('Approve & send…');
    const overruled = { reason: 'She likes it <short>.', remarks: [BLUNT.why] };
    const sent = show({ state: 'sent', ...APPROVED, findings: [BLUNT], overruled });
    expect(sent.text).toContain('Overruled by <@U0OLIVIA>:* She likes it &lt;short&gt;.');
    expect(sent.text).toContain(BLUNT.why);
  });

  it('says what goes with the mail', () => {
    expect(show({ attachments: ['statement'] }).text).toContain('*Attached:* statement of account');
    expect(show().text).not.toContain('Attached');
  });

  it('asks for the recipient in place of Approve where there is no address', () => {
    const card = show({ to: '' });
    expect(actionIdsOf(card.blocks)).toContain('case.contact');
    expect(actionIdsOf(card.blocks)).not.toContain('draft.approve');
    expect(card.text).toContain('who should get this?');
  });

  it('counts down to sending, with Undo', () => {
    const card = show({ state: 'approved', ...APPROVED });
    expect(card.text).toContain('Sending in 30 seconds');
    expect(card.text).toContain('Approved by <@U0OLIVIA> Tue Nov 24 at 09:10');
    expect(actionIdsOf(card.blocks)).toEqual(['draft.undo', 'draft.why']);
  });

  it('names the day when the customer’s office is closed', () => {
    const card = show({ state: 'approved', ...APPROVED, sendAfter: '2026-11-30T14:00:00.000Z' });
    expect(card.text).toContain('Will be sent Mon Nov 30 at 09:00 (their office hours)');
  });

  it.each<[DraftState, string, string[]]>([
    ['sending', 'Being sent now', []],
    ['sent', 'Sent Tue Nov 24 at 09:11', []],
    ['skipped', 'Skipped* by <@U0SAM>.', []],
    ['stopped', 'Not sent', []],
    [
      'failed',
      'It could not be sent',
      ['draft.approve', 'draft.edit', 'draft.rewrite', 'draft.refresh', 'draft.skip', 'draft.why'],
    ],
    ['unsure', 'It may have been sent', ['draft.was_sent', 'draft.was_not_sent']],
  ])('keeps the body when it is %s, with who and when', (state, words, actions) => {
    const card = show({
      state,
      ...APPROVED,
      sentAt: '2026-11-24T14:11:00.000Z',
      decidedBy: 'U0SAM',
      reason: 'The reason for it.',
    });
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain(words);
    if (state !== 'sending') expect(card.text).toContain('The reason for it.');
    expect(wordsOf(card.blocks)).toContain('when can we expect $1,245.00?');
    expect(actionIdsOf(card.blocks)).toEqual(actions);
  });

  it('says Try again where sending failed', () => {
    expect(wordsOf(show({ state: 'failed' }).blocks)).toContain('Try again');
  });

  it('shows a long letter whole, in sections', () => {
    const body = Array.from({ length: 1200 }, (_, i) => `Word${i}`).join(' ');
    const card = show({ letter: { subject: 'S', body } });
    expect(problemsOfMessage(card)).toEqual([]);
    expect(wordsOf(card.blocks).replace(/\s+/g, ' ')).toContain(body);
  });

  it('tells how much of an endless letter is not shown', () => {
    const card = show({ letter: { subject: LONG, body: 'x'.repeat(200_000) } });
    expect(problemsOfMessage(card)).toEqual([]);
    expect(wordsOf(card.blocks)).toContain('more characters, which Edit shows');
  });

  it('lets nothing in a letter, a name or a reason notify or format', () => {
    const card = draftCard(
      draft({ letter: { subject: HOSTILE, body: HOSTILE }, reason: HOSTILE, state: 'stopped', to: HOSTILE }),
      customer({ name: HOSTILE }),
      PLACE,
    );
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).not.toContain('<!channel>');
    const marked = card.blocks.flatMap((block) =>
      block.type === 'section' && (block as { text?: { type: string } }).text?.type === 'mrkdwn'
        ? [wordsOf(block)]
        : [],
    );
    expect(marked.join('\n')).not.toContain('<!channel>');
  });

  it('shows a body of blank lines without being refused by Slack', () => {
    expect(problemsOfMessage(show({ letter: { subject: '', body: '\n\n' } }))).toEqual([]);
  });
});

describe('the forms of a draft', () => {
  const typed = (over: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries({ to: 'a@b.example', cc: '', subject: 'Hello', body: 'Text', ...over }).map(
        ([name, value]) => [
          name,
          { input: { type: 'plain_text_input', value: value === '' ? null : value } },
        ],
      ),
    );

  it('are filled with what is there, findings on top', () => {
    const modal = editDraftModal(draft({ findings: [WRONG_AMOUNT], cc: ['x@y.example'] }), customer());
    expect(problemsOfView(modal)).toEqual([]);
    expect(wordsOf(modal)).toContain('The ledger says $1,000.00.');
    expect(JSON.stringify(modal)).toContain('x@y.example');
    expect(decodeValue('draft', modal.private_metadata)).toEqual({ draftId: UUID, revision: 2 });
    for (const view of [
      instructModal(draft()),
      skipModal(draft()),
      whyDraftModal(draft(), [REVISION], PLACE),
    ])
      expect(problemsOfView(view)).toEqual([]);
  });

  it('lose nothing of a letter that is longer than one field', () => {
    const paragraphs = Array.from({ length: 40 }, (_, i) => `Paragraph ${i}: ${'words '.repeat(40).trim()}`);
    const body = paragraphs.join('\n\n');
    const modal = editDraftModal(draft({ letter: { subject: 'S', body } }), customer());
    expect(problemsOfView(modal)).toEqual([]);
    const values = Object.fromEntries(
      modal.blocks.flatMap((block) => {
        const element = (block as { element?: { initial_value?: string } }).element;
        return element ? [[String(block.block_id), { input: { value: element.initial_value ?? null } }]] : [];
      }),
    );
    expect(parseEditDraft(values)).toMatchObject({ kind: 'parsed', value: { letter: { body } } });
  });

  it('give the edit as typed', () => {
    expect(parseEditDraft(typed({ cc: 'c@d.example; e@f.example, c@d.example' }))).toEqual({
      kind: 'parsed',
      value: {
        to: 'a@b.example',
        cc: ['c@d.example', 'e@f.example'],
        letter: { subject: 'Hello', body: 'Text' },
        attachments: [],
      },
    });
    const attached = { input: { selected_options: [{ value: 'statement' }] } };
    expect(parseEditDraft({ ...typed({}), attachments: attached })).toMatchObject({
      value: { attachments: ['statement'] },
    });
  });

  it('want a reason before remarks are overruled, and quote them', () => {
    const modal = overruleModal(draft({ findings: [BLUNT] }), [BLUNT]);
    expect(problemsOfView(modal)).toEqual([]);
    expect(wordsOf(modal)).toContain(BLUNT.why);
    expect(parseOverrule({ reason: { input: { value: ' They asked for it ' } } })).toEqual({
      kind: 'parsed',
      value: { reason: 'They asked for it' },
    });
    expect(parseOverrule({ reason: { input: { value: ' ' } } }).kind).toBe('errors');
  });

  it.each([
    [{ to: 'nobody' }, 'to'],
    [{ to: 'a@b.example\nBcc: x@y.example' }, 'to'],
    [{ cc: 'a@b.example, nonsense' }, 'cc'],
    [{ cc: Array.from({ length: 11 }, (_, i) => `p${i}@b.example`).join(',') }, 'cc'],
    [{ subject: '' }, 'subject'],
    [{ subject: 'Hello\r\nBcc: x@y.example' }, 'subject'],
    [{ body: '' }, 'body'],
  ])('say what is wrong with %o', (over, field) => {
    const read = parseEditDraft(typed(over));
    expect(read.kind === 'errors' && Object.keys(read.errors)).toEqual([field]);
  });

  it('want a reason for skipping, in words where it is another one', () => {
    const values = (reason: string, note: string | null) => ({
      reason: { input: { selected_option: { value: reason } } },
      note: { input: { value: note } },
    });
    expect(parseSkip(values('paid', null))).toEqual({
      kind: 'parsed',
      value: { reason: 'They have paid, or are about to' },
    });
    expect(parseSkip(values('spoke', 'with Dana'))).toMatchObject({
      value: { reason: 'I have spoken with them: with Dana' },
    });
    expect(parseSkip(values('other', null)).kind).toBe('errors');
    expect(parseSkip(values('other', 'Christmas'))).toMatchObject({ value: { reason: 'Christmas' } });
    expect(parseSkip({}).kind).toBe('errors');
  });

  it('want an instruction to rewrite by', () => {
    expect(parseInstruct({ instruction: { input: { value: ' Mention the fair ' } } })).toEqual({
      kind: 'parsed',
      value: { instruction: 'Mention the fair' },
    });
    expect(parseInstruct({ instruction: { input: { value: '  ' } } }).kind).toBe('errors');
  });

  it('explain the draft: what it speaks of, what it may say, who wrote it', () => {
    const words = wordsOf(
      whyDraftModal(
        draft({
          facts: { ...FACTS, maySay: ['plan', 'fee'] },
          authorship: {
            kind: 'model',
            promptId: 'firm',
            promptVersion: 2,
            promptHash: 'x',
            model: 'gpt-x',
            note: null,
          },
        }),
        [
          { ...REVISION, authorship: { ...REVISION.authorship, words: REVISION.letter } },
          { ...REVISION, revision: 2, by: 'U0OLIVIA', findings: [BLUNT] },
          {
            ...REVISION,
            revision: 3,
            authorship: { ...REVISION.authorship, words: { subject: 'S', body: '{{total_open}}' } },
          },
        ],
        PLACE,
      ),
    );
    for (const said of [
      'INV-1055: $1,245.00',
      'a payment plan and a late fee',
      'gpt-x (firm, version 2)',
      'Policy version 3',
      '1. Tue Nov 24 at 09:00 · <@U0SAM> · our template (question, version 1) · policy 3 · no remarks · filled again from its words and facts, it is the same letter',
      '2. Tue Nov 24 at 09:00 · <@U0OLIVIA> · our template (question, version 1) · policy 3 · 1 remark\n',
      'filled again, it is another letter',
    ])
      expect(words).toContain(said);
  });
});
