// What Slack asks of blocks together: how many, which ids may repeat, and what may stand only once.
import { BLOCKS, type Surface } from './block-schemas.ts';
import type { SlackJson } from './control-api.ts';
import { BLOCK, ELEMENT, MESSAGE, VIEW } from './limits.ts';
import { type Path, refusal, refusalsBy } from './refusals.ts';

/** Everything wrong with `blocks`, which stand at `path` in the call; empty when Slack takes them. */
export function refusalsOfBlocks(blocks: unknown, surface: Surface, path: Path): string[] {
  if (!Array.isArray(blocks)) return refusalsBy(BLOCKS[surface], blocks, path);
  const most = surface === 'message' ? MESSAGE.blocks : VIEW.blocks;
  return [
    ...(blocks.length > most ? [refusal(`no more than ${most} items allowed`, path)] : []),
    ...refusalsBy(BLOCKS[surface], blocks, path),
    ...refusalsOfIds(blocks, path),
    ...refusalsOfFocus(blocks, path),
    ...(surface === 'message' ? refusalsOfMarkdown(blocks, path) : []),
    ...(surface === 'modal' ? [] : refusalsOfResponseUrls(blocks, path)),
  ];
}

/** A block_id stands once a surface, an action_id once a block. */
function refusalsOfIds(blocks: readonly unknown[], path: Path): string[] {
  const repeated = repeatedAt(blocks.map((block) => fieldOf(block, 'block_id')));
  return [
    ...repeated.map((at) =>
      refusal(`block_id must be unique: ${String(fieldOf(blocks[at], 'block_id'))}`, [
        ...path,
        at,
        'block_id',
      ]),
    ),
    ...blocks.flatMap((block, index) => {
      const found = [...elementsIn(block, [...path, index])];
      return repeatedAt(found.map(({ element }) => element.action_id)).map((at) =>
        refusal(`action_id must be unique within a block: ${String(found[at]?.element.action_id)}`, [
          ...(found[at]?.path ?? path),
          'action_id',
        ]),
      );
    }),
  ];
}

function refusalsOfFocus(blocks: readonly unknown[], path: Path): string[] {
  return allElements(blocks, path)
    .filter(({ element }) => element.focus_on_load === true)
    .slice(ELEMENT.focused)
    .map((found) => refusal('only one element can have `focus_on_load`', [...found.path, 'focus_on_load']));
}

/** A response_url comes with the submission of a modal, so nothing else can ask for one. */
function refusalsOfResponseUrls(blocks: readonly unknown[], path: Path): string[] {
  return allElements(blocks, path)
    .filter(({ element }) => 'response_url_enabled' in element)
    .map((found) => refusal('invalid additional property: response_url_enabled', found.path));
}

/** One block alone is held to the limit by its schema. */
function refusalsOfMarkdown(blocks: readonly unknown[], path: Path): string[] {
  const texts = blocks
    .filter((block) => fieldOf(block, 'type') === 'markdown')
    .map((block) => String(fieldOf(block, 'text')).length);
  const total = texts.reduce((sum, length) => sum + length, 0);
  return texts.length > 1 && total > BLOCK.markdown
    ? [refusal(`markdown blocks must be less than ${BLOCK.markdown + 1} characters in total`, path)]
    : [];
}

export function countOfTypes(blocks: readonly unknown[], ...types: string[]): number {
  return blocks.filter((block) => types.includes(String(fieldOf(block, 'type')))).length;
}

type Found = { readonly element: SlackJson; readonly path: Path };

function allElements(blocks: readonly unknown[], path: Path): Found[] {
  return blocks.flatMap((block, index) => [...elementsIn(block, [...path, index])]);
}

/** Everything in a block that a person can work with. A carousel's cards are blocks of their own to Slack. */
function* elementsIn(block: unknown, path: Path): Generator<Found> {
  for (const field of ['elements', 'actions', 'accessory', 'element']) {
    const inner = fieldOf(block, field);
    if (Array.isArray(inner)) {
      for (const [index, element] of inner.entries())
        if (isObject(element)) yield { element, path: [...path, field, index] };
    } else if (isObject(inner)) yield { element: inner, path: [...path, field] };
  }
}

/** The positions of values that stood earlier already; absent ones do not count. */
function repeatedAt(values: readonly unknown[]): number[] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index ? [index] : [],
  );
}

function fieldOf(value: unknown, field: string): unknown {
  return isObject(value) ? value[field] : undefined;
}

function isObject(value: unknown): value is SlackJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
