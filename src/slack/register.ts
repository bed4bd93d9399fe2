// Everything that Tightrope hears in Slack, in one list.
import type { App } from '@slack/bolt';
import { listenToCases } from './case-listeners.ts';
import { listenToCommand } from './command-listener.ts';
import { listenToDigest } from './digest-listeners.ts';
import { listenToDrafts } from './draft-listeners.ts';
import { listenToEdits } from './edit-listeners.ts';
import { listenToHistory } from './history-listeners.ts';
import { listenToHome } from './home-listeners.ts';
import { listenToImports } from './import-listeners.ts';
import type { Room } from './listen.ts';
import { listenToMails } from './mail-listeners.ts';
import { listenToMessages } from './message-listeners.ts';
import { listenToPlans } from './plan-listeners.ts';
import { listenToPolicy } from './policy-listeners.ts';
import { listenToProposals } from './proposal-listeners.ts';
import { listenToReadings } from './reading-listeners.ts';
import { listenToRelationships } from './relationship-listeners.ts';
import { listenToScripts } from './script-listeners.ts';
import { listenToShortcut } from './shortcut-listener.ts';
import { listenToTellings } from './telling.ts';
import { listenToVoice } from './voice-listeners.ts';

export function listenToEverything(app: App, room: Room): void {
  listenToCommand(app, room);
  listenToDigest(app, room);
  listenToCases(app, room);
  listenToDrafts(app, room);
  listenToHistory(app, room);
  listenToReadings(app, room);
  listenToProposals(app, room);
  listenToMails(app, room);
  listenToScripts(app, room);
  listenToRelationships(app, room);
  listenToImports(app, room);
  listenToHome(app, room);
  listenToVoice(app, room);
  listenToPlans(app, room);
  listenToPolicy(app, room);
  listenToMessages(app, room);
  listenToEdits(app, room);
  listenToTellings(app, room);
  listenToShortcut(app, room);
}
