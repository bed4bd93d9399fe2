// Answers a question in plain words from the ledger. Nothing is changed by it: a wish becomes a proposal, and what is not understood is said.
import { type Answer, type AsOf, answerOf, type Told } from '../core/asking/answer.ts';
import { exampleQuestions } from '../core/asking/example-questions.ts';
import { isSurelyUnderstood } from '../core/asking/is-sure.ts';
import type { Intent } from '../core/asking/question.ts';
import { NEEDS_CUSTOMER, readQuestion } from '../core/asking/read-question.ts';
import { dayIn } from '../core/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import { answerAboutAll } from './answer-about-all.ts';
import { answerAboutCustomer, answerAboutInvoice } from './answer-about-customer.ts';
import { answerWish } from './answer-wish.ts';
import { answerWithModel, NOBODY_WATCHES, type Watch } from './answer-with-model.ts';
import type { Asked, Asking } from './asking.ts';

export async function answerQuestion(
  ports: Ports,
  asked: Asked,
  watch: Watch = NOBODY_WATCHES,
): Promise<Answer> {
  const { question, names, settings, context } = await understand(ports, asked);
  const now = ports.clock.now();
  const freshAt = (await ports.store.lastImport())?.at ?? null;
  const asOf: AsOf = {
    now,
    today: dayIn(settings.zone, now),
    freshAt,
    zone: settings.zone,
    locale: settings.locale,
  };
  const byId = new Map(names.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => byId.get(id) ?? 'a former customer';
  const asking = { ports, settings, asOf, user: asked.user, nameOf };
  const byGrammar = () => answerByGrammar(question && { ...asking, question }, { ports, asOf, names, asked });
  // Before the first import there is nothing that could be looked up.
  if (freshAt === null || isSurelyUnderstood(asked.text, question, context)) return byGrammar();
  if (!ports.assistant) return inPart(await byGrammar());
  const attempt = await answerWithModel(asking, ports.assistant, { asked, names, watch });
  if (attempt.kind === 'answered') return attempt.answer;
  if (attempt.kind === 'stopped')
    return { ...answerOf(null, { sentences: ['Stopped, as you asked.'] }, { asOf }), kind: 'stopped' };
  const because = `${attempt.because}, so I answer by my own rules, without a model.`;
  const answer = inPart(await byGrammar());
  return { ...answer, note: answer.note ? `${because} ${answer.note}` : because };
}

/** What the grammar passed over is not passed over in silence. */
function inPart(answer: Answer): Answer {
  if (answer.kind !== 'answered') return answer;
  return { ...answer, note: 'I may have understood only a part of this: ask one thing at a time.' };
}

async function answerByGrammar(
  asking: Asking | null,
  rest: {
    readonly ports: Ports;
    readonly asOf: AsOf;
    readonly names: readonly { readonly id: string; readonly name: string }[];
    readonly asked: Asked;
  },
): Promise<Answer> {
  const { ports, asOf, names, asked } = rest;
  if (!asking) return notUnderstood(ports, asOf);
  const told = await mannersOrBooks(asking);
  if (told) return answerOf(asking.question.intent, told, { asOf });
  return ofWhom(asking, names, asked.text);
}

/** Whether the words are a question that has an answer; the thread of a case reads all others as replies. */
export async function isQuestion(ports: Pick<Ports, 'store' | 'clock'>, asked: Asked): Promise<boolean> {
  return (await understand(ports, asked)).question !== null;
}

const PROPOSED: ReadonlySet<Intent> = new Set([
  'do_draft',
  'do_snooze',
  'do_release',
  'do_split',
  'do_digest_time',
]);

/** Whether the words wish for something that is put before a person as a proposal. */
export async function isWish(ports: Pick<Ports, 'store' | 'clock'>, asked: Asked): Promise<boolean> {
  const { question } = await understand(ports, asked);
  return question !== null && PROPOSED.has(question.intent);
}

async function understand(ports: Pick<Ports, 'store' | 'clock'>, { text, customerId, earlier }: Asked) {
  const [names, settings] = await Promise.all([ports.store.customerNames(), ports.store.settings()]);
  const today = dayIn(settings.zone, ports.clock.now());
  const context = { today, locale: settings.locale, names, customerId, earlier };
  return { question: readQuestion(text, context), names, settings, context };
}

/** What is answered without looking at anybody: a greeting, help, and that there are no books yet. */
async function mannersOrBooks({ ports, question, asOf }: Asking): Promise<Told | null> {
  switch (question.intent) {
    case 'hello':
      return {
        sentences: ['Hello! Ask me about your open invoices, for example:'],
        hints: await examples(ports, asOf),
      };
    case 'thanks':
      return { sentences: ['You are welcome.'] };
    case 'help':
      return {
        sentences: [
          'Ask me in plain words who owes what, whom to chase or leave alone and why, what was promised, disputed, paid or sent, and what comes next. I answer from the ledger. What you wish for, such as “snooze Acme until Friday”, comes as a proposal that only its button does. For example:',
        ],
        hints: await examples(ports, asOf),
      };
    default:
      if (asOf.freshAt !== null || question.intent === 'policy') return null;
      return {
        sentences: [
          'No invoices have been imported yet, so there is nothing to answer from. Drop your open-invoices file (CSV or Excel) into my direct message, or type npm run import -- FILE in a shell.',
        ],
        hints: ['/overdue import'],
      };
  }
}

async function ofWhom(
  asking: Asking,
  names: readonly { id: string; name: string }[],
  text: string,
): Promise<Answer> {
  const { question, asOf } = asking;
  const { who, intent } = question;
  const pick = (ids: readonly string[]) =>
    ids.flatMap((id) => names.filter((candidate) => candidate.id === id));
  if (who?.kind === 'several') {
    return {
      ...answerOf(
        intent,
        { sentences: [`“${who.typed}” fits several customers. Which one do you mean?`] },
        { asOf },
      ),
      kind: 'which',
      typed: who.typed,
      choices: pick(who.ids),
    };
  }
  if (who?.kind === 'none') {
    const nearest = pick(who.nearest);
    const near = nearest.length > 0 ? ' Did you mean one of these?' : '';
    return {
      ...answerOf(intent, { sentences: [`There is no customer like “${who.typed}”.${near}`] }, { asOf }),
      kind: 'unknown',
      typed: who.typed,
      choices: nearest,
    };
  }
  if (question.invoice && intent === 'invoice') return answerAboutInvoice(asking, question.invoice);
  if (intent.startsWith('do_')) return answerWish(asking, text);
  if (who) return answerAboutCustomer(asking, who.id);
  if (NEEDS_CUSTOMER.has(intent)) {
    const ask = 'Which customer do you mean? Name one in the question, for example:';
    return {
      ...answerOf(intent, { sentences: [ask], hints: await examples(asking.ports, asOf) }, { asOf }),
      kind: 'which',
    };
  }
  return answerAboutAll(asking);
}

async function notUnderstood(ports: Ports, asOf: AsOf): Promise<Answer> {
  const told = {
    sentences: ['I did not understand that, and I do not guess. I can do these:'],
    hints: await examples(ports, asOf),
  };
  return { ...answerOf('help', told, { asOf }), kind: 'not_understood', intent: null };
}

/** Six questions that have an answer today. */
async function examples({ store }: Pick<Ports, 'store'>, { today }: AsOf): Promise<string[]> {
  const { rows } = await store.topDebtors(today, { minDaysLate: 1, limit: 3, offset: 0 });
  return exampleQuestions(rows.map(({ name }) => name));
}
