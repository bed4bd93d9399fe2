// @ts-check
// What a person types against what Slack stores: "@Ana Accounts" is <@U…>, "#overdue" is <#C…>.
import { escapeText, unescapeText } from './mrkdwn.js';
import { channel, nameOf, state } from './state.js';

/** @param {string} text @returns {string} */
function quoted(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @returns {[words: string, told: string][]} the longest first, so that "@Ana Accounts" is not read as "@Ana" */
function names() {
  const { workspace } = state;
  const people = (workspace?.people ?? []).flatMap(
    ({ id, name, realName }) =>
      /** @type {[string, string][]} */ ([
        [`@${realName}`, `<@${id}>`],
        [`@${name}`, `<@${id}>`],
      ]),
  );
  const channels = (workspace?.channels ?? [])
    .filter(({ kind }) => kind !== 'im')
    .map(({ id, name }) => /** @type {[string, string]} */ ([`#${name}`, `<#${id}|${name}>`]));
  return [...people, ...channels].sort(([a], [b]) => b.length - a.length);
}

/** As it is sent. @param {string} typed */
export function tellable(typed) {
  const known = names().map(
    ([words, told]) => /** @type {const} */ ([escapeText(words).toLowerCase(), told]),
  );
  if (known.length === 0) return escapeText(typed);
  const told = new Map(known);
  const pattern = new RegExp(
    `(?<![\\w@#&])(?:${known.map(([words]) => quoted(words)).join('|')})(?![\\w-])`,
    'gi',
  );
  return escapeText(typed).replace(pattern, (words) => told.get(words.toLowerCase()) ?? words);
}

/** As it was typed, to edit it. @param {string} text */
export function readable(text) {
  const words = text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id) => `@${nameOf(id)}`)
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id, name) => `#${channel(id)?.name ?? name ?? id}`)
    .replace(/<((?:https?|mailto):[^|>]+)(?:\|[^>]*)?>/g, '$1');
  return unescapeText(words);
}
