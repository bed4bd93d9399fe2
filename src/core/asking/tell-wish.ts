// Wishes that are no proposal: said how it is done, by which button or command. An answer never does it by itself.
import type { About, Told } from './answer.ts';
import type { Question } from './question.ts';

export function tellWish({ intent }: Pick<Question, 'intent'>, about: Pick<About, 'name'> | null): Told {
  const name = about?.name ?? null;
  const whose = name ? ` of ${name}` : '';
  const card = name ? 'on their card' : 'on the customer’s card';
  const showCard = [name ? `/overdue ${name}` : '/overdue'];
  switch (intent) {
    case 'do_draft':
      return {
        sentences: ['Whom is the letter for? Name the customer, as in “draft something gentle to Acme”.'],
        hints: showCard,
      };
    case 'do_release':
      return {
        sentences: ['Whose snooze or hold do you want to end? Name the customer.'],
        hints: showCard,
      };
    case 'do_snooze':
      return {
        sentences: [
          `Until when? Say “snooze ${name ?? 'Acme'} until Friday” or “for two weeks”, or use Snooze ${card}.`,
        ],
        hints: showCard,
      };
    case 'do_log':
      return {
        sentences: [
          `Begin with the customer and I read it: “log for ${name ?? 'Acme'}: they will pay Friday”. Or write it in the thread of the case${whose}, or press “Log a call” ${card}. I record nothing before you confirm.`,
        ],
        hints: showCard,
      };
    case 'do_digest_time':
      return {
        sentences: [
          'At what time? Say “move the digest to 8:45”. It also stands under Settings, where owners may change it.',
        ],
        hints: ['/overdue settings'],
      };
    case 'do_import':
      return {
        sentences: [
          'Drop your open-invoices file (CSV or Excel) into my direct message, press Import on my Home tab, or use the command. I ask about what is unclear, and show a receipt.',
        ],
        hints: ['/overdue import'],
      };
    case 'do_offer':
      return {
        sentences: [
          `What may be offered${name ? ` to ${name}` : ''} stands under “More…”, “Offer something…” ${card}, in the figures of your policy. Another percentage or another day for it has to go into the policy first, and an owner approves the letter.`,
        ],
        hints: [...showCard, '/overdue policy'],
      };
    case 'do_split':
      return {
        sentences: [
          `In how many instalments, and for whom? Say “split what ${name ?? 'Acme'} owes in three, from 1 December”; what you may offer stands in your policy.`,
        ],
        hints: ['/overdue policy'],
      };
    default:
      return {
        sentences: [
          `I cannot do that from here. Letters are approved on their own card, payments come with the next import, and what else can be done stands ${card}.`,
        ],
        hints: [...showCard, '/overdue help'],
      };
  }
}
