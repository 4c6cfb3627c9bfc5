import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { findAll } from '../src/domain/text/find.ts';
import { foldText } from '../src/domain/text/fold.ts';
import { codebookTexts, texts } from '../src/shared/texts/texts.ts';
import { expect, type Running, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import { beginComposition, KEY_ORDERS, SYLLABLE } from './fixtures/input-method.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';

// Near the beginning, since keys walk there word by word; in this order.
const PLAIN = 'hài lòng về sự phát triển mạnh mẽ';
const ODA = 'sự tin cậy chính trị cao';
const LABOUR = 'đào tạo nguồn nhân lực chất lượng cao';
const NOTE = 'Hỏi lại số liệu năm 2022';
const MARKED = 'đối tác số một về ODA';

/** Anything that a hand on a mouse would cause, from now on. */
async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as typeof window & { presses: number };
    counted.presses = 0;
    document.addEventListener('pointerdown', () => {
      counted.presses += 1;
    });
  });
  return () => page.evaluate(() => (window as typeof window & { presses: number }).presses);
}

async function openByKeys({ page, desk }: Running, title: string): Promise<void> {
  await page.keyboard.press('F6');
  await expect(desk.library.getByRole('button').first()).toBeFocused();
  await desk.tabTo(desk.entry(title));
  await page.keyboard.press('Enter');
  await expect(desk.article(title)).toBeVisible();
  await page.keyboard.press('F6');
  await expect(desk.article(title)).toBeFocused();
}

async function annotateByKeys({ page, desk }: Running): Promise<void> {
  const { keyboard } = page;
  await desk.selectByKeys(ODA);
  await expect(desk.annotateToolbar).toBeVisible();
  await keyboard.press('1');
  await expect(desk.marks(ODA).first()).toHaveAttribute('aria-description', 'ODA');
  await desk.selectByKeys(LABOUR);
  await keyboard.press('n');
  await expect(desk.note(LABOUR)).toBeFocused();
  await keyboard.type(NOTE);
  await keyboard.press('Escape');
  await expect(desk.article(/./)).toBeFocused();
  await keyboard.press('2');
  await expect(desk.marks(LABOUR).first()).toHaveAttribute('aria-description', 'Labour');
  await desk.selectByKeys(PLAIN);
  await keyboard.press('h');
  await expect(desk.marks(PLAIN).first()).toHaveAttribute('aria-description', '');
}

async function walkByKeys({ page, desk }: Running): Promise<void> {
  const { keyboard } = page;
  const active = (text: string) =>
    expect(desk.marks(text).first()).toHaveAttribute('data-active', '');
  await keyboard.press('Escape');
  await keyboard.press('Control+Home');
  await keyboard.press(']');
  await active(PLAIN);
  await keyboard.press(']');
  await active(ODA);
  await keyboard.press(']');
  await active(LABOUR);
  await keyboard.press(']');
  await expect(desk.notice).toHaveText(texts.notices.lastAnnotation);
  await keyboard.press('[');
  await keyboard.press('[');
  await active(PLAIN);
  await keyboard.press('[');
  await expect(desk.notice).toHaveText(texts.notices.firstAnnotation);
  await keyboard.press('Delete');
  await expect(desk.marks(PLAIN)).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(desk.marks(PLAIN)).not.toHaveCount(0);
  await keyboard.press('Control+Shift+z');
  await expect(desk.marks(PLAIN)).toHaveCount(0);
}

async function findByKeys({ page, desk }: Running): Promise<void> {
  const { keyboard } = page;
  const find = page.getByRole('search', { name: texts.find.label });
  await keyboard.press('Control+f');
  await expect(find.getByRole('textbox')).toBeFocused();
  await keyboard.type('vien tro');
  await expect(find).toContainText('1 of 1');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(find).toBeHidden();
  await expect(desk.article(/./)).toBeFocused();
}

async function saveBriefByKeys({ page, desk }: Running): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('Control+e');
  const title = desk.brief.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('ODA và lao động');
  const labour = desk.brief.getByRole('checkbox', { name: 'Labour' });
  await desk.tabTo(labour);
  await expect(labour).toBeChecked();
  await keyboard.press('Space');
  await expect(labour).not.toBeChecked();
  await keyboard.press('Space');
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toContainText(NOTE);
  await desk.tabTo(desk.brief.getByRole('button', { name: 'Save Markdown…' }));
  await keyboard.press('Enter');
  await expect(desk.brief.getByRole('status')).toContainText('Saved to');
  await keyboard.press('Escape');
  await expect(desk.brief).toBeHidden();
}

test('the whole job is done by keyboard, from the start to the saved brief', async ({
  running,
  dataFolder,
}) => {
  const { app, page, desk } = running;
  const path = join(dataFolder, 'brief.md');
  await answerSaveDialog(app, path);
  const presses = await watchPointer(page);
  await openByKeys(running, ARTICLES.upgrade.title);
  await annotateByKeys(running);
  await walkByKeys(running);
  await findByKeys(running);
  await page.keyboard.press('?');
  await expect(desk.keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(desk.keys).toBeHidden();
  await saveBriefByKeys(running);
  expect(await presses()).toBe(0);
  const brief = await readFile(path, 'utf8');
  for (const part of ['# ODA và lao động', `> ${ODA}`, `> ${LABOUR}`, NOTE]) {
    expect(brief).toContain(part);
  }
  expect(brief).not.toContain(PLAIN);
});

test('F6 goes round the panels, and Shift+F6 back', async ({ running }) => {
  const { page, desk } = running;
  await desk.annotate('đối tác số một về ODA', 'ODA');
  const within = (panel: typeof desk.library) =>
    expect.poll(() => panel.evaluate((element) => element.contains(document.activeElement)));
  const article = desk.article(/./);
  await article.focus();
  for (const panel of [desk.annotations, desk.library, article]) {
    await page.keyboard.press('F6');
    await within(panel).toBe(true);
  }
  for (const panel of [desk.library, desk.annotations, article]) {
    await page.keyboard.press('Shift+F6');
    await within(panel).toBe(true);
  }
});

test('in a field and in a dialog, keys are text and nothing more', async ({ running }) => {
  const { page, desk } = running;
  const { keyboard } = page;
  const typed = '123hn[]?x';
  await desk.annotate('đối tác số một về ODA', 'Note');
  await expect(desk.note('đối tác số một về ODA')).toBeFocused();
  await keyboard.type(typed);
  await keyboard.press('Delete');
  await keyboard.press('Backspace');
  await expect(desk.note('đối tác số một về ODA')).toHaveValue(typed.slice(0, -1));
  await expect(desk.keys).toBeHidden();
  await keyboard.press('Control+f');
  const query = page.getByRole('textbox', { name: texts.find.query });
  await expect(query).toBeFocused();
  await keyboard.type(typed);
  await expect(query).toHaveValue(typed);
  await keyboard.press('Escape');

  await desk.tool('Codebook').click();
  for (const key of ['1', 'h', 'n', '[', ']', '?', 'Delete', 'F6', 'Control+z', 'Control+e']) {
    await keyboard.press(key);
  }
  await expect(desk.codebook).toBeVisible();
  await expect(desk.brief).toBeHidden();
  await keyboard.press('Escape');
  await expect(desk.codebook).toBeHidden();
  await expect(desk.marks('đối tác số một về ODA')).toHaveCount(1);
  await expect(desk.marks().first()).toHaveAttribute('aria-description', '');
  await expect(desk.note('đối tác số một về ODA')).toHaveValue(typed.slice(0, -1));
});

test('typing and deleting in the article changes not a letter of it', async ({ running }) => {
  const { page, desk } = running;
  const before = await desk.articleText();
  await desk.article(/./).focus();
  await page.keyboard.press('Control+a');
  for (const key of ['x', 'Enter', 'Backspace', 'Delete', 'Control+v', 'Control+x', 'Control+b']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.insertText('chữ lạ');
  expect(await desk.articleText()).toBe(before);
});

test('Enter and Escape of an input method are no commands, in whatever order they come', async ({
  running,
}) => {
  const { page, desk } = running;
  const { keyboard } = page;
  /** Composes a syllable in the place of what a field holds, and ends it by a key, in each of the orders. */
  const compose = async (field: Locator, ...keys: readonly ('Enter' | 'Escape')[]) => {
    for (const order of KEY_ORDERS) {
      for (const key of keys) {
        await field.fill('');
        await (await beginComposition(page)).end(key, order);
        await expect(field, `${key}, ${order}`).toHaveValue(SYLLABLE);
        await expect(field, `${key}, ${order}`).toBeFocused();
      }
    }
  };
  await desk.annotate(MARKED, 'ODA');

  await test.step('in the find bar', async () => {
    const find = page.getByRole('search', { name: texts.find.label });
    const place = async () => (await find.textContent())?.split(' of ')[0];
    const folded = foldText(await desk.articleText(), { exactTones: false, iForY: false });
    const hits = findAll(folded, SYLLABLE).length.toLocaleString('en');
    await keyboard.press('Control+f');
    for (const order of KEY_ORDERS) {
      await find.getByRole('textbox').fill('');
      const composition = await beginComposition(page);
      await expect(find).toContainText(` of ${hits}`);
      const before = await place();
      await composition.end('Enter', order);
      expect(await place(), order).toBe(before);
      await keyboard.press('Enter');
      await expect.poll(place, order).not.toBe(before);
    }
    await compose(find.getByRole('textbox'), 'Enter', 'Escape');
    await keyboard.press('Escape');
    await expect(find).toBeHidden();
  });

  await test.step('in a note', async () => {
    await compose(desk.note(MARKED), 'Escape');
    await keyboard.press('Escape');
    await expect(desk.article(/./)).toBeFocused();
  });

  await test.step('in the codebook', async () => {
    await desk.tool('Codebook').click();
    const field = (label: string) =>
      desk.codebook.getByRole('textbox', { name: label, exact: true });
    await compose(field(codebookTexts.newTag), 'Enter', 'Escape');
    await expect(desk.tagRow(SYLLABLE)).toHaveCount(0);
    await keyboard.press('Enter');
    await expect(desk.tagRow(SYLLABLE)).toHaveCount(1);

    await desk.tagRow('AZEC').click();
    await compose(field(codebookTexts.name), 'Escape', 'Enter');
    // Had it been stored, it would have been refused.
    await expect(desk.codebook.getByText('has this name already')).toBeHidden();
    await keyboard.press('Escape');
    await expect(field(codebookTexts.name)).toHaveValue('AZEC');

    const described = await field(codebookTexts.description).inputValue();
    await compose(field(codebookTexts.description), 'Escape');
    await keyboard.press('Escape');
    await expect(field(codebookTexts.description)).toHaveValue(described);
    await keyboard.press('Escape');
    await expect(desk.codebook).toBeHidden();
  });

  await test.step('in a dialog', async () => {
    await keyboard.press('Control+e');
    await compose(desk.brief.getByRole('textbox', { name: 'Title' }), 'Enter', 'Escape');
    await keyboard.press('Escape');
    await expect(desk.brief).toBeHidden();
  });
});

/** What has the focus, and how the eye can tell. */
function describeFocus(): { name: string; isVisible: boolean } | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const { outlineStyle, outlineWidth, boxShadow, caretColor } = getComputedStyle(element);
  const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  // Text has a caret in the place of a ring, as long as the caret is in it.
  const caret = document.getSelection()?.focusNode;
  const hasCaret =
    element.role === 'document' && element.contains(caret ?? null) && caretColor !== 'transparent';
  return {
    name: `${element.role ?? element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
    isVisible: hasRing || hasCaret || boxShadow !== 'none',
  };
}

test('wherever Tab leads, the eye can follow', async ({ running }) => {
  const { page, desk } = running;
  await desk.annotate('đối tác số một về ODA', 'ODA');
  await desk.annotate('thứ hai về lao động', 'Labour');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: texts.find.query })).toBeFocused();
  const stops: string[] = [];
  const unseen: string[] = [];
  // As many stops as two rounds would take at most: ends where it began.
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(describeFocus);
    if (!focus) continue;
    if (focus.name === stops[0] && stops.length > 10) break;
    stops.push(focus.name);
    if (!focus.isVisible) unseen.push(focus.name);
  }
  expect(unseen).toEqual([]);
  expect(stops.length).toBeGreaterThan(15);
  expect(stops.some((name) => name.includes('Note'))).toBe(true);
  expect(stops).toContain(`document ${ARTICLES.meetJapan.title}`);
});
