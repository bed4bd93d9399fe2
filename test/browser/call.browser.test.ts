// A call in a real browser: the script in the thread, its box by keyboard, and what stays in the box when the message is redrawn.
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '../e2e/office.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SHOTS = join(tmpdir(), 'tightrope-screenshots');

describe('a call, in a browser', () => {
  let office: Office;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    office = await openOffice();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ viewport: { width: 1360, height: 1500 } });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    await mkdir(SHOTS, { recursive: true });
    await page.goto(office.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  const shot = (name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`) });
  const inThread = (words: string | RegExp) =>
    page.getByTestId('thread-pane').getByTestId('message').filter({ hasText: words }).last();
  const script = () => inThread('Before you dial');
  const box = () => script().getByLabel('What came of it?');

  test('the script is read, and its box has a label, a hint and a limit', async () => {
    await page.getByTestId('person-U0BEN').click();
    await page.getByTestId('channel-overdue').click();
    await page.getByRole('button', { name: 'Call script: Delgado Family Dental' }).first().click();
    const main = page.getByRole('main').getByTestId('message');
    await main.filter({ hasText: 'Open invoices of Delgado Family Dental' }).getByTestId('replies').click();
    await box().waitFor();
    expect(await box().getAttribute('maxlength')).toBe('3000');
    const hint = await box().getAttribute('aria-describedby');
    const described = page.locator(`#${hint?.split(' ')[0]}`);
    expect(await described.textContent()).toBe('Nothing is recorded before you confirm what I understood.');
    await shot('call-script');
  });

  test('an empty box is pointed at', async () => {
    await script().getByRole('button', { name: 'Record it' }).click();
    await inThread('The box is still empty').waitFor();
    await shot('call-empty');
  });

  test('what is typed stays while the message is drawn anew, and for nobody else', async () => {
    await box().fill('spoke to Luis, he will pay 500 by Friday');
    const { channel, ts } = await where();
    await office.ana.post('react', { channel, ts, name: 'eyes' });
    await script().getByRole('button', { name: /eyes/ }).waitFor();
    expect(await box().inputValue()).toBe('spoke to Luis, he will pay 500 by Friday');
    await page.getByTestId('person-U0ANA').click();
    await expect.poll(() => box().inputValue()).toBe('');
    await page.getByTestId('person-U0BEN').click();
    await expect.poll(() => box().inputValue()).toBe('spoke to Luis, he will pay 500 by Friday');
  });

  test('the keyboard alone records it, and the script becomes the record', async () => {
    await box().focus();
    await page.keyboard.press('Tab');
    expect(await script().locator(':focus').textContent()).toBe('Record it');
    await page.keyboard.press('Enter');
    await inThread('What I understood about Delgado Family Dental').waitFor();
    await script().getByText('Logged').waitFor();
    expect(await box().count()).toBe(0);
    expect(await script().textContent()).toContain('“spoke to Luis, he will pay 500 by Friday”');
    await inThread('What I understood').locator('[data-action-id="reading.confirm"]').click();
    await inThread('Recorded for Delgado Family Dental').waitFor();
    await shot('call-logged');
    expect(complaints).toEqual([]);
  });

  test('the form shows the script below its fields', async () => {
    await page.getByRole('button', { name: 'Call script: Granite State Brewing' }).first().click();
    const main = page.getByRole('main').getByTestId('message');
    await main.filter({ hasText: 'Open invoices of Granite State Brewing' }).getByTestId('replies').click();
    await box().fill('rang twice');
    await script().getByRole('button', { name: 'Log with a form' }).click();
    const form = page.getByTestId('modal');
    await form.waitFor();
    expect(await form.getByLabel('What was said?').inputValue()).toBe('rang twice');
    expect(await form.textContent()).toContain('Which date can I put down now?');
    await shot('call-form');
    expect(complaints).toEqual([]);
  });

  async function where(): Promise<{ channel: string; ts: string }> {
    const ts = (await script().getAttribute('data-ts')) ?? '';
    const { channels } = await office.ben.workspace();
    return { channel: channels.find(({ name }) => name === 'overdue')?.id ?? '', ts };
  }
});
