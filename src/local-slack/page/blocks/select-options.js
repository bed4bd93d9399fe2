// @ts-check
// Where the options of a select come from, and in which field its choice is told.
import { freshId } from '../dom.js';
import { state } from '../state.js';
import { plainWords } from './text.js';

/** @typedef {import('./place.js').Place} Place */
/** @typedef {{key: string, words: string, note: string | null, group: string | null, told: any}} Choice `told`: what the app gets. */

/** Element type → the field of its state, and of its first value. */
const FIELDS = /** @type {Record<string, [field: string, initial: string]>} */ ({
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
});

/** @param {string} type */
export function isSelect(type) {
  return type in FIELDS;
}

/** @param {string} type */
export function isMulti(type) {
  return type.startsWith('multi_');
}

/** @param {string} type */
export function isExternal(type) {
  return type.endsWith('external_select');
}

/** @param {any} option @param {string | null} group @returns {Choice} */
function ofOption(option, group = null) {
  return {
    key: option.value ?? freshId('option'),
    words: plainWords(option.text),
    note: option.description ? plainWords(option.description) : null,
    group,
    told: option,
  };
}

/** @param {any[] | undefined} options @param {any[] | undefined} groups @returns {Choice[]} */
export function ofOptions(options, groups) {
  return [
    ...(options ?? []).map((option) => ofOption(option)),
    ...(groups ?? []).flatMap((group) =>
      (group.options ?? []).map((/** @type {any} */ option) => ofOption(option, plainWords(group.label))),
    ),
  ];
}

/** @param {string} id @param {string} words @param {string | null} note @returns {Choice} */
function ofId(id, words, note) {
  return { key: id, words, note, group: null, told: id };
}

function people() {
  return (state.workspace?.people ?? []).map((one) =>
    ofId(one.id, one.realName, one.isBot ? 'App' : one.role || `@${one.name}`),
  );
}

/** @param {any} filter */
function conversations(filter) {
  const kinds = filter?.include ?? ['public', 'private', 'im'];
  const bot = state.workspace?.app.botUserId ?? '';
  const open = (state.workspace?.channels ?? []).filter(({ isArchived }) => !isArchived);
  return open
    .filter(({ kind }) => kinds.includes(kind === 'channel' ? 'public' : kind))
    .filter(({ kind, members }) => !(filter?.exclude_bot_users && kind === 'im' && members.includes(bot)))
    .map(({ id, name, kind }) =>
      ofId(id, kind === 'im' ? name : `#${name}`, kind === 'private' ? 'Private' : null),
    );
}

/** All there is to choose from, unless the app is asked. @param {Place} place @returns {Choice[]} */
export function choicesOf({ element }) {
  const kind = element.type.replace('multi_', '');
  if (kind === 'users_select') return people();
  if (kind === 'channels_select') return conversations({ include: ['public'] });
  if (kind === 'conversations_select') return conversations(element.filter);
  return ofOptions(element.options, element.option_groups);
}

/** What is chosen now. @param {Place} place @param {any} kept @returns {Choice[]} */
export function chosenOf(place, kept) {
  const { element } = place;
  const [field, initial] = FIELDS[element.type] ?? ['', ''];
  let value = field in kept ? kept[field] : element[initial];
  const here = state.route.kind === 'channel' ? state.route.channel : null;
  if (value === undefined && element.default_to_current_conversation && here) {
    value = isMulti(element.type) ? [here] : here;
  }
  const values = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  const known = choicesOf(place);
  return values.map((one) =>
    typeof one === 'string' ? (known.find(({ key }) => key === one) ?? ofId(one, one, null)) : ofOption(one),
  );
}

/** As Slack puts it into the state. @param {string} type @param {Choice[]} chosen */
export function stateOf(type, chosen) {
  const [field] = FIELDS[type] ?? [''];
  const told = chosen.map((choice) => choice.told);
  return { [field]: isMulti(type) ? told : (told[0] ?? null) };
}
