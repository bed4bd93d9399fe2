// What somebody wished for, with the button that does it; the same card then says what became of it.
import type { AnyBlock } from '@slack/types';
import { assertNever } from '../../core/assert-never.ts';
import { canBeUndone, customerOf, type ProposalContent } from '../../core/proposal.ts';
import { ACTIONS, encodeValue } from './action-ids.ts';
import { actions, button, context, linkButton, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, fitLines, mention, shorten } from './mrkdwn.ts';

/** A note is shown whole, as far as one section goes. */
const LONGEST_LINE = 1_100;

export function proposalCard(proposal: ProposalContent): Said {
  const { words, deed, state, id } = proposal;
  const value = encodeValue('proposal', { proposalId: id });
  const by = proposal.decidedBy ? ` by ${mention(proposal.decidedBy)}` : '';
  const result = proposal.result ? [section(escapeInline(shorten(proposal.result, 1500)))] : [];
  const title = escapeInline(shorten(words.title, 300));
  const whose = context(`${mention(proposal.askedBy)} asked · ${escapeInline(shorten(words.asOf, 300))}`);
  switch (state) {
    case 'asked':
      return said([
        section(`*${title}?*`),
        ...lines(words.lines),
        actions(
          button(ACTIONS.proposalDo, words.button, value, {
            style: 'primary',
            label: `${words.button}: ${words.title}`,
          }),
          button(ACTIONS.proposalDismiss, 'Not now', value),
          openCase(proposal),
        ),
        whose,
      ]);
    case 'done':
      return said([
        section(`:white_check_mark: *Done*${by}: ${title}`),
        ...lines(words.lines),
        ...result,
        ...row([
          proposal.link ? linkButton(ACTIONS.linkOpen, 'Open it', proposal.link) : null,
          canBeUndone(deed) ? button(ACTIONS.proposalUndo, 'Undo', value) : null,
          openCase(proposal),
        ]),
        whose,
      ]);
    case 'dismissed':
      return said([section(`*Not now*${by}: ${title}. Nothing was done.`), whose]);
    case 'lapsed':
      return said([
        section(`:warning: *Not possible any more:* ${title}. Nothing was done.`),
        ...result,
        whose,
      ]);
    case 'undone':
      return said([section(`:leftwards_arrow_with_hook: *Taken back*${by}: ~${title}~`), whose]);
    default:
      return assertNever(state);
  }
}

function lines(words: readonly string[]): AnyBlock[] {
  if (words.length === 0) return [];
  const rows = words.map((line) => {
    const safe = escapeInline(shorten(line, LONGEST_LINE));
    return /^\d+\. /.test(line) ? safe : `• ${safe}`;
  });
  return [section(fitLines(rows, 2900))];
}

function row(elements: Parameters<typeof actions>): AnyBlock[] {
  return elements.some((element) => element !== null) ? [actions(...elements)] : [];
}

function openCase({ deed }: ProposalContent) {
  const customerId = customerOf(deed);
  if (customerId === null) return null;
  return button(ACTIONS.caseOpen, 'Open case', encodeValue('customer', { customerId, currency: null }));
}
