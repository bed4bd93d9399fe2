// An offer in a few words, for the history and for cards.
import { type Day, formatDay } from '../calendar.ts';
import { listed } from '../chase/speaker.ts';
import { formatMoney } from '../money.ts';
import { formatPercent, type Offer } from './offer.ts';

/** "2 % off INV-7 until Fri 4 Dec", for the history and the case. */
export function offerWords(offer: Offer, { today, locale }: { today: Day; locale: string }): string {
  const on = (day: Day) => formatDay(day, locale, today);
  switch (offer.kind) {
    case 'early_payment':
      return listed(
        offer.parts.map(
          ({ invoice, off, until }) =>
            `${formatPercent(offer.percent, locale)} (${formatMoney(off, locale)}) off ${invoice} until ${on(until)}`,
        ),
        3,
      );
    case 'fee_waiver':
      return `the late fee of ${formatMoney(offer.fee, locale)} let go if ${listed(offer.invoices, 3)} ${offer.invoices.length === 1 ? 'is' : 'are'} paid by ${on(offer.until)}`;
    case 'recognition': {
      const given = [
        ...(offer.reward === null ? [] : [offer.reward]),
        ...(offer.termsDays === null ? [] : [`${offer.termsDays} days to pay from the next invoice on`]),
      ];
      return given.length > 0 ? `for paying on time, ${given.join(' and ')}` : 'thanks for paying on time';
    }
  }
}
