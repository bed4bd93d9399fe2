// What Slack would refuse in blocks and views, by the limits of its Block Kit reference; a second opinion beside Local Slack's.

type Json = Record<string, unknown>;

const SECTION = 3000;

/** Every problem as "where: what"; an empty list is what a test wants. */
export function problemsOfBlocks(blocks: readonly unknown[], most: number): string[] {
  const problems: string[] = [];
  if (blocks.length > most) problems.push(`${blocks.length} blocks`);
  if (blocks.length === 0) problems.push('no blocks');
  const ids = blocks.flatMap((block) => ((block as Json).block_id as string) ?? []);
  if (new Set(ids).size !== ids.length) problems.push('a block_id twice');
  const types = blocks.map((block) => (block as Json).type);
  if (types.filter((type) => type === 'data_table' || type === 'table').length > 1)
    problems.push('two tables');
  if (types.filter((type) => type === 'data_visualization').length > 2) problems.push('three charts');
  for (const [index, block] of blocks.entries()) {
    const where = `${index} ${String((block as Json).type)}`;
    for (const problem of problemsOfBlock(block as Json)) problems.push(`${where}: ${problem}`);
  }
  return problems;
}

export function problemsOfMessage({ text, blocks }: { text: string; blocks: readonly unknown[] }): string[] {
  return [
    ...(text.trim() === '' ? ['no text'] : []),
    ...(text.length > 4000 ? [`text of ${text.length}`] : []),
    ...problemsOfBlocks(blocks, 50),
  ];
}

export function problemsOfView(view: unknown): string[] {
  const json = view as Json;
  const blocks = json.blocks as Json[];
  const title = ((json.title as Json | undefined)?.text as string | undefined) ?? '';
  const metadata = (json.private_metadata as string | undefined) ?? '';
  return [
    ...(title.length > 24 ? [`title of ${title.length}`] : []),
    ...(metadata.length > 3000 ? [`private_metadata of ${metadata.length}`] : []),
    ...(JSON.stringify(view).length > 250_000 ? ['a view above 250 KB'] : []),
    ...(json.type === 'modal' && blocks.some(({ type }) => type === 'input') && !json.submit
      ? ['no submit']
      : []),
    ...(blocks.some(({ type }) => type === 'data_table' || type === 'data_visualization')
      ? ['a table or chart in a view']
      : []),
    ...problemsOfBlocks(blocks, 100),
  ];
}

function problemsOfBlock(block: Json): string[] {
  switch (block.type) {
    case 'header':
      return textProblems(block.text, 150);
    case 'section': {
      const fields = (block.fields ?? []) as unknown[];
      return [
        ...(block.text ? textProblems(block.text, SECTION) : []),
        ...(fields.length > 10 ? ['more than 10 fields'] : []),
        ...fields.flatMap((field) => textProblems(field, 2000)),
        ...(block.accessory ? problemsOfElement(block.accessory as Json) : []),
      ];
    }
    case 'context': {
      const elements = block.elements as unknown[];
      return [
        ...(elements.length > 10 || elements.length === 0 ? [`${elements.length} elements`] : []),
        ...elements.flatMap((element) => textProblems(element, SECTION)),
      ];
    }
    case 'actions': {
      const elements = block.elements as Json[];
      const ids = elements.map(({ action_id }) => action_id);
      return [
        ...(elements.length > 25 || elements.length === 0 ? [`${elements.length} elements`] : []),
        ...(new Set(ids).size !== ids.length ? ['an action_id twice'] : []),
        ...elements.flatMap(problemsOfElement),
      ];
    }
    case 'input':
      return [...textProblems(block.label, 2000), ...problemsOfElement(block.element as Json)];
    case 'data_table': {
      const rows = block.rows as Json[][];
      const characters = rows.flat().reduce((sum, { text }) => sum + String(text).length, 0);
      return [
        ...(rows.length < 2 || rows.length > 101 ? [`${rows.length} rows`] : []),
        ...(new Set(rows.map((row) => row.length)).size > 1 ? ['rows of different length'] : []),
        ...(characters > 10_000 ? [`${characters} characters in cells`] : []),
        ...(rows.flat().some(({ text }) => text === '') ? ['an empty cell'] : []),
      ];
    }
    case 'data_visualization':
      return chartProblems(block);
    case 'divider':
      return [];
    default:
      return ['a type no view should use'];
  }
}

function chartProblems(block: Json): string[] {
  const chart = block.chart as { series: Json[]; axis_config: { categories: string[] } };
  return [
    ...(String(block.title).length > 50 ? ['title above 50'] : []),
    ...(chart.series.length > 6 ? ['more than 6 series'] : []),
    ...(chart.axis_config.categories.length > 20 ? ['more than 20 categories'] : []),
    ...(chart.axis_config.categories.some((label) => label.length > 20) ? ['a label above 20'] : []),
    ...(chart.series.some(({ name }) => String(name).length > 20) ? ['a name above 20'] : []),
  ];
}

function textProblems(object: unknown, most: number): string[] {
  const { text } = (object ?? {}) as Json;
  if (typeof text !== 'string' || text.length === 0) return ['empty text'];
  return text.length > most ? [`text of ${text.length}`] : [];
}

function problemsOfElement(element: Json): string[] {
  const options = [
    ...((element.options ?? []) as Json[]),
    ...((element.option_groups ?? []) as { options: Json[] }[]).flatMap((group) => group.options),
  ];
  const groups = (element.option_groups ?? []) as { options: Json[] }[];
  const confirm = element.confirm as Json | undefined;
  return [
    ...(String(element.action_id ?? '').length > 255 ? ['a long action_id'] : []),
    ...(element.type === 'button' ? textProblems(element.text, 75) : []),
    ...(String(element.value ?? '').length > 2000 ? ['a long value'] : []),
    ...(element.url !== undefined && String(element.url).length > 3000 ? ['a long url'] : []),
    ...(String(element.accessibility_label ?? '').length > 75 ? ['a long label'] : []),
    ...(['static_select', 'overflow', 'radio_buttons', 'multi_static_select'].includes(
      String(element.type),
    ) && options.length === 0
      ? ['no options']
      : []),
    ...(element.type === 'overflow' && options.length > 5 ? ['more than 5 options'] : []),
    ...(element.type === 'radio_buttons' && options.length > 10 ? ['more than 10 options'] : []),
    ...(((element.options as Json[] | undefined)?.length ?? 0) > 100 ||
    groups.some((g) => g.options.length > 100)
      ? ['more than 100 options']
      : []),
    ...options.flatMap((option) => [
      ...textProblems(option.text, 75),
      ...(String(option.value ?? '').length > 75 ? ['a long option value'] : []),
    ]),
    ...(String(element.initial_value ?? '').length > Number(element.max_length ?? 3000)
      ? ['an initial value above max_length']
      : []),
    ...(Number(element.max_length ?? 0) > 3000 ? ['max_length above 3000'] : []),
    ...(confirm
      ? [
          ...textProblems(confirm.title, 100),
          ...textProblems(confirm.text, 300),
          ...textProblems(confirm.confirm, 30),
          ...textProblems(confirm.deny, 30),
        ]
      : []),
  ];
}

/** All words that the blocks show, buttons and options included, for tests that look for one. */
export function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node as Json)
    .flatMap(([key, value]) =>
      (key === 'text' || key === 'caption' || key === 'title') && typeof value === 'string'
        ? [value]
        : [wordsOf(value)],
    )
    .filter((words) => words !== '')
    .join('\n');
}

/** Every element with an action_id, wherever it stands. */
export function elementsOf(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (typeof node !== 'object' || node === null) return [];
  const own = typeof (node as Json).action_id === 'string' ? [node as Json] : [];
  return [...own, ...Object.values(node as Json).flatMap(elementsOf)];
}

/** The action_ids in the order in which they stand. */
export function actionIdsOf(node: unknown): string[] {
  return elementsOf(node).map(({ action_id }) => String(action_id));
}
