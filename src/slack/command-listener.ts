// /overdue: acknowledged at once, answered for the person alone.
import type { App, RespondFn } from '@slack/bolt';
import { giveTimeline } from '../flows/give-timeline.ts';
import { backTestOf, CALENDAR_DAYS, calendarOf, whyCustomer } from '../flows/look-ahead.ts';
import { lookUpCustomer, OVERDUE_PAGE, type OverdueFilter, summarise } from '../flows/show-overdue.ts';
import type { Ports } from '../ports/ports.ts';
import { statementFor } from './case-listeners.ts';
import { digestNow } from './digest-listeners.ts';
import { onClick, openModal, STALE } from './hear.ts';
import { openSettings } from './home-listeners.ts';
import { type Answer, type Place, type Room, runForMember } from './listen.ts';
import { commandMeant, type OverdueCommand } from './overdue-command.ts';
import { openPolicy } from './policy-listeners.ts';
import { answerBy } from './respond.ts';
import { ACTIONS, decodeValue } from './views/action-ids.ts';
import type { Said } from './views/blocks.ts';
import { customerMessage } from './views/case-card.ts';
import { historyModal } from './views/history.ts';
import { importModal } from './views/import-modals.ts';
import { backTestMessage, calendarMessage, whyMessage } from './views/look-ahead.ts';
import { helpMessage, noneMessage, overdueMessage, severalMessage } from './views/overdue.ts';

type Asked = { readonly triggerId: string; readonly place: Place; readonly respond: RespondFn };

export function listenToCommand(app: App, room: Room): void {
  app.command('/overdue', async ({ ack, command, respond }) => {
    await ack();
    const place: Place = {
      team: command.team_id,
      user: command.user_id,
      channel: command.channel_id,
      threadTs: null,
    };
    const asked: Asked = { triggerId: command.trigger_id, place, respond };
    await runForMember(room, place, '/overdue', async (ports) =>
      answer(room, ports, await commandMeant(command.text, () => ports.store.customerNames()), asked),
    );
  });

  for (const actionId of [ACTIONS.overduePrevious, ACTIONS.overdueNext]) {
    onClick(app, room, actionId, async (ports, { value, place, replace }) => {
      const page = decodeValue('overduePage', value);
      if (!page) return STALE;
      const { offset, ...filter } = page;
      const said = overdueMessage(await summarise(ports, { filter, offset, user: place.user }), OVERDUE_PAGE);
      await replace(said);
      return undefined;
    });
  }
}

async function answer(room: Room, ports: Ports, command: OverdueCommand, asked: Asked): Promise<Answer> {
  const say = async (said: { text: string; blocks: unknown[] }): Promise<undefined> => {
    await answerBy(asked.respond, said, { replace: false });
    return undefined;
  };
  switch (command.kind) {
    case 'summary': {
      const filter: OverdueFilter = { minDaysLate: command.minDaysLate, mine: command.mine };
      return say(
        overdueMessage(await summarise(ports, { filter, offset: 0, user: asked.place.user }), OVERDUE_PAGE),
      );
    }
    case 'customer': {
      const found = await lookUpCustomer(ports, command.typed);
      if (found.kind === 'found') return say(customerMessage(found.view));
      if (found.kind === 'several') return say(severalMessage(command.typed, found.customers));
      return say(noneMessage(command.typed, found.nearest));
    }
    case 'why':
      return say(await whyAnswer(ports, command.typed));
    case 'statement':
    case 'timeline': {
      const found = await lookUpCustomer(ports, command.typed);
      if (found.kind === 'found') {
        const customerId = found.view.customer.id;
        return command.kind === 'statement'
          ? statementFor(ports, customerId)
          : giveTimeline(ports, { customerId });
      }
      if (found.kind === 'several') return say(severalMessage(command.typed, found.customers));
      return say(noneMessage(command.typed, found.nearest));
    }
    case 'history': {
      const found = await lookUpCustomer(ports, command.typed);
      if (found.kind === 'found') {
        await openModal(room, asked.triggerId, historyModal(found.view));
        return undefined;
      }
      if (found.kind === 'several') return say(severalMessage(command.typed, found.customers, 'history'));
      return say(noneMessage(command.typed, found.nearest, 'history'));
    }
    case 'calendar': {
      const { planned, settings, today } = await calendarOf(ports);
      return say(calendarMessage(planned, CALENDAR_DAYS, settings.locale, today));
    }
    case 'backtest': {
      const { result, settings, today } = await backTestOf(ports);
      return say(backTestMessage(result, settings.locale, today));
    }
    case 'policy':
      return openPolicy(room, ports, asked.triggerId, asked.place.user);
    case 'digest':
      return digestNow(ports);
    case 'import':
      await openModal(room, asked.triggerId, importModal());
      return undefined;
    case 'settings':
      return openSettings(room, ports, asked.triggerId, asked.place.user);
    case 'help':
      return say(helpMessage(command.unknown));
  }
}

async function whyAnswer(ports: Ports, typed: string): Promise<Said> {
  const found = await lookUpCustomer(ports, typed);
  if (found.kind === 'several') return severalMessage(typed, found.customers);
  if (found.kind === 'none') return noneMessage(typed, found.nearest);
  const why = await whyCustomer(ports, found.view.customer.id);
  return why ? whyMessage(why.explanation, why.settings.locale) : noneMessage(typed, []);
}
