import { texts } from '../src/shared/texts/texts.ts';
import { expect, type Running, test } from './fixtures/app.ts';
import type { Desk } from './fixtures/desk.ts';

const ODA = 'đối tác số một về ODA';
const LABOUR = 'thứ hai về lao động';
const INVESTMENT = 'thứ ba về đầu tư và du lịch';

const { undone, redone } = texts.notices;
const { changes } = texts;

/** Goes back to reading, so that keys are the window's. */
async function read({ page, desk }: Running): Promise<void> {
  await desk.article(/./).focus();
  await page.keyboard.press('Escape');
}

async function undo({ page, desk }: Running, what: string): Promise<void> {
  await page.keyboard.press('Control+z');
  await expect(desk.notice).toHaveText(undone(what));
}

async function redo({ page, desk }: Running, what: string): Promise<void> {
  await page.keyboard.press('Control+Shift+z');
  await expect(desk.notice).toHaveText(redone(what));
}

/** Everything that undo can change, as the window shows it. */
async function stateOf(running: Running): Promise<unknown> {
  const { page, desk } = running;
  await read(running);
  await expect(desk.status).toHaveText('Saved');
  const marks = await desk
    .marks()
    .evaluateAll((all) =>
      all.map((mark) => [
        mark.getAttribute('data-annotation-ids'),
        mark.getAttribute('aria-description'),
        mark.getAttribute('style'),
        mark.textContent,
      ]),
    );
  const notes = await desk.annotations
    .getByRole('textbox', { name: 'Note' })
    .evaluateAll((all) => all.map((note) => (note as HTMLTextAreaElement).value));
  const tags = await page.getByRole('group', { name: 'Only with tag' }).textContent();
  return { marks, notes, tags, library: await desk.library.textContent() };
}

async function chooseMenuItem({ app }: Running, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
}

/** Opens the codebook at a tag, does something there, and closes it. */
async function inCodebook(desk: Desk, tag: string, act: () => Promise<void>): Promise<void> {
  await desk.tool('Codebook').click();
  await desk.tagRow(tag).click();
  await act();
  await desk.codebook.getByRole('button', { name: 'Close' }).click();
  await expect(desk.codebook).toBeHidden();
}

test('highlights, tags and notes are undone and redone, and the status line says which', async ({
  running,
}) => {
  const { page, desk } = running;
  const described = (text: string) => desk.marks(text).first();
  await expect(desk.tool('Undo')).toBeDisabled();
  await expect(desk.tool('Redo')).toBeDisabled();

  await desk.annotate(ODA, 'ODA');
  await expect(desk.tool('Undo')).toBeEnabled();
  await page.keyboard.press('2');
  await expect(described(ODA)).toHaveAttribute('aria-description', 'ODA, Labour');
  await page.keyboard.press('n');
  await expect(desk.note(ODA)).toBeFocused();
  await page.keyboard.type('Vốn vay thế hệ mới', { delay: 5 });
  await expect(desk.status).toHaveText('Saved');
  await read(running);
  await desk.card(ODA).getByRole('button', { name: 'Delete' }).click();
  await expect(desk.marks()).toHaveCount(0);

  await undo(running, changes.annotationDeleted);
  await expect(desk.note(ODA)).toHaveValue('Vốn vay thế hệ mới');
  await undo(running, changes.noteChanged);
  await expect(desk.note(ODA)).toHaveValue('');
  await undo(running, changes.tagsChanged);
  await expect(described(ODA)).toHaveAttribute('aria-description', 'ODA');
  await undo(running, changes.annotationAdded);
  await expect(desk.marks()).toHaveCount(0);
  await expect(desk.tool('Undo')).toBeDisabled();
  await page.keyboard.press('Control+z');
  await expect(desk.notice).toHaveText(texts.notices.nothingToUndo);

  await redo(running, changes.annotationAdded);
  await expect(described(ODA)).toHaveAttribute('aria-description', 'ODA');
  await redo(running, changes.tagsChanged);
  await expect(described(ODA)).toHaveAttribute('aria-description', 'ODA, Labour');
  await redo(running, changes.noteChanged);
  await expect(desk.note(ODA)).toHaveValue('Vốn vay thế hệ mới');
  await redo(running, changes.annotationDeleted);
  await expect(desk.marks()).toHaveCount(0);
  await expect(desk.tool('Redo')).toBeDisabled();
  await page.keyboard.press('Control+y');
  await expect(desk.notice).toHaveText(texts.notices.nothingToRedo);
});

test('every edit of the codebook is undone and redone', async ({ running }) => {
  const { desk } = running;
  const { codebook } = desk;
  const mark = () => desk.marks(ODA).first();
  const style = () => mark().getAttribute('style');
  await desk.annotate(ODA, 'ODA');
  await desk.annotate(LABOUR, 'Labour');
  const states = [await stateOf(running)];
  const edits: (() => Promise<void>)[] = [
    async () => {
      await codebook.getByRole('textbox', { name: 'New tag' }).fill('Hạ tầng');
      await codebook.getByRole('textbox', { name: 'New tag' }).press('Enter');
      await expect(desk.tagRow('Hạ tầng')).toBeVisible();
    },
    async () => {
      await codebook.getByRole('textbox', { name: 'Name' }).fill('Vốn ODA');
      await codebook.getByRole('textbox', { name: 'Name' }).press('Enter');
      await expect(desk.tagRow('Vốn ODA')).toBeVisible();
    },
    async () => {
      await codebook.getByTitle('Violet', { exact: true }).click();
      await expect.poll(style).toContain('violet');
    },
    async () => {
      await codebook.getByRole('button', { name: 'Merge…' }).click();
      await codebook.getByRole('combobox', { name: 'Merge into' }).selectOption('Labour');
      await codebook.getByRole('button', { name: 'Merge tags' }).click();
      await expect(desk.tagRow('Vốn ODA')).toBeHidden();
    },
    async () => {
      await codebook.getByRole('button', { name: 'Delete' }).click();
      await codebook.getByRole('button', { name: 'Delete tag' }).click();
      await expect(desk.tagRow('Hạ tầng')).toBeHidden();
    },
  ];
  const at = ['ODA', 'ODA', 'Vốn ODA', 'Vốn ODA', 'Hạ tầng'];
  const told = [
    changes.tagAdded('Hạ tầng'),
    changes.tagChanged('Vốn ODA'),
    changes.tagChanged('Vốn ODA'),
    changes.tagMerged('Vốn ODA'),
    changes.tagDeleted('Hạ tầng'),
  ];
  for (const [place, edit] of edits.entries()) {
    await inCodebook(desk, at[place] ?? '', edit);
    states.push(await stateOf(running));
  }
  await expect(mark()).toHaveAttribute('aria-description', 'Labour');
  for (const [place, what] of [...told.entries()].reverse()) {
    await undo(running, what);
    await expect.poll(() => stateOf(running)).toEqual(states[place]);
  }
  for (const [place, what] of told.entries()) {
    await redo(running, what);
    await expect.poll(() => stateOf(running)).toEqual(states[place + 1]);
  }
});

test('a new edit lets go of what could be redone', async ({ running }) => {
  const { desk } = running;
  await desk.annotate(ODA, 'ODA');
  await desk.annotate(LABOUR, 'Labour');
  await undo(running, changes.annotationAdded);
  await expect(desk.tool('Redo')).toBeEnabled();
  await desk.annotate(INVESTMENT);
  await expect(desk.tool('Redo')).toBeDisabled();
  await expect(desk.marks(LABOUR)).toHaveCount(0);
  await undo(running, changes.annotationAdded);
  await undo(running, changes.annotationAdded);
  await expect(desk.marks()).toHaveCount(0);
});

/** Thirty edits: six passages, each highlighted, tagged twice, written about, untagged and, half of them, deleted. */
async function makeThirtyEdits(running: Running): Promise<void> {
  const { page, desk } = running;
  const passages = [
    'Cơ hội trao đổi trực tiếp quan trọng',
    'hợp tác hiệu quả, thực chất',
    ODA,
    LABOUR,
    INVESTMENT,
    'khoảng 100 cặp quan hệ',
  ];
  for (const [place, passage] of passages.entries()) {
    await desk.annotate(passage);
    for (const key of ['1', '2', 'n']) await page.keyboard.press(key);
    await expect(desk.note(passage)).toBeFocused();
    await page.keyboard.insertText(`Ghi chú ${place}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press(place % 2 === 0 ? 'Delete' : '1');
    await expect(desk.card(passage)).toHaveCount(place % 2 === 0 ? 0 : 1);
  }
}

test('thirty edits are all undone and all redone, and then all is as it was', async ({
  running,
}) => {
  const { page, desk } = running;
  const before = await stateOf(running);
  await makeThirtyEdits(running);
  const after = await stateOf(running);
  expect(after).not.toEqual(before);

  for (let step = 0; step < 30; step += 1) await page.keyboard.press('Control+z');
  await expect(desk.tool('Undo')).toBeDisabled();
  await expect.poll(() => stateOf(running)).toEqual(before);
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect(desk.tool('Redo')).toBeDisabled();
  await expect.poll(() => stateOf(running)).toEqual(after);
});

test('what was done before a restart can still be undone and redone', async ({ start }) => {
  const first = await start();
  await first.desk.ready();
  await first.desk.annotate(ODA, 'ODA');
  await first.desk.annotate(LABOUR, 'Labour');
  await undo(first, changes.annotationAdded);
  await first.app.close();

  const second = await start();
  await second.desk.ready();
  await redo(second, changes.annotationAdded);
  await expect(second.desk.marks(LABOUR)).toHaveCount(1);
  await undo(second, changes.annotationAdded);
  await undo(second, changes.annotationAdded);
  await expect(second.desk.marks()).toHaveCount(0);
  await expect(second.desk.tool('Undo')).toBeDisabled();
});

test('in a note, Ctrl+Z takes back typing and nothing else', async ({ running }) => {
  const { page, desk } = running;
  await desk.annotate(ODA, 'ODA');
  await desk.annotate(LABOUR, 'Note');
  await expect(desk.note(LABOUR)).toBeFocused();
  await page.keyboard.type('abc');
  await expect(desk.note(LABOUR)).toHaveValue('abc');
  // Oftener than anything was typed: what is left to take back is not the note's.
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Control+z');
  await expect(desk.note(LABOUR)).toHaveValue('');
  await expect(desk.status).toHaveText('Saved');
  await expect(desk.marks(LABOUR)).toHaveCount(1);
  await expect(desk.marks(ODA).first()).toHaveAttribute('aria-description', 'ODA');
});

test('one go of typing is one step, another go another', async ({ running }) => {
  const { page, desk } = running;
  await desk.annotate(ODA, 'Note');
  await expect(desk.note(ODA)).toBeFocused();
  await page.keyboard.type('một hai');
  await expect(desk.status).toHaveText('Saved');
  await page.keyboard.type(' ba');
  await expect(desk.status).toHaveText('Saved');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(desk.note(ODA)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' bốn');
  await page.keyboard.press('Escape');
  await undo(running, changes.noteChanged);
  await expect(desk.note(ODA)).toHaveValue('một hai ba');
  await undo(running, changes.noteChanged);
  await expect(desk.note(ODA)).toHaveValue('');
});

test('the toolbar’s buttons and the menu’s items undo and redo as the keys do', async ({
  running,
}) => {
  const { desk } = running;
  await desk.annotate(ODA, 'ODA');
  await desk.tool('Undo').click();
  await expect(desk.notice).toHaveText(undone(changes.annotationAdded));
  await expect(desk.marks()).toHaveCount(0);
  await desk.tool('Redo').click();
  await expect(desk.marks(ODA)).toHaveCount(1);
  await expect(desk.tool('Redo')).toBeDisabled();
  await chooseMenuItem(running, 'undo');
  await expect(desk.marks()).toHaveCount(0);
  await expect(desk.tool('Undo')).toBeDisabled();
  await chooseMenuItem(running, 'redo');
  await expect(desk.marks(ODA)).toHaveCount(1);
  await expect(desk.notice).toHaveText(redone(changes.annotationAdded));
});
