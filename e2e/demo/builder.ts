import { expect } from '@playwright/test';
import { answerSaveDialog } from '../fixtures/save-dialog.ts';
import { photograph, resize, type Session } from './session.ts';

const TITLE = 'ODA, lao động và AZEC: ba trụ cột hợp tác Việt – Nhật';

const INTRODUCTION = [
  'Prepared for the **ODA desk**: what the press of November and December 2023 says of loans,',
  'labour and AZEC after the upgrade of relations.',
  '',
  '- amounts are quoted as printed',
  '- translations are checked unless they say otherwise',
].join('\n');

const REMARK = 'All amounts are *commitments*; disbursement is reported by JICA every June.';

const QUOTE = 'Hai nước cũng ký kết 3 công hàm';
const TRANSLATION =
  'The two countries also signed three exchanges of notes on ODA cooperation, worth over 200 million US dollars in all';

/** The builder of briefs in each of its parts, in both themes, at the sizes of a laptop and of a small window. */
export async function photographBuilder(session: Session, brief: string): Promise<void> {
  const { app, page, desk } = session;
  await resize(session, 1440, 900);
  await page.keyboard.press('Control+e');
  await desk.brief.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  await desk.brief.getByRole('heading', { name: TITLE }).waitFor();
  await photograph(session, 'brief');

  await desk.openBriefTab('Layout');
  await desk.brief.getByRole('textbox', { name: 'Introduction' }).fill(INTRODUCTION);
  await desk.brief.getByText('amounts are quoted').last().waitFor();
  await photograph(session, 'brief-layout');

  await desk.openBriefTab('Order and text');
  await desk.outlineSection('ODA').click();
  await desk.brief.getByRole('textbox', { name: 'Remark' }).fill(REMARK);
  await desk.outlineRow(QUOTE).first().click();
  await desk.brief.getByRole('textbox', { name: 'Translation' }).fill(TRANSLATION);
  await desk.brief.getByRole('checkbox', { name: 'Checked' }).press('Space');
  await desk.outlineRow('hơn 200 triệu USD, góp phần').locator('label').click();
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toContainText(TRANSLATION);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await desk.outlineRow(QUOTE).first().click();
  await photograph(session, 'brief-order');
  await photographSizes(session);

  await answerSaveDialog(app, brief);
  await desk.brief.getByRole('button', { name: 'Save Markdown…' }).click();
  await desk.brief.getByText(brief).first().waitFor();
  await photographSinceExport(session);
}

async function photographSizes(session: Session): Promise<void> {
  const { page, desk } = session;
  await page.emulateMedia({ colorScheme: 'dark' });
  await photograph(session, 'brief-order-dark');
  await resize(session, 1024, 700);
  await photograph(session, 'brief-order-1024x700-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await photograph(session, 'brief-order-1024x700');
  await desk.openBriefTab('Passages');
  await photograph(session, 'brief-1024x700');
  await resize(session, 1440, 900);
  await desk.openBriefTab('Layout');
  await desk.brief.getByRole('combobox', { name: 'Template' }).selectOption('table');
  await desk.brief.getByRole('table').first().waitFor();
  await photograph(session, 'brief-table');
  await desk.brief.getByRole('combobox', { name: 'Template' }).selectOption('digest');
  await desk.brief.getByRole('table').first().waitFor({ state: 'detached' });
  await photograph(session, 'brief-digest');
  await desk.brief.getByRole('combobox', { name: 'Template' }).selectOption('plain');
}

/** What the builder says of a brief that was exported and changed since. */
async function photographSinceExport(session: Session): Promise<void> {
  const { page, desk } = session;
  await desk.openBriefTab('Order and text');
  await desk.outlineRow('hơn 200 triệu USD, góp phần').locator('label').click();
  await desk.outlineRow(QUOTE).first().click();
  await desk.brief.getByRole('checkbox', { name: 'Checked' }).press('Space');
  await desk.brief.getByRole('button', { name: /^since then/ }).click();
  await page.getByRole('dialog', { name: 'Since the last export' }).waitFor();
  await photograph(session, 'brief-since-export');
  await page.keyboard.press('Escape');
  await desk.brief.getByRole('button', { name: 'Other formats' }).click();
  await page.getByRole('menu').waitFor();
  await photograph(session, 'brief-formats');
  await page.keyboard.press('Escape');
  await desk.brief.getByRole('button', { name: /^Open brief:/ }).click();
  await page.getByRole('menu').waitFor();
  await photograph(session, 'brief-menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}
