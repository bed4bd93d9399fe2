// The credit policy in Slack: read by everybody, changed by owners, and never before they have seen what would change.
import type { App } from '@slack/bolt';
import {
  changePolicy,
  notOwner,
  type PolicyPatch,
  PREVIEW_DAYS,
  policyHistory,
  previewPolicy,
  showPolicy,
} from '../flows/change-policy.ts';
import { publishPolicy } from '../flows/publish-policy.ts';
import type { Ports } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, openModal, STALE, type Submission } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { ACTIONS, type ActionValue, CALLBACKS, decodeValue, POLICY_STEP } from './views/action-ids.ts';
import { policyForm } from './views/policy-forms.ts';
import { historyView, policyPage, previewView, workingView } from './views/policy-page.ts';
import { parsePolicyForm } from './views/policy-parse.ts';
import { type Parsed, parsed } from './views/read-inputs.ts';

type Wanted = { readonly form: ActionValue<'policyTopic'>; readonly patch: PolicyPatch };

export function listenToPolicy(app: App, room: Room): void {
  onClick(app, room, ACTIONS.policyOpen, (ports, { triggerId, place }) =>
    openPolicy(room, ports, triggerId, place.user),
  );
  const edit = (ports: Ports, click: Click) => openForm(room, ports, click);
  onClick(app, room, ACTIONS.policyEdit, edit);
  onClick(app, room, POLICY_STEP, edit);
  onClick(app, room, ACTIONS.policyHistory, async (ports, { triggerId }) => {
    const { versions, settings } = await policyHistory(ports);
    await room.client.views.push({ trigger_id: triggerId, view: historyView(versions, settings) });
    return undefined;
  });
  onClick(app, room, ACTIONS.policyPublish, (ports, { place }) => publishPolicy(ports, place.user));

  onSubmit(
    app,
    room,
    CALLBACKS.policyForm,
    readForm,
    async (ports, wanted, { view, place }) => {
      const preview = await previewPolicy(ports, { ...wanted, version: wanted.form.version, by: place.user });
      if (preview.kind === 'refused') return preview;
      const shown = previewView(preview, PREVIEW_DAYS, metadataOf(wanted));
      await room.client.views.update({ view_id: view.id, view: shown });
      return undefined;
    },
    (wanted) => workingView(metadataOf(wanted)),
  );

  onSubmit(
    app,
    room,
    CALLBACKS.policySave,
    async (_values, _ports, { privateMetadata }) => wantedIn(privateMetadata),
    async (ports, { patch, form: { version } }, { place }) => {
      const saved = await changePolicy(ports, { patch, version, by: place.user });
      if (saved.kind === 'refused') return saved;
      return {
        kind: 'told',
        words: `Saved: this is version ${saved.version} of your policy. It holds from now on.`,
      };
    },
    () => 'clear',
  );
}

export async function openPolicy(room: Room, ports: Ports, triggerId: string, user: string): Promise<Answer> {
  await openModal(room, triggerId, policyPage(await showPolicy(ports, user)));
  return undefined;
}

async function openForm(room: Room, ports: Ports, { value, triggerId, place }: Click): Promise<Answer> {
  const form = decodeValue('policyTopic', value);
  if (!form) return STALE;
  const { policy, settings, mayChange, version } = await showPolicy(ports, place.user);
  if (!mayChange) return notOwner(settings);
  // The newest policy is shown, also where the page behind is older.
  const view = policyForm({ ...form, version }, policy, settings);
  await room.client.views.push({ trigger_id: triggerId, view });
  return undefined;
}

async function readForm(
  values: Submission['values'],
  ports: Ports,
  { privateMetadata, place }: Submission,
): Promise<Parsed<Wanted> | null> {
  const form = decodeValue('policyTopic', privateMetadata);
  if (!form) return null;
  const { policy, settings } = await showPolicy(ports, place.user);
  const read = parsePolicyForm(form, values, policy, settings);
  return read.kind === 'errors' ? read : parsed({ form, patch: read.value });
}

function metadataOf(wanted: Wanted): string {
  return JSON.stringify(wanted);
}

/** Null where it is not what we wrote there. What it holds is checked again before it is saved. */
function wantedIn(metadata: string): Parsed<Wanted> | null {
  try {
    const { form, patch } = JSON.parse(metadata) as Record<string, unknown>;
    const checked = decodeValue('policyTopic', JSON.stringify(form));
    return checked && typeof patch === 'object' && patch !== null ? parsed({ form: checked, patch }) : null;
  } catch {
    return null;
  }
}
