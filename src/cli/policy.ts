// `policy`: prints the workspace's policy or its page for customers, checks one in a file, and puts it into force.
import { parse } from 'yaml';
import { DEFAULT_POLICY } from '../core/default-policy.ts';
import type { Policy } from '../core/policy.ts';
import { customerPage, customerPageHtml } from '../core/policy-page.ts';
import { policySchema } from '../core/policy-schema.ts';
import { changeInWords, changesBetween, policyInWords, TOPIC_WORDS } from '../core/policy-words.ts';
import { stopStaleDrafts } from '../flows/send-approved.ts';
import type { Ports } from '../ports/ports.ts';
import { EXIT, readArguments, type Shell, Usage } from './command.ts';

export const POLICY_HELP = `npm run tightrope -- policy [show | page | check FILE | use FILE] [--by NAME] [--json]

  show         the policy that holds now, in words; with --json as the document that can be edited
  page         the page that customers may read, as HTML
  check FILE   a policy in YAML or JSON: each wrong field and each contradiction with its reason, or what it
               would change. Fields that are left out are those of the policy a workspace begins with.
  use FILE     the same, and makes it the policy from now on, as a new version; customer groups stand in it as
               groups: {Retail: {caps: {minGapDays: 9}}}`;

type Problem = { readonly field: string; readonly why: string };
type Read =
  | { readonly kind: 'read'; readonly policy: Policy }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export async function policy(ports: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, { options: ['by'], flags: [] });
  const [verb = 'show', path, ...more] = words;
  const now = await ports.store.policy();
  const { currency, locale } = await ports.store.settings();
  if (verb === 'show' && path === undefined) {
    if (shell.json) shell.out(JSON.stringify(now.policy, null, 2));
    else
      for (const { topic, label, words: said } of policyInWords(now.policy, { currency, locale }))
        shell.out(`${TOPIC_WORDS[topic]} · ${label}: ${said}`);
    return EXIT.done;
  }
  if (verb === 'page' && path === undefined) {
    const page = customerPage(now.policy, await ports.store.settings());
    shell.out(shell.json ? JSON.stringify(page, null, 2) : customerPageHtml(page));
    return EXIT.done;
  }
  if ((verb !== 'check' && verb !== 'use') || path === undefined || more.length > 0) {
    throw new Usage('Say "policy show", "policy page", "policy check FILE" or "policy use FILE".');
  }
  const read = await readPolicyFile(path, async (file) => {
    const { bytes } = await shell.readLedger(file);
    return Buffer.from(await bytes()).toString('utf8');
  });
  if (read.kind === 'refused') {
    if (shell.json) shell.out(JSON.stringify(read, null, 2));
    else for (const { field, why } of read.problems) shell.err(`${field}: ${why}`);
    return EXIT.refused;
  }
  const changes = changesBetween(now.policy, read.policy, { currency, locale });
  const isSaved = verb === 'use' && changes.length > 0;
  if (isSaved) {
    const by = options.get('by') ?? 'shell';
    const version = await ports.store.savePolicy(read.policy, by, ports.clock.now(), now.version);
    if (version === null) {
      shell.err('Somebody changed the policy at this very moment, so nothing was saved. Try again.');
      return EXIT.refused;
    }
    // A letter that the policy no longer asks for is stopped; a running app draws its card anew when it is clicked.
    await stopStaleDrafts(ports, null);
  }
  if (shell.json) shell.out(JSON.stringify({ kind: isSaved ? 'saved' : 'good', changes }, null, 2));
  else {
    const [same, differs] = [
      'The policy is good, and the same as now.',
      'The policy is good. It would change:',
    ];
    shell.out(
      changes.length === 0 ? same : isSaved ? 'Saved, and it holds from now on. It changes:' : differs,
    );
    for (const change of changes) shell.out(`  ${changeInWords(change)}`);
  }
  return EXIT.done;
}

export async function readPolicyFile(path: string, read: (path: string) => Promise<string>): Promise<Read> {
  let doc: unknown;
  try {
    doc = parse(await read(path));
  } catch (error) {
    if (error instanceof Usage) throw error;
    if ((error as { code?: string }).code === 'ENOENT') throw new Usage(`There is no file "${path}".`);
    const [reason = ''] = (error as Error).message.split('\n');
    return { kind: 'refused', problems: [{ field: path, why: `This is neither YAML nor JSON. ${reason}` }] };
  }
  if (typeof doc !== 'object' || doc === null || Array.isArray(doc)) {
    return {
      kind: 'refused',
      problems: [{ field: path, why: 'A policy is a list of fields with their values.' }],
    };
  }
  const result = policySchema.safeParse({ ...DEFAULT_POLICY, ...doc });
  if (result.success) return { kind: 'read', policy: result.data };
  return {
    kind: 'refused',
    problems: result.error.issues.map(({ path: field, message }) => ({
      field: field.join('.') || 'policy',
      why: message,
    })),
  };
}
