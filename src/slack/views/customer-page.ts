// The policy as customers would read it, shown to the owner before it goes anywhere.
import type { CustomerPage } from '../../core/policy-page.ts';
import { context, header, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, fitLines } from './mrkdwn.ts';

export function customerPageMessage({ title, sections }: CustomerPage): Said {
  return said([
    header(title),
    ...sections.map((one) =>
      section(
        fitLines(
          [`*${escapeInline(one.title)}*`, ...one.lines.map((line) => `• ${escapeInline(line)}`)],
          2900,
        ),
      ),
    ),
    context('This is what new customers may read. The file in the thread is the same, to attach to a mail.'),
  ]);
}
