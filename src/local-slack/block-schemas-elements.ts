// The interactive elements of Block Kit, and which of them may stand where.
import { z } from 'zod';
import {
  ACTIONABLE,
  CONFIRMABLE,
  FOCUSABLE,
  PLACEHOLDER,
  pickers,
  selects,
} from './block-schemas-choices.ts';
import { richText } from './block-schemas-rich-text.ts';
import {
  dispatchActionConfig,
  hasOneSource,
  IMAGE_SOURCE,
  ONE_SOURCE,
  overflowOption,
  plainText,
  url,
  words,
} from './block-schemas-text.ts';
import { BLOCK, ELEMENT } from './limits.ts';

const DISPATCHABLE = { dispatch_action_config: dispatchActionConfig.optional() };
const TYPED = { ...ACTIONABLE, ...DISPATCHABLE, ...FOCUSABLE, ...PLACEHOLDER };
const label = words(ELEMENT.accessibilityLabel).optional();
const ids = z.array(words(255)).min(1).optional();

export const button = z.strictObject({
  type: z.literal('button'),
  ...CONFIRMABLE,
  text: plainText(ELEMENT.text),
  value: z.string().max(ELEMENT.value).optional(),
  url: url(ELEMENT.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: label,
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...CONFIRMABLE,
  options: z.array(overflowOption).min(1).max(ELEMENT.overflowOptions),
});

export const imageElement = z
  .strictObject({ type: z.literal('image'), alt_text: words(BLOCK.imageAlt), ...IMAGE_SOURCE })
  .refine(hasOneSource, ONE_SOURCE);

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...TYPED,
  initial_value: richText.optional(),
  min_lines: z.number().int().min(1).max(ELEMENT.inputLines).optional(),
  max_lines: z.number().int().min(1).max(ELEMENT.inputLines).optional(),
});

const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .optional();

const typed = [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      ...TYPED,
      initial_value: z.string().max(ELEMENT.inputText).optional(),
      multiline: z.boolean().optional(),
      min_length: z.number().int().min(0).max(ELEMENT.inputText).optional(),
      max_length: z.number().int().min(1).max(ELEMENT.inputText).optional(),
    })
    .refine(
      ({ min_length = 0, max_length = ELEMENT.inputText }) => min_length <= max_length,
      '`min_length` must not be greater than `max_length`',
    )
    .refine(
      ({ initial_value = '', max_length = ELEMENT.inputText }) => initial_value.length <= max_length,
      '`initial_value` must not be longer than `max_length`',
    ),
  z.strictObject({
    type: z.literal('email_text_input'),
    ...TYPED,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('url_text_input'),
    ...TYPED,
    initial_value: z.string().optional(),
  }),
  z
    .strictObject({
      type: z.literal('number_input'),
      ...TYPED,
      is_decimal_allowed: z.boolean(),
      initial_value: number,
      min_value: number,
      max_value: number,
    })
    .refine(
      ({ min_value = '-Infinity', max_value = 'Infinity' }) => Number(min_value) <= Number(max_value),
      '`min_value` must not be greater than `max_value`',
    ),
] as const;

const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...ACTIONABLE,
  filetypes: z.array(words(255)).min(1).max(ELEMENT.filetypes).optional(),
  max_files: z.number().int().min(1).max(ELEMENT.files).optional(),
});

const feedbackButton = z.strictObject({
  text: plainText(ELEMENT.text),
  value: words(ELEMENT.value),
  accessibility_label: label,
});

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...ACTIONABLE,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...CONFIRMABLE,
  icon: words(255),
  text: plainText(ELEMENT.text),
  value: words(ELEMENT.value).optional(),
  accessibility_label: label,
  visible_to_user_ids: ids,
});

export const sectionAccessory = z.discriminatedUnion('type', [
  button,
  overflow,
  imageElement,
  ...selects,
  ...pickers,
]);

export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  ...selects,
  ...pickers,
  richTextInput,
]);

/** Files can be put into views only. */
export const messageInputElement = z.discriminatedUnion('type', [
  ...selects,
  ...pickers,
  ...typed,
  richTextInput,
]);

export const inputElement = z.discriminatedUnion('type', [
  ...selects,
  ...pickers,
  ...typed,
  richTextInput,
  fileInput,
]);
