// Slack's limits by the Block Kit, Web API and app manifest references (docs.slack.dev/reference), one table a subject.
// Text is counted in characters, everything else in items unless its name says otherwise.

export const MESSAGE = {
  blocks: 50,
  /** chat.postMessage answers msg_too_long above this. */
  text: 40_000,
  /** chat.update takes less. */
  updateText: 4_000,
  markdownText: 12_000,
  attachments: 100,
  /** Tables of either kind in one message. */
  tables: 1,
  charts: 2,
} as const;

export const VIEW = {
  blocks: 100,
  title: 24,
  submit: 24,
  close: 24,
  callbackId: 255,
  externalId: 255,
  privateMetadata: 3_000,
  bytes: 250_000,
} as const;

export const BLOCK = {
  blockId: 255,
  sectionText: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  header: 150,
  contextElements: 10,
  contextText: 3_000,
  contextActions: 5,
  actions: 25,
  inputLabel: 2_000,
  inputHint: 2_000,
  imageAlt: 2_000,
  imageTitle: 2_000,
  imageUrl: 3_000,
  /** Over all markdown blocks of a message together. */
  markdown: 12_000,
  alert: 200,
  videoTitle: 199,
  videoAuthor: 49,
  videoDescription: 199,
} as const;

export const CARD = {
  title: 150,
  subtitle: 150,
  body: 200,
  actions: 3,
  carouselCards: 10,
} as const;

export const TABLE = {
  rows: 100,
  columns: 20,
  columnSettings: 20,
  /** A data_table may have 100 rows under its row of headings. */
  dataRows: 101,
  /** The least is the headings and one row. */
  minDataRows: 2,
  /** Over all cells of a table together. */
  characters: 10_000,
  pageSize: 100,
} as const;

export const CHART = {
  title: 50,
  series: 6,
  segments: 6,
  categories: 20,
  label: 20,
  axisLabel: 50,
} as const;

export const ELEMENT = {
  actionId: 255,
  text: 75,
  value: 2_000,
  url: 3_000,
  accessibilityLabel: 75,
  placeholder: 150,
  focused: 1,
  overflowOptions: 5,
  selectOptions: 100,
  optionGroups: 100,
  groupLabel: 75,
  choices: 10,
  inputText: 3_000,
  inputLines: 100,
  filetypes: 100,
  files: 10,
} as const;

export const OPTION = {
  text: 75,
  value: 150,
  description: 75,
  url: 3_000,
} as const;

export const CONFIRM = { title: 100, text: 300, button: 30 } as const;

export const MANIFEST = {
  name: 35,
  description: 140,
  longDescriptionLeast: 175,
  longDescription: 4_000,
  botName: 80,
  commands: 50,
  /** With its slash. */
  command: 32,
  commandDescription: 2_000,
  usageHint: 1_000,
  shortcuts: 10,
  shortcutName: 24,
  shortcutDescription: 150,
  callbackId: 255,
  agentDescription: 300,
  suggestedPrompts: 4,
  unfurlDomains: 5,
  redirectUrls: 1_000,
  addressRanges: 50,
  metadataSubscriptions: 20,
  scopes: 255,
  events: 100,
} as const;
