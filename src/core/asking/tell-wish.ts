// Wishes to change something: said how it is done, by which button or command. An answer never does it by itself.
import { formatDay } from '../calendar.ts';
import type { AsOf, Told } from './answer.ts';
import type { Question } from './question.ts';

export function tellWish({ intent, day }: Question, name: string | null, place: AsOf): Told {
  const whose = name ? ` of ${name}` : '';
  const card = name ? 'below' : 'on the customer’s card (/overdue and their name)';
  switch (intent) {
    case 'do_draft':
      return {
        sentences: [
          `I write no letter and call nobody from a question. Press the first button ${card}, if a step is due: the letter or the call script waits in the thread of the case until a person approves it.`,
        ],
        hints: name ? [`npm run tightrope -- draft ${name}`] : [],
      };
    case 'do_snooze': {
      const until = day ? ` and choose ${formatDay(day, place.locale, place.today)}` : '';
      return {
        sentences: [
          `I do not snooze anybody by myself. Use Snooze ${card}${until}: nobody is chased before that day.`,
        ],
      };
    }
    case 'do_log':
      return {
        sentences: [
          `I record nothing from here. Press “Log a call” ${card}, or write it in the thread of the case${whose}: I read it and ask you to confirm.`,
        ],
      };
    case 'do_digest_time':
      return {
        sentences: [
          'The digest’s time stands under Settings: open my Home tab, or use the command. Owners may change it.',
        ],
        hints: ['/overdue settings'],
      };
    case 'do_split':
      return {
        sentences: [
          `A payment plan is agreed with the customer, so I set up none by myself. Write in the thread of the case${whose} what they ask for (“wants to pay in three instalments from 1 December”) and confirm it; what you may offer stands in your policy.`,
        ],
        hints: ['/overdue policy'],
      };
    default:
      return {
        sentences: [
          `I only answer questions here and change nothing. Letters are approved on their card, payments come with the next import, and everything else stands ${card}.`,
        ],
        hints: ['/overdue help'],
      };
  }
}
