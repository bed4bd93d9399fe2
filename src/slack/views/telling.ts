// What is said to somebody who told of a customer that their words do not tell apart, or that is not there.
import type { AnyBlock } from '@slack/types';
import { type ActionValue, encodeValue, tellingChooseId } from './action-ids.ts';
import { actions, button, context, type Said, section } from './blocks.ts';
import { said } from './fallback.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';

type Named = { readonly id: string; readonly name: string };
type Place = Omit<ActionValue<'telling'>, 'customerId'>;

export function whichCustomerMessage(typed: string, customers: readonly Named[], place: Place): Said {
  return said([
    section(`*“${typedName(typed)}” may be one of these.* Whom is it about? Nothing is lost meanwhile.`),
    ...choices(customers, place),
  ]);
}

export function noSuchCustomerMessage(typed: string, nearest: readonly Named[], place: Place): Said {
  const none = `*There is no customer like “${typedName(typed)}”, so nothing is recorded yet.*`;
  return nearest.length === 0
    ? said([
        section(
          `${none} I know the customers of the last import. Write it once more with the name as it stands there, or type \`/overdue\` to see them.`,
        ),
      ])
    : said([section(`${none} Did you mean one of these?`), ...choices(nearest, place)]);
}

export function nothingToldMessage(customerName: string): Said {
  const name = escapeInline(shorten(customerName, 150));
  return said([section(`What shall I note for *${name}*? Write it after the name: \`log for ${name}: …\``)]);
}

export function isAboutMessage(customerName: string): Said {
  return said([section(`It is about *${escapeInline(shorten(customerName, 150))}*.`)]);
}

function choices(customers: readonly Named[], place: Place): AnyBlock[] {
  if (customers.length === 0) return [];
  return [
    // The names also stand in words, for whoever has the message read out.
    context(fitLines([customers.map(({ name }) => escapeInline(shorten(name, 100))).join(' · ')], 2900)),
    actions(
      ...customers.map(({ id, name }, index) =>
        button(tellingChooseId(index), name, encodeValue('telling', { ...place, customerId: id })),
      ),
    ),
  ];
}

function typedName(typed: string): string {
  return escapeInline(shorten(typed, 120));
}
