// Everything that Tightrope hears in Slack, in one list.
import type { App } from '@slack/bolt';
import { listenToCases } from './case-listeners.ts';
import { listenToCommand } from './command-listener.ts';
import { listenToDigest } from './digest-listeners.ts';
import { listenToDisputes } from './dispute-listeners.ts';
import { listenToDrafts } from './draft-listeners.ts';
import { listenToHome } from './home-listeners.ts';
import { listenToImports } from './import-listeners.ts';
import type { Room } from './listen.ts';
import { listenToMessages } from './message-listeners.ts';
import { listenToPolicy } from './policy-listeners.ts';
import { listenToReadings } from './reading-listeners.ts';
import { listenToRequests } from './request-listeners.ts';
import { listenToScripts } from './script-listeners.ts';
import { listenToShortcut } from './shortcut-listener.ts';
import { listenToVoice } from './voice-listeners.ts';

export function listenToEverything(app: App, room: Room): void {
  listenToCommand(app, room);
  listenToDigest(app, room);
  listenToCases(app, room);
  listenToDisputes(app, room);
  listenToDrafts(app, room);
  listenToReadings(app, room);
  listenToRequests(app, room);
  listenToScripts(app, room);
  listenToImports(app, room);
  listenToHome(app, room);
  listenToVoice(app, room);
  listenToPolicy(app, room);
  listenToMessages(app, room);
  listenToShortcut(app, room);
}
