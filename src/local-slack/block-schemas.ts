// The blocks of Block Kit, and which of them a message, a modal and the Home tab may hold. Unknown fields are refused.
import { z } from 'zod';
import { dataTable, dataVisualization, table } from './block-schemas-data.ts';
import {
  actionsElement,
  button,
  feedbackButtons,
  iconButton,
  imageElement,
  inputElement,
  messageInputElement,
  sectionAccessory,
} from './block-schemas-elements.ts';
import { richText } from './block-schemas-rich-text.ts';
import {
  hasOneSource,
  IMAGE_SOURCE,
  mrkdwn,
  ONE_SOURCE,
  plainText,
  textObject,
  url,
  words,
} from './block-schemas-text.ts';
import { BLOCK, CARD } from './limits.ts';

export type Surface = 'message' | 'modal' | 'home';

const blockId = words(BLOCK.blockId).optional();

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: textObject(BLOCK.sectionText).optional(),
    fields: z.array(textObject(BLOCK.sectionField)).min(1).max(BLOCK.sectionFields).optional(),
    accessory: sectionAccessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text || fields, 'must define either `text` or `fields`');

const header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: plainText(BLOCK.header),
});

const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });

const contextText = [plainText(BLOCK.contextText), mrkdwn(BLOCK.contextText)] as const;

const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [...contextText, imageElement]))
    .min(1)
    .max(BLOCK.contextElements),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(actionsElement).min(1).max(BLOCK.actions),
});

const image = z
  .strictObject({
    type: z.literal('image'),
    block_id: blockId,
    alt_text: words(BLOCK.imageAlt),
    title: plainText(BLOCK.imageTitle).optional(),
    ...IMAGE_SOURCE,
  })
  .refine(hasOneSource, ONE_SOURCE);

const INPUT = {
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(BLOCK.inputLabel),
  hint: plainText(BLOCK.inputHint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
};

const input = z.strictObject({ ...INPUT, element: inputElement });
const messageInput = z.strictObject({ ...INPUT, element: messageInputElement });

const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: blockId,
  text: words(BLOCK.markdown),
});

const file = z.strictObject({
  type: z.literal('file'),
  block_id: blockId,
  external_id: words(255),
  source: z.literal('remote'),
});

const https = url(BLOCK.imageUrl).refine((value) => value.startsWith('https:'), 'must be an https URL');

const video = z.strictObject({
  type: z.literal('video'),
  block_id: blockId,
  alt_text: words(BLOCK.imageAlt),
  title: plainText(BLOCK.videoTitle),
  title_url: https.optional(),
  thumbnail_url: url(BLOCK.imageUrl),
  video_url: https,
  author_name: words(BLOCK.videoAuthor).optional(),
  description: plainText(BLOCK.videoDescription).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: url(BLOCK.imageUrl).optional(),
});

const alert = z.strictObject({
  type: z.literal('alert'),
  block_id: blockId,
  text: textObject(BLOCK.alert),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const card = z
  .strictObject({
    type: z.literal('card'),
    block_id: blockId,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: textObject(CARD.title).optional(),
    subtitle: textObject(CARD.subtitle).optional(),
    body: textObject(CARD.body).optional(),
    actions: z.array(button).min(1).max(CARD.actions).optional(),
  })
  .refine(
    (one) => one.hero_image || one.title || one.body || one.actions,
    'must define at least one of `hero_image`, `title`, `actions`, `body`',
  );

const carousel = z.strictObject({
  type: z.literal('carousel'),
  block_id: blockId,
  elements: z.array(card).min(1).max(CARD.carouselCards),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(BLOCK.contextActions),
});

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  block_id: blockId,
  task_id: words(255),
  title: z.string().min(1),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: richText.optional(),
  output: richText.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: url(BLOCK.imageUrl), text: z.string().min(1) }))
    .optional(),
});

const plan = z.strictObject({
  type: z.literal('plan'),
  block_id: blockId,
  title: z.string().min(1),
  tasks: z.array(taskCard).optional(),
});

const EVERYWHERE = [section, header, divider, context, actions, image, video, richText] as const;

export const BLOCKS: Readonly<Record<Surface, z.ZodType>> = {
  message: z.array(
    z.discriminatedUnion('type', [
      ...EVERYWHERE,
      messageInput,
      markdown,
      file,
      table,
      dataTable,
      dataVisualization,
      card,
      carousel,
      contextActions,
      taskCard,
      plan,
    ]),
  ),
  modal: z.array(z.discriminatedUnion('type', [...EVERYWHERE, input, alert])),
  home: z.array(z.discriminatedUnion('type', [...EVERYWHERE, input])),
};
