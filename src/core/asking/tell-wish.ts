// Wishes to change something: said how it is done, by which button or command. An answer never does it by itself.
import { formatDay } from '../calendar.ts';
import type { About, AsOf, Told } from './answer.ts';
import type { Question } from './question.ts';

export function tellWish(
  { intent, day }: Question,
  about: Pick<About, 'name' | 'due'> | null,
  place: AsOf,
): Told {
  const name = about?.name ?? null;
  const whose = name ? ` of ${name}` : '';
  const card = name ? 'on their card' : 'on the customer’s card';
  const showCard = [name ? `/overdue ${name}` : '/overdue'];
  switch (intent) {
    case 'do_draft': {
      const notDue = about && !about.due ? ` No letter or call to ${name} is due now: ask me why.` : '';
      return {
        sentences: [
          `I write no letter and call nobody from a question. Press Draft or Call script ${card}: it waits in the thread of the case until a person approves it.${notDue}`,
        ],
        hints: showCard,
      };
    }
    case 'do_snooze': {
      const until = day ? ` and choose ${formatDay(day, place.locale, place.today)}` : '';
      return {
        sentences: [
          `I snooze nobody by myself. Use Snooze ${card}${until}: nobody is chased before that day.`,
        ],
        hints: showCard,
      };
    }
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
          'The digest’s time stands under Settings, on my Home tab or by the command. Owners may change it.',
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
    case 'do_split':
      return {
        sentences: [
          `A payment plan is agreed with the customer, so I set up none by myself. Write in the thread of the case${whose} what they ask for (“wants to pay in three instalments from 1 December”) and confirm it; what you may offer stands in your policy.`,
        ],
        hints: [...showCard, '/overdue policy'],
      };
    default:
      return {
        sentences: [
          `I only answer questions and change nothing. Letters are approved on their own card, payments come with the next import, and what else can be done stands ${card}.`,
        ],
        hints: [...showCard, '/overdue help'],
      };
  }
}
