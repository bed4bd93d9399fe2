// What was typed after /overdue, understood. Nothing is done here: the listener does what this says.
import { hasName, type Named } from '../core/find-customer.ts';

export type OverdueCommand =
  | { readonly kind: 'summary'; readonly minDaysLate: number; readonly mine: boolean }
  | { readonly kind: 'customer'; readonly typed: string }
  | { readonly kind: 'why'; readonly typed: string }
  | { readonly kind: 'statement'; readonly typed: string }
  | { readonly kind: 'history'; readonly typed: string }
  | { readonly kind: 'timeline'; readonly typed: string }
  | { readonly kind: 'calendar' }
  | { readonly kind: 'backtest' }
  | { readonly kind: 'policy' }
  | { readonly kind: 'digest' }
  | { readonly kind: 'import' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'help'; readonly unknown: string | null };

/** Longer than any customer's name: it is a sentence, and gets help. */
const LONGEST_NAME = 120;

/** A customer who is called just what was typed is meant, whatever word of a command is in the name: "Art History". */
export async function commandMeant(
  text: string,
  names: () => Promise<readonly Named[]>,
): Promise<OverdueCommand> {
  const typed = text.trim().replace(/\s+/g, ' ');
  const command = readOverdueCommand(typed);
  const isInDoubt = 'typed' in command && command.kind !== 'customer';
  return isInDoubt && hasName(typed, await names()) ? { kind: 'customer', typed } : command;
}

function readOverdueCommand(typed: string): OverdueCommand {
  const word = typed.toLowerCase();
  if (word === '') return { kind: 'summary', minDaysLate: 1, mine: false };
  const age = /^(?:over |> ?)?(\d{1,4}) ?\+?(?: ?d(?:ays)?)?$/.exec(word);
  if (age && /[+>]|over|day/.test(word))
    return { kind: 'summary', minDaysLate: Math.max(1, Number(age[1])), mine: false };
  if (['mine', 'me', 'my'].includes(word)) return { kind: 'summary', minDaysLate: 1, mine: true };
  if (word === 'digest' || word === 'today') return { kind: 'digest' };
  const why = /^why (.+)$/i.exec(typed);
  if (why?.[1] && why[1].length <= LONGEST_NAME)
    return { kind: 'why', typed: why[1].replace(/\?+$/, '').trim() };
  const statement = /^(?:(.+) statement|statement (?:of |for )?(.+))$/i.exec(typed);
  const whose = statement?.[1] ?? statement?.[2];
  if (whose && whose.length <= LONGEST_NAME) return { kind: 'statement', typed: whose };
  const history = /^(?:(.+) history|history (?:of |for |with )?(.+))$/i.exec(typed);
  const past = history?.[1] ?? history?.[2];
  if (past && past.length <= LONGEST_NAME) return { kind: 'history', typed: past };
  const timeline = /^(?:(.+) timeline|timeline (?:of |for )?(.+))$/i.exec(typed);
  const whoseTime = timeline?.[1] ?? timeline?.[2];
  if (whoseTime && whoseTime.length <= LONGEST_NAME) return { kind: 'timeline', typed: whoseTime };
  if (word === 'calendar' || word === 'next') return { kind: 'calendar' };
  if (['backtest', 'back-test', 'back test'].includes(word)) return { kind: 'backtest' };
  if (word === 'policy') return { kind: 'policy' };
  if (word === 'import') return { kind: 'import' };
  if (word === 'settings' || word === 'setup') return { kind: 'settings' };
  if (word === 'help' || word === '?') return { kind: 'help', unknown: null };
  if (typed.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(typed) || word.startsWith('-')) {
    return { kind: 'help', unknown: typed };
  }
  return { kind: 'customer', typed };
}
