// The floor of a slash command and of a message: a bare Bolt app that answers at once and knows nothing.
import { App, LogLevel } from '@slack/bolt';

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL } = process.env;

const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
});

app.command('/overdue', async ({ ack, respond, command }) => {
  await ack();
  await respond({ response_type: 'ephemeral', text: `You typed ${command.text}` });
});

app.message(async ({ message, say }) => {
  await say(`You wrote ${'text' in message ? message.text : 'nothing'}`);
});

await app.start();
console.log('The echo is ready');
