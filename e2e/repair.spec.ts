import { readFile } from 'node:fs/promises';
import type { ElectronApplication, Locator, TestInfo } from '@playwright/test';
import { type ReadBrief, readBrief } from '../src/domain/brief/read-brief.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { expect, test } from './fixtures/app.ts';
import {
  ARTICLE,
  afterTheChange,
  DOUBLED,
  GONE,
  NOTE,
  NUMBER,
  NUMBER_NOW,
  REWORDED,
  REWORDED_NOW,
  STAYS,
  TAKEN_ELSEWHERE,
} from './fixtures/changed-article.ts';
import type { Desk } from './fixtures/desk.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';
import { expectAccessible } from './fixtures/violations.ts';

/** The dialog by its roles and names. */
function parts({ page }: Desk) {
  const dialog = page.getByRole('dialog', { name: 'Repair' });
  return {
    dialog,
    hint: page.getByRole('contentinfo').getByRole('button', { name: /need(s)? a look$/ }),
    list: dialog.getByRole('listbox', { name: 'Passages to look at' }),
    row: (quote: string) => dialog.getByRole('option', { name: quote }),
    /** All about the passage that is selected. */
    about: (quote: string) => dialog.getByRole('region', { name: quote }),
    choosing: page.getByRole('region', { name: 'Select the passage' }),
  };
}

const press = (within: Locator, name: string) =>
  within.getByRole('button', { name }).first().click();

// Each starts the app two or three times and drags over six passages.
test.describe.configure({ timeout: 180_000 });

async function savedBrief(
  app: ElectronApplication,
  desk: Desk,
  info: TestInfo,
): Promise<ReadBrief> {
  const path = info.outputPath('brief.md');
  await desk.tool('Brief').click();
  await answerSaveDialog(app, path);
  await press(desk.brief, 'Save Markdown…');
  await expect(desk.brief.getByRole('status')).toHaveText(`Saved to ${path}`);
  await press(desk.brief, 'Back to reading');
  return readBrief(await readFile(path, 'utf8'), briefWordsEn);
}

/** What the brief says of each passage after its link: nothing of one that is verified. */
function marksOf(brief: ReadBrief): Record<string, string> {
  const passages = brief.sections.flatMap((section) => section.passages);
  return Object.fromEntries(
    passages.map(({ quote, attribution }) => [quote, attribution.split('passage · ')[1] ?? '']),
  );
}

test('when an article’s text has changed, every passage says what became of it', async ({
  copyOfApp,
  start,
}, testInfo) => {
  const folder = await copyOfApp();
  const { app, desk } = await afterTheChange(start, folder);
  const { page } = desk;
  const { hint, list, row, dialog, about } = parts(desk);
  await expect(desk.notice).toContainText('5 passages need a look');
  await expect(hint).toHaveText('5 passages need a look');

  await test.step('what is found is marked where it stands, in doubt or not; nothing else is', async () => {
    await expect(desk.marks()).toHaveText([STAYS, REWORDED_NOW, TAKEN_ELSEWHERE]);
    await expect(desk.marks(STAYS)).not.toHaveAttribute('data-doubtful');
    await expect(desk.marks(REWORDED_NOW)).toHaveAttribute('data-doubtful');
    await expect(desk.marks(REWORDED_NOW)).toHaveAttribute(
      'aria-description',
      'ODA, moved, not checked yet',
    );
    await expect(desk.card(REWORDED_NOW)).toContainText('check the passage');
    await expect(desk.card(DOUBLED)).toContainText('Several places fit: not marked');
    await expect(desk.card(NUMBER)).toContainText('No longer found in the article');
    await expect(desk.card(GONE)).toContainText('No longer found in the article');
    await expect(desk.annotations).toContainText('3 passages not found in the text');
    await expect(desk.note(GONE)).toHaveValue(NOTE);
    await expect(desk.card(STAYS).getByRole('button', { name: 'Repair' })).toHaveCount(0);
  });

  await test.step('the list has them all, with what they were', async () => {
    await hint.click();
    await expect(list.getByRole('option')).toHaveCount(5);
    await expect(row(REWORDED)).toHaveAccessibleDescription('Moved');
    await expect(row(TAKEN_ELSEWHERE)).toHaveAccessibleDescription('Moved');
    await expect(row(DOUBLED)).toHaveAccessibleDescription('Several places fit');
    await expect(row(NUMBER)).toHaveAccessibleDescription('Not found');
    await expect(row(GONE)).toHaveAccessibleDescription('Not found');
    await row(REWORDED).click();
    await expect(about(REWORDED).locator('del')).toContainText(['xanh và', 'leo']);
    await expect(about(REWORDED).locator('ins')).toContainText(['xanh,', 'dây']);
    await row(TAKEN_ELSEWHERE).click();
    await expect(about(TAKEN_ELSEWHERE)).toContainText(
      'Same words; what stands around them changed',
    );
    await row(NUMBER).click();
    await expect(about(NUMBER).getByRole('button', { name: 'Accept' })).toHaveCount(0);
    await row(GONE).click();
    await expect(about(GONE)).toContainText(NOTE);
    await expect(about(GONE)).toContainText('No place in the article comes near it');
    for (const passage of [REWORDED, DOUBLED]) {
      await row(passage).click();
      await expectAccessible(page);
    }
    await row(NUMBER).click();
    await press(about(NUMBER), 'Show in article');
    await expect(dialog).toBeHidden();
    await expect(desk.article(ARTICLE.title).getByText(NUMBER_NOW)).toBeInViewport();
    // Brought up from its card, of which the margin keeps hold.
    await desk.card(GONE).getByRole('button', { name: GONE }).click();
    await expect(desk.card(GONE).getByRole('group', { name: 'Tags' })).toBeInViewport();
    await expectAccessible(page);
    await press(desk.card(GONE), 'Repair');
    await expect(about(GONE)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  const brief = await savedBrief(app, desk, testInfo);
  expect(marksOf(brief)).toEqual({
    [STAYS]: '',
    [REWORDED_NOW]: 'unverified',
    [TAKEN_ELSEWHERE]: 'unverified',
    [NUMBER]: 'unverified',
    [DOUBLED]: 'unverified',
    [GONE]: 'unverified',
  });
  expect(brief.sources[0]).toContain('6 passages, 5 of 6 quotes unverified');
  await app.close();

  const { desk: again } = await start({ folder });
  await again.ready();
  await expect(parts(again).hint).toHaveText('5 passages need a look');
  await expect(again.marks()).toHaveText([STAYS, REWORDED_NOW, TAKEN_ELSEWHERE]);
});

test('each passage is repaired in one step, which undo takes back, and stays so', async ({
  copyOfApp,
  start,
}, testInfo) => {
  const folder = await copyOfApp();
  const { app, desk } = await afterTheChange(start, folder);
  const { page } = desk;
  const { hint, list, row, dialog, about, choosing } = parts(desk);
  const options = list.getByRole('option');
  const undo = async () => {
    await press(dialog, 'Undo');
    await expect(dialog.getByRole('status')).toContainText('Undone');
  };
  await hint.click();

  await test.step('accept', async () => {
    await row(REWORDED).click();
    // A double click accepts one passage, not also the next, which comes up in its place.
    await about(REWORDED).getByRole('button', { name: 'Accept' }).dblclick();
    await expect(options).toHaveCount(4);
    await undo();
    await expect(options).toHaveCount(5);
    await row(REWORDED).click();
    await press(about(REWORDED), 'Accept');
    await expect(row(REWORDED)).toHaveCount(0);
    // The keyboard goes on with the next.
    await expect(dialog.locator('section:focus')).toHaveCount(1);
  });

  await test.step('use a place', async () => {
    await row(DOUBLED).click();
    await expect(about(DOUBLED).getByRole('button', { name: 'Use this place' })).toHaveCount(2);
    await about(DOUBLED).getByRole('button', { name: 'Use this place' }).last().click();
    await expect(options).toHaveCount(3);
    await undo();
    await expect(options).toHaveCount(4);
    await row(DOUBLED).click();
    await about(DOUBLED).getByRole('button', { name: 'Use this place' }).last().click();
    await expect(row(DOUBLED)).toHaveCount(0);
  });

  await test.step('select the passage, by mouse', async () => {
    await row(NUMBER).click();
    await press(about(NUMBER), 'Select the passage…');
    await expect(choosing).toContainText(`Select the passage for “${NUMBER}”`);
    await page.keyboard.press('Escape');
    await expect(about(NUMBER)).toBeVisible();
    await press(about(NUMBER), 'Select the passage…');
    await expect(choosing).toBeVisible();
    await expectAccessible(page);
    await desk.dragOver(NUMBER_NOW);
    await expect(desk.annotateToolbar).toBeHidden();
    await press(choosing, 'Use selection');
    await expect(options).toHaveCount(2);
    await expect(choosing).toBeHidden();
  });

  await test.step('select the passage, by keys', async () => {
    await row(TAKEN_ELSEWHERE).click();
    await press(about(TAKEN_ELSEWHERE), 'Select the passage…');
    // What was found is selected already.
    await expect
      .poll(() => page.evaluate(() => String(document.getSelection())))
      .toBe(TAKEN_ELSEWHERE);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(about(GONE)).toBeVisible();
  });

  await test.step('keep as a note', async () => {
    await dialog.evaluate(async (element) => {
      const pressAsSoonAsThere = async (name: string) => {
        for (;;) {
          await new Promise(requestAnimationFrame);
          const buttons = [...element.querySelectorAll('button')];
          const button = buttons.find(({ textContent }) => textContent === name);
          if (button) return button.click();
        }
      };
      const untilSaid = async (words: string) => {
        while (!element.textContent.includes(words)) await new Promise(requestAnimationFrame);
      };
      // Faster than a double click: the passage that undo brings back is no other that nobody has read yet.
      await pressAsSoonAsThere('Keep as note');
      await untilSaid('Nothing needs repair');
      await pressAsSoonAsThere('Undo');
      await untilSaid('Undone');
      await pressAsSoonAsThere('Keep as note');
    });
    await expect(dialog).toContainText('Nothing needs repair');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(hint).toHaveCount(0);
    await expect(desk.card(GONE)).toContainText('Note without a passage');
  });

  const expectRepaired = async (at: Desk) => {
    const shortened = TAKEN_ELSEWHERE.slice(0, -1);
    await expect(at.marks()).toHaveText([STAYS, REWORDED_NOW, NUMBER_NOW, shortened, DOUBLED]);
    await expect(at.page.locator('mark[data-doubtful]')).toHaveCount(0);
    await expect(at.note(GONE)).toHaveValue(NOTE);
  };
  await expectRepaired(desk);
  const brief = await savedBrief(app, desk, testInfo);
  expect(marksOf(brief)).toMatchObject({
    [REWORDED_NOW]: '',
    [NUMBER_NOW]: '',
    [DOUBLED]: '',
    [GONE]: 'no longer stands in the article',
  });
  expect(brief.sources[0]).toContain('6 passages, 1 of 6 quotes without a place in the article');
  await app.close();

  const { desk: again } = await start({ folder });
  await again.ready();
  await expectRepaired(again);
  await expect(parts(again).hint).toHaveCount(0);
});

test('what undo brings back from before the change is found in the text as it is now', async ({
  copyOfApp,
  start,
}) => {
  const folder = await copyOfApp();
  const { desk } = await afterTheChange(start, folder);
  const { page } = desk;
  await expect(parts(desk).hint).toHaveText('5 passages need a look');
  // The note, which was typed before the text changed.
  await page.keyboard.press('Control+z');
  await expect(desk.notice).toContainText('Undone: note changed');
  await expect(desk.note(GONE)).toHaveValue('');
  await expect(desk.card(GONE)).toContainText('No longer found in the article');
  await page.keyboard.press('Control+Shift+z');
  await expect(desk.note(GONE)).toHaveValue(NOTE);
  await expect(desk.card(GONE)).toContainText('No longer found in the article');
  await expect(parts(desk).hint).toHaveText('5 passages need a look');
});

test('where nothing needs repair, the list says what it is for', async ({
  running: { app, desk, page },
}) => {
  await expect(parts(desk).hint).toHaveCount(0);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('repair')?.click();
  });
  const { dialog } = parts(desk);
  await expect(dialog).toContainText('Nothing needs repair');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
