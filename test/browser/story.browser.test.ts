// The whole story in a real browser on Local Slack's page: what a bookkeeper sees and presses on the first morning.
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '../e2e/office.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SHOTS = join(tmpdir(), 'tightrope-screenshots');
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe('the first morning, in a browser', () => {
  let office: Office;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    office = await openOffice();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await mkdir(SHOTS, { recursive: true });
    await page.goto(office.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  const shot = (name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`) });
  const messageWith = (words: string | RegExp): Locator =>
    page.getByRole('main').getByTestId('message').filter({ hasText: words }).last();
  const thread = () => page.getByTestId('thread-pane');
  const inThread = (words: string | RegExp): Locator =>
    thread().getByTestId('message').filter({ hasText: words }).last();
  /** Acts as somebody else, by the person switcher. */
  const become = (id: string) => page.getByTestId(`person-${id}`).click();

  test('the digest waits in the channel, with its charts drawn', async () => {
    await page.getByTestId('channel-overdue').click();
    const digest = messageWith('Good morning!');
    await digest.waitFor();
    expect(await digest.textContent()).toContain('$35,248.00 overdue: 25 invoices of 20 customers');
    expect(await digest.locator('figure.chart svg[role="img"]').count()).toBe(2);
    await shot('digest');
  });

  test('/overdue is offered while one types, and answers for one’s own eyes', async () => {
    const composer = page.getByTestId('composer');
    await composer.fill('/');
    await page.getByRole('option', { name: /\/overdue/ }).waitFor();
    await composer.fill('/overdue');
    await page.getByTestId('send').click();
    const answer = messageWith('the greatest sum first');
    await answer.waitFor();
    expect(await answer.textContent()).toContain('Only visible to you');
    expect(await answer.getByRole('row').count()).toBeGreaterThan(5);
    await shot('overdue');
    await become('U0BEN');
    await messageWith('Good morning!').waitFor();
    await expect.poll(() => page.getByText('Only visible to you').count()).toBe(0);
  });

  test('Draft, edit and approve: the mail is in the Mailbox as the customer sees it', async () => {
    await page.getByRole('button', { name: 'Draft: Acme Robotics Inc' }).first().click();
    const card = messageWith('Open invoices of Acme Robotics Inc');
    await card.getByTestId('replies').click();
    await inThread('Approve & send').waitFor();
    await shot('draft');

    await inThread('Approve & send').locator('[data-action-id="draft.edit"]').click();
    const form = page.getByTestId('modal');
    const words = form.locator('.input-block[data-block-id="body"] textarea');
    await words.fill((await words.inputValue()).replace('Hello Dana,', 'Dear Dana,'));
    await shot('edit');
    await form.getByTestId('modal-submit').click();
    await form.waitFor({ state: 'detached' });

    await inThread('Dear Dana,').locator('[data-action-id="draft.approve"]').click();
    await inThread(/Sent.*Approved by/s).waitFor();
    await page.getByTestId('mailbox').click();
    const mail = page.getByTestId('mail').filter({ hasText: 'dana@acme-robotics.example' });
    await mail.waitFor();
    expect(await page.getByTestId('mail').count()).toBe(1);
    const letter = page.frameLocator('iframe.mail-html');
    await letter.getByText('Dear Dana,').waitFor();
    expect(await letter.locator('body').textContent()).toContain('Total$2,490.00');
    await shot('mailbox');
  });

  test('the customer’s answer is written in the Mailbox', async () => {
    await page.getByTestId('mail-reply').fill('We will pay 500 on Friday. Dana');
    await page.getByTestId('mail-send').click();
    await page.getByTestId('mail').filter({ hasText: 'From dana@acme-robotics.example' }).waitFor();
  });

  test('a customer who was never written to writes first, and a wrong address is said', async () => {
    await page.getByRole('button', { name: 'Write as a customer' }).click();
    const form = page.getByTestId('ask');
    await form.getByLabel('From').fill('noah');
    await form.getByLabel('Subject').fill('A question');
    await form.getByLabel('Mail').fill('Which account do I pay to?');
    await page.getByTestId('ask-yes').click();
    await form.getByRole('alert').getByText('Say whose mail it is').waitFor();
    await form.getByLabel('From').fill('noah@quietharbor.example');
    await shot('new-mail');
    await page.getByTestId('ask-yes').click();
    await form.waitFor({ state: 'detached' });
    await page.getByTestId('mail').filter({ hasText: 'From noah@quietharbor.example' }).waitFor();
  });

  test('what was said on the telephone is typed in the thread, understood, and confirmed', async () => {
    await become('U0ANA');
    await page.getByTestId('channel-overdue').click();
    await messageWith('Open invoices of Acme Robotics Inc').getByTestId('replies').click();
    await page.getByTestId('thread-composer').fill("spoke to Dana, they'll pay 500 by Friday");
    await page.keyboard.press('Enter');
    const asked = inThread('What I understood about Acme Robotics Inc');
    await asked.waitFor();
    expect(await asked.textContent()).toMatch(/Promised \$500\.00 by Fri Oct 18/);
    await shot('reading');
    await asked.locator('[data-action-id="reading.confirm"]').click();
    await inThread('Recorded for Acme Robotics Inc').waitFor();
    await shot('recorded');
  });

  test('the next day brings the next digest, in which a kept promise is waited for', async () => {
    const before = await page.getByTestId('clock').textContent();
    await page.getByTestId('next-day').click();
    await messageWith('It is Thu Oct 17').waitFor();
    expect(await page.getByTestId('clock').textContent()).not.toBe(before);
    const digest = (await messageWith('It is Thu Oct 17').textContent()) ?? '';
    expect(digest).not.toMatch(/\d\. Acme Robotics Inc/);
    // What they answered to the letter came in, and waits for somebody to look.
    expect(digest).toMatch(/nobody has looked yet: 1 mail.*Acme Robotics Inc/);
    await shot('next-day');
  });

  test('the Home tab shows the figures, and settings open from it', async () => {
    await page.getByTestId('home').click();
    const home = page.getByTestId('home-body');
    await home
      .getByText('overdue: 25 invoices')
      .or(home.getByText(/overdue: \d+ invoices/))
      .first()
      .waitFor();
    await shot('home');
    await become('U0OLIVIA');
    await page.getByTestId('home-body').locator('[data-action-id="settings.open"]').click();
    await page.getByTestId('modal').waitFor();
    await shot('settings');
    await page.keyboard.press('Escape');
    await page.getByTestId('modal').waitFor({ state: 'detached' });
  });

  test('a file dropped on the app is imported, and the receipt says what came of it', async () => {
    await page.getByTestId('channel-Tightrope').click();
    const attach = page.getByRole('main').getByTestId('attach-input');
    await attach.setInputFiles({
      name: 'open-invoices.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Customer,Email,Invoice number,Invoice date,Due date,Total,Balance,Currency\nHarborlight Cafe,kim@harborlight.example,HL-1,2030-09-01,2030-10-01,420.00,420.00,USD\n',
      ),
    });
    await page.getByText('open-invoices.csv').first().waitFor();
    await page.getByTestId('send').click();
    await messageWith('open-invoices.csv').getByTestId('replies').click();
    await inThread(/Harborlight|1 invoice/).waitFor();
    await shot('import');
  });

  test('everything can be reached by keyboard, and nothing went wrong in the page', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to' }).fill('over');
    await page.keyboard.press('Enter');
    await messageWith('Good morning!').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await shot('dark');
    await page.setViewportSize({ width: 390, height: 844 });
    await shot('narrow');
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await page.getByTestId('channel-general').click();
    await page.getByText('This is the beginning of #general.').waitFor();
    expect(complaints).toEqual([]);
  });
});
