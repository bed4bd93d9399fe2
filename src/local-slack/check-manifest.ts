// What Slack's pages would refuse of an app manifest, a sentence each: wrong shapes, lengths, and what goes together.
import { z } from 'zod';
import { MANIFEST } from './limits.ts';
import { BOT_SCOPES, EVENT_SCOPES } from './manifest-scopes.ts';

function text(most: number, least = 1) {
  return z.string().min(least).max(most);
}

const https = text(3_000).refine((value) => value.startsWith('https://'), 'must begin with https://');
const prompts = z.array(z.strictObject({ title: text(255), message: text(3_000) }));
const scopeList = z.array(z.string()).max(MANIFEST.scopes);
const eventList = z.array(z.string()).max(MANIFEST.events);

const displayInformation = z.strictObject({
  name: text(MANIFEST.name),
  description: text(MANIFEST.description).optional(),
  long_description: text(MANIFEST.longDescription, MANIFEST.longDescriptionLeast).optional(),
  background_color: z
    .string()
    .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour such as #1d3b4f')
    .optional(),
});

const slashCommand = z.strictObject({
  command: text(MANIFEST.command).regex(
    /^\/[a-z0-9_-]+$/,
    'must be a slash and small letters, digits, - or _',
  ),
  description: text(MANIFEST.commandDescription),
  usage_hint: text(MANIFEST.usageHint).optional(),
  should_escape: z.boolean().optional(),
  url: https.optional(),
});

const shortcut = z.strictObject({
  name: text(MANIFEST.shortcutName),
  type: z.enum(['global', 'message']),
  callback_id: text(MANIFEST.callbackId),
  description: text(MANIFEST.shortcutDescription),
});

const features = z.strictObject({
  app_home: z
    .strictObject({
      home_tab_enabled: z.boolean().optional(),
      messages_tab_enabled: z.boolean().optional(),
      messages_tab_read_only_enabled: z.boolean().optional(),
    })
    .optional(),
  agent_view: z
    .strictObject({
      agent_description: text(MANIFEST.agentDescription).optional(),
      suggested_prompts: prompts.max(MANIFEST.suggestedPrompts).optional(),
      actions: z.array(z.strictObject({ name: text(255), description: text(3_000) })).optional(),
    })
    .optional(),
  assistant_view: z
    .strictObject({
      assistant_description: text(MANIFEST.agentDescription),
      suggested_prompts: prompts.optional(),
    })
    .optional(),
  bot_user: z
    .strictObject({ display_name: text(MANIFEST.botName), always_online: z.boolean().optional() })
    .optional(),
  shortcuts: z.array(shortcut).max(MANIFEST.shortcuts).optional(),
  slash_commands: z.array(slashCommand).max(MANIFEST.commands).optional(),
  unfurl_domains: z.array(text(255)).max(MANIFEST.unfurlDomains).optional(),
});

const settings = z.strictObject({
  allowed_ip_address_ranges: z.array(text(50)).max(MANIFEST.addressRanges).optional(),
  event_subscriptions: z
    .strictObject({
      bot_events: eventList.optional(),
      user_events: eventList.optional(),
      request_url: https.optional(),
      metadata_subscriptions: z
        .array(z.strictObject({ app_id: text(255), event_type: text(255) }))
        .min(1)
        .max(MANIFEST.metadataSubscriptions)
        .optional(),
    })
    .optional(),
  incoming_webhooks: z.strictObject({ incoming_webhooks_enabled: z.boolean().optional() }).optional(),
  interactivity: z
    .strictObject({
      is_enabled: z.boolean(),
      request_url: https.optional(),
      message_menu_options_url: https.optional(),
    })
    .optional(),
  is_hosted: z.boolean().optional(),
  function_runtime: z.enum(['remote', 'slack']).optional(),
  org_deploy_enabled: z.boolean().optional(),
  socket_mode_enabled: z.boolean().optional(),
  token_rotation_enabled: z.boolean().optional(),
});

const oauthConfig = z.strictObject({
  redirect_urls: z.array(https).max(MANIFEST.redirectUrls).optional(),
  scopes: z
    .strictObject({
      bot: scopeList.optional(),
      user: scopeList.optional(),
      bot_optional: scopeList.optional(),
      user_optional: scopeList.optional(),
    })
    .optional(),
  token_management_enabled: z.boolean().optional(),
});

const manifestSchema = z.strictObject({
  _metadata: z
    .strictObject({
      major_version: z.literal([1, 2]).optional(),
      minor_version: z.number().int().min(0).optional(),
    })
    .optional(),
  display_information: displayInformation,
  features: features.optional(),
  oauth_config: oauthConfig.optional(),
  settings: settings.optional(),
  functions: z.record(z.string(), z.unknown()).optional(),
});

type Manifest = z.infer<typeof manifestSchema>;

/** Why Slack would not create an app from the parsed manifest; empty when it would. */
export function checkManifest(manifest: unknown): string[] {
  const read = manifestSchema.safeParse(manifest, { reportInput: true });
  if (!read.success) return read.error.issues.flatMap(sentencesOf);
  return [
    ...refusedScopes(read.data),
    ...refusedEvents(read.data),
    ...missingForFeatures(read.data),
    ...missingAddresses(read.data),
    ...repeatedNames(read.data),
  ];
}

function botScopes({ oauth_config }: Manifest): readonly string[] {
  return oauth_config?.scopes?.bot ?? [];
}

function refusedScopes(manifest: Manifest): string[] {
  const scopes = botScopes(manifest);
  return [
    ...scopes
      .filter((scope) => !BOT_SCOPES.has(scope))
      .map((scope) => `oauth_config.scopes.bot: Slack knows no scope "${scope}" for bots.`),
    ...repeated(scopes).map((scope) => `oauth_config.scopes.bot names "${scope}" twice.`),
  ];
}

function refusedEvents(manifest: Manifest): string[] {
  const at = 'settings.event_subscriptions.bot_events';
  const events = manifest.settings?.event_subscriptions?.bot_events ?? [];
  const scopes = botScopes(manifest);
  return [
    ...events.flatMap((event) => {
      const needed = EVENT_SCOPES[event];
      if (!needed) return [`${at}: Slack knows no event "${event}" for bots.`];
      if (needed.length === 0 || needed.some((scope) => scopes.includes(scope))) return [];
      return [
        `${at}: "${event}" needs the scope ${needed.join(' or ')}, which oauth_config.scopes.bot lacks.`,
      ];
    }),
    ...repeated(events).map((event) => `${at} names "${event}" twice.`),
  ];
}

function missingForFeatures(manifest: Manifest): string[] {
  const {
    agent_view,
    assistant_view,
    bot_user,
    shortcuts = [],
    slash_commands = [],
  } = manifest.features ?? {};
  const scopes = botScopes(manifest);
  const problems: string[] = [];
  if (shortcuts.length + slash_commands.length > 0 && !scopes.includes('commands'))
    problems.push('Slash commands and shortcuts need the scope commands in oauth_config.scopes.bot.');
  if ((agent_view || assistant_view) && !scopes.includes('assistant:write'))
    problems.push('The agent view needs the scope assistant:write in oauth_config.scopes.bot.');
  if (agent_view && assistant_view)
    problems.push('features may have an agent_view or an assistant_view, not both.');
  if (scopes.length > 0 && !bot_user) problems.push('Scopes for a bot need features.bot_user.');
  return problems;
}

/** Without Socket Mode, Slack must know where to send what happens. */
function missingAddresses({ features: { slash_commands = [] } = {}, settings = {} }: Manifest): string[] {
  if (settings.socket_mode_enabled) return [];
  const { event_subscriptions: events, interactivity } = settings;
  const problems: string[] = [];
  const hears = (events?.bot_events?.length ?? 0) + (events?.user_events?.length ?? 0) > 0;
  if (hears && !events?.request_url)
    problems.push('settings.event_subscriptions needs a request_url, or Socket Mode enabled.');
  if (interactivity?.is_enabled && !interactivity.request_url)
    problems.push('settings.interactivity needs a request_url, or Socket Mode enabled.');
  for (const { command, url } of slash_commands)
    if (!url) problems.push(`The slash command ${command} needs a url, or Socket Mode enabled.`);
  return problems;
}

function repeatedNames({ features: { slash_commands = [], shortcuts = [] } = {} }: Manifest): string[] {
  return [
    ...repeated(slash_commands.map(({ command }) => command)).map(
      (command) => `features.slash_commands has ${command} twice.`,
    ),
    ...repeated(shortcuts.map(({ callback_id }) => callback_id)).map(
      (id) => `features.shortcuts has the callback_id "${id}" twice.`,
    ),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) < index))];
}

function sentencesOf(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String).join('.') || 'The manifest';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${at}: Slack knows no field "${key}" here.`);
  if (issue.code !== 'custom' && issue.input === undefined) return [`${at} is missing.`];
  switch (issue.code) {
    case 'too_big':
      return [`${at} may have at most ${issue.maximum} ${unitOf(issue.origin)}.`];
    case 'too_small':
      return [`${at} must have at least ${issue.minimum} ${unitOf(issue.origin)}.`];
    case 'invalid_type':
      return [`${at} must be of the type ${issue.expected}.`];
    case 'invalid_value':
      return [`${at} must be ${issue.values.map(String).join(' or ')}.`];
    default:
      return [`${at} ${issue.message}.`];
  }
}

function unitOf(origin: string): string {
  return origin === 'string' ? 'characters' : 'entries';
}
