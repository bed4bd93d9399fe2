// Says what a schema found in the words of Slack's own validator: "[ERROR] what [json-pointer:/where]".
import type { z } from 'zod';

export type Path = readonly PropertyKey[];

/** What a checker answers instead of null: Slack's `error` and its `response_metadata.messages`. */
export type Refusal = { readonly error: string; readonly messages: string[] };

/** One refusal. `path` leads from the root of the call's arguments, for instance ['blocks', 0, 'text', 'text']. */
export function refusal(words: string, path: Path): string {
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return `[ERROR] ${words} [json-pointer:${pointer}]`;
}

/** Everything `schema` refuses in `value`, which stands at `path` in the call; empty when it passes. */
export function refusalsBy(schema: z.ZodType, value: unknown, path: Path): string[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => inSlackWords(issue, [...path, ...issue.path]));
}

function inSlackWords(issue: z.core.$ZodIssue, path: Path): string[] {
  const parent = path.slice(0, -1);
  const last = String(path.at(-1));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => refusal(`invalid additional property: ${key}`, path));
  if (isMissing(issue)) return [refusal(`missing required field: ${last}`, parent)];
  return [refusal(wordsOf(issue, last), path)];
}

function wordsOf(issue: z.core.$ZodIssue, field: string): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
      if (issue.origin === 'string') return `must be less than ${Number(issue.maximum) + 1} characters`;
      return `must be less than ${Number(issue.maximum) + 1}`;
    case 'too_small':
      if (issue.origin === 'array') return `no fewer than ${issue.minimum} items allowed`;
      if (issue.origin === 'string') return `must be more than ${Number(issue.minimum) - 1} characters`;
      return `must be greater than ${Number(issue.minimum) - 1}`;
    case 'invalid_type':
      return `must provide ${article(issue.expected)}`;
    case 'invalid_value':
    case 'invalid_union':
      return field === 'type' ? `unsupported type: ${String(typeOf(issue))}` : 'must be a valid enum value';
    case 'invalid_format':
      return 'must match the expected format';
    default:
      return issue.message;
  }
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code !== 'custom' && (issue.input === undefined || typeOf(issue) === undefined);
}

/** Where no member of a union fits, the issue's input is the whole object; else it is the value itself. */
function typeOf({ code, input }: z.core.$ZodIssue): unknown {
  return code === 'invalid_union' ? (input as { type?: unknown }).type : input;
}

function article(type: string): string {
  const name = type === 'int' ? 'integer' : type;
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}
