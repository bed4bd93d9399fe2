// The smallest blocks that Slack takes, to be bent in one place by each test.
export type Json = Record<string, unknown>;

export function chars(count: number): string {
  return 'x'.repeat(count);
}

export function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function plain(text: string): Json {
  return { type: 'plain_text', text };
}

export function mrkdwn(text: string): Json {
  return { type: 'mrkdwn', text };
}

export function section(more: Json = {}): Json {
  return { type: 'section', text: mrkdwn('Vega owes $500'), ...more };
}

export function button(more: Json = {}): Json {
  return { type: 'button', action_id: 'open', text: plain('Open'), ...more };
}

export function actions(...elements: unknown[]): Json {
  return { type: 'actions', elements };
}

export function context(...elements: unknown[]): Json {
  return { type: 'context', elements };
}

export function option(index: number | string = 0, more: Json = {}): Json {
  return { text: plain(`Option ${index}`), value: `value-${index}`, ...more };
}

export function select(more: Json = {}): Json {
  return { type: 'static_select', action_id: 'choose', options: [option()], ...more };
}

export function choices(type: 'radio_buttons' | 'checkboxes' | 'overflow', options: Json[]): Json {
  return { type, action_id: 'choose', options };
}

export function textInput(more: Json = {}): Json {
  return { type: 'plain_text_input', action_id: 'typed', ...more };
}

export function input(element: unknown = textInput(), more: Json = {}): Json {
  return { type: 'input', label: plain('Note'), element, ...more };
}

export function image(more: Json = {}): Json {
  return { type: 'image', alt_text: 'A chart', image_url: 'https://example.com/chart.png', ...more };
}

export function cell(text: string): Json {
  return { type: 'raw_text', text };
}

export function dataTable(rows: unknown[], more: Json = {}): Json {
  return { type: 'data_table', caption: 'Who owes what', rows, ...more };
}

export function table(rows: unknown[], more: Json = {}): Json {
  return { type: 'table', rows, ...more };
}

/** `count` rows of `columns` short cells. */
export function rows(count: number, columns = 2): Json[][] {
  return many(count, () => many(columns, () => cell('x')));
}

export function barChart(series: number, categories: number, more: Json = {}): Json {
  const labels = many(categories, (index) => `Week ${index}`);
  return {
    type: 'data_visualization',
    title: 'Open by week',
    chart: {
      type: 'bar',
      series: many(series, (index) => ({
        name: `Series ${index}`,
        data: labels.map((label) => ({ label, value: 1 })),
      })),
      axis_config: { categories: labels },
    },
    ...more,
  };
}

export function pieChart(segments: number): Json {
  return {
    type: 'data_visualization',
    title: 'Open by customer',
    chart: {
      type: 'pie',
      segments: many(segments, (index) => ({ label: `Customer ${index}`, value: 1 })),
    },
  };
}

export function card(more: Json = {}): Json {
  return { type: 'card', title: mrkdwn('Vega'), ...more };
}

export function richText(text: string): Json {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}

export function modal(more: Json = {}): Json {
  return { type: 'modal', title: plain('Log an outcome'), blocks: [section()], ...more };
}

export function home(more: Json = {}): Json {
  return { type: 'home', blocks: [section()], ...more };
}
