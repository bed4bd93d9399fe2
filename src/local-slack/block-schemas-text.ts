// Block Kit's composition objects: texts, options and the question asked before an action. Unknown fields are refused.
import { z } from 'zod';
import { CONFIRM, ELEMENT, OPTION } from './limits.ts';

/** A string that may not be empty, as nearly every string in Block Kit. */
export function words(most: number) {
  return z.string().min(1).max(most);
}

export function plainText(most: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: words(most),
    emoji: z.boolean().optional(),
  });
}

export function mrkdwn(most: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: words(most),
    verbatim: z.boolean().optional(),
  });
}

export function textObject(most: number) {
  return z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);
}

/** Links in a button or an overflow menu open in the person's browser. */
export function url(most: number) {
  return words(most).refine((value) => /^[a-z][a-z0-9+.-]*:/i.test(value), 'must be a valid URL');
}

const OPTION_FIELDS = { value: words(OPTION.value) };

/** An option of a select menu: its words are plain. */
export const selectOption = z.strictObject({
  ...OPTION_FIELDS,
  text: plainText(OPTION.text),
  description: plainText(OPTION.description).optional(),
});

/** An option of an overflow menu, the only one that may lead to a page. */
export const overflowOption = z.strictObject({
  ...OPTION_FIELDS,
  text: plainText(OPTION.text),
  url: url(OPTION.url).optional(),
});

/** An option of radio buttons or checkboxes, which may be formatted. */
export const choiceOption = z.strictObject({
  ...OPTION_FIELDS,
  text: textObject(OPTION.text),
  description: textObject(OPTION.description).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(ELEMENT.groupLabel),
  options: z.array(selectOption).min(1).max(ELEMENT.selectOptions),
});

export const confirm = z.strictObject({
  title: plainText(CONFIRM.title),
  text: textObject(CONFIRM.text),
  confirm: plainText(CONFIRM.button),
  deny: plainText(CONFIRM.button),
  style: z.enum(['primary', 'danger']).optional(),
});

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine(
    (filter) => Object.keys(filter).length > 0,
    'must define at least one of `include`, `exclude_external_shared_channels`, `exclude_bot_users`',
  );

export const dispatchActionConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .optional(),
});

/** An image is fetched from an address or is a file in Slack, never both. */
export const IMAGE_SOURCE = {
  image_url: url(3000).optional(),
  slack_file: z.strictObject({ id: words(255).optional(), url: url(3000).optional() }).optional(),
};

export function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const ONE_SOURCE = 'must define either `image_url` or `slack_file`';
