// Tables and charts, which messages may show.
import { z } from 'zod';
import { richText } from './block-schemas-rich-text.ts';
import { words } from './block-schemas-text.ts';
import { BLOCK, CHART, TABLE } from './limits.ts';

const blockId = words(BLOCK.blockId).optional();

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1),
});

const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);
const row = z.array(cell).min(1).max(TABLE.columns);

type Cell = { readonly text?: string; readonly elements?: unknown };
type Rows = readonly (readonly Cell[])[];

function isEven({ rows }: { rows: Rows }): boolean {
  return rows.every((cells) => cells.length === rows[0]?.length);
}

/** Rich text counts by the words in it. */
function charactersOf(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + charactersOf(one), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : charactersOf(value)),
    0,
  );
}

function isShort({ rows }: { rows: Rows }): boolean {
  return charactersOf(rows) <= TABLE.characters;
}

const TOO_LONG = {
  message: `cells must be less than ${TABLE.characters + 1} characters in total`,
  path: ['rows'],
};
const UNEVEN = { message: 'all rows must have the same number of cells', path: ['rows'] };

export const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: blockId,
    rows: z.array(row).min(1).max(TABLE.rows),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(TABLE.columnSettings)
      .optional(),
  })
  .refine(isShort, TOO_LONG);

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: blockId,
    caption: z.string().min(1),
    rows: z.array(row).min(TABLE.minDataRows).max(TABLE.dataRows),
    page_size: z.number().int().min(1).max(TABLE.pageSize).optional(),
    row_header_column_index: z
      .number()
      .int()
      .min(0)
      .max(TABLE.columns - 1)
      .optional(),
  })
  .refine(isEven, UNEVEN)
  .refine(isShort, TOO_LONG)
  .refine(({ rows }) => rows[0]?.every(({ type }) => type !== 'rich_text'), {
    message: 'headings must not be rich_text',
    path: ['rows', 0],
  })
  .refine(({ rows, row_header_column_index: index = 0 }) => index < (rows[0]?.length ?? 0), {
    message: 'must be a column of the table',
    path: ['row_header_column_index'],
  });

const name = words(CHART.label);
const point = z.strictObject({ label: name, value: z.number() });

type Axes = {
  series: readonly { name: string; data: readonly { label: string }[] }[];
  axis_config: { categories: readonly string[] };
};

/** Every series has one point for every category, in their order. */
function fitsCategories({ series, axis_config: { categories } }: Axes): boolean {
  return series.every(
    ({ data }) =>
      data.length === categories.length && data.every(({ label }, index) => label === categories[index]),
  );
}

function hasDistinctNames({ series }: Axes): boolean {
  return new Set(series.map((one) => one.name)).size === series.length;
}

function withAxes<T extends string>(type: T) {
  return z
    .strictObject({
      type: z.literal(type),
      series: z
        .array(z.strictObject({ name, data: z.array(point).min(1).max(CHART.categories) }))
        .min(1)
        .max(CHART.series),
      axis_config: z.strictObject({
        categories: z.array(name).min(1).max(CHART.categories),
        x_label: words(CHART.axisLabel).optional(),
        y_label: words(CHART.axisLabel).optional(),
      }),
    })
    .refine(fitsCategories, { message: 'data labels must match the categories', path: ['series'] })
    .refine(hasDistinctNames, { message: 'series names must be unique', path: ['series'] });
}

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(
      z.strictObject({ label: name, value: z.number().refine((value) => value > 0, 'must be positive') }),
    )
    .min(1)
    .max(CHART.segments),
});

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: blockId,
  title: words(CHART.title),
  chart: z.discriminatedUnion('type', [pie, withAxes('bar'), withAxes('line'), withAxes('area')]),
});
