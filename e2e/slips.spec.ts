import { expect, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';

/** What a hand does that did not quite mean it: nothing of the analyst's work may suffer from it. */

const FIRST = 'đối tác số một về ODA';
const SECOND = 'thứ hai về lao động';
const NOTE = 'Đối chiếu với số liệu của JICA';

test('a note dragged onto the article stays in its field', async ({ running: { desk, page } }) => {
  await desk.annotate(FIRST, 'Note');
  const note = desk.note(FIRST);
  await note.fill(NOTE);
  await note.selectText();
  const from = await note.boundingBox();
  const to = await desk.marks(FIRST).first().boundingBox();
  if (!from || !to) throw new Error('the note or its passage is not in view');
  await page.mouse.move(from.x + 30, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 60, { steps: 8 });
  await page.mouse.up();
  await expect(desk.status).toHaveText('Saved');
  await expect(note).toHaveValue(NOTE);
});

test('Delete takes what is in view and nothing else', async ({ running: { desk, page } }) => {
  await desk.annotate(FIRST);
  await desk.annotate(SECOND);
  // The second is the active one; the first is selected: it is meant.
  await desk.dragOver(FIRST);
  await page.keyboard.press('Delete');
  await expect(desk.card(FIRST)).toHaveCount(0);
  await expect(desk.card(SECOND)).toHaveCount(1);
  await expect(desk.notice).toContainText('Highlight deleted');

  // A click on plain text lets go of what was active, and Backspace never deletes.
  await desk.page.locator('[role="document"] h1').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await desk.marks(SECOND).click();
  await page.keyboard.press('Backspace');
  // Nor does Delete while the library has the focus.
  await desk.library.getByRole('button', { name: ARTICLES.meetJapan.title }).focus();
  await page.keyboard.press('Delete');
  await desk.tool('Show original').click();
  await page.keyboard.press('Delete');
  await desk.tool('Show original').click();
  await expect(desk.card(SECOND)).toHaveCount(1);
});

test('a key that is held down means what it does once', async ({ running: { desk, page } }) => {
  await desk.dragOver(FIRST);
  for (let times = 0; times < 5; times += 1) await page.keyboard.down('1');
  await page.keyboard.up('1');
  await expect(desk.card(FIRST)).toContainText('ODA');
  await page.keyboard.press('Control+z');
  await expect(desk.card(FIRST)).toHaveCount(0);
});

test('what is typed right behind the key for a note goes into the note', async ({
  running: { desk, page },
}) => {
  await desk.dragOver(FIRST);
  await page.evaluate(typeAtOnce, 'n2 hai 1');
  await expect(desk.note(FIRST)).toHaveValue('2 hai 1');
  await expect(desk.note(FIRST)).toBeFocused();
  await page.keyboard.type('!');
  await expect(desk.note(FIRST)).toHaveValue('2 hai 1!');
  await expect(desk.card(FIRST).getByRole('button', { name: 'Labour' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('Ctrl+Z in a note where nothing was typed takes back the last edit, not another note’s letters', async ({
  running: { desk, page },
}) => {
  await desk.annotate(FIRST, 'Note');
  await expect(desk.note(FIRST)).toBeFocused();
  await page.keyboard.type(NOTE);
  await desk.annotate(SECOND, 'Note');
  await expect(desk.note(SECOND)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(desk.card(SECOND)).toHaveCount(0);
  await expect(desk.note(FIRST)).toHaveValue(NOTE);
});

test('the caret stays where decomposed letters are typed', async ({ running: { desk, page } }) => {
  await desk.annotate(FIRST, 'Note');
  const note = desk.note(FIRST);
  await note.fill('JICA');
  await note.press('Home');
  await page.keyboard.insertText('Số liệu '.normalize('NFD'));
  await expect(desk.status).toHaveText('Saved');
  await page.keyboard.insertText('của ');
  await note.blur();
  await expect(note).toHaveValue('Số liệu của JICA');
});

test('while saving fails, pressing again does not pile up what comes later', async ({
  running: { desk, page },
}) => {
  await desk.dragOver(FIRST);
  await page.evaluate(breakDatabase);
  await page.keyboard.press('1');
  await expect(desk.status).toContainText('Not saved');
  await page.keyboard.press('1');
  await page.keyboard.press('1');
  await expect(desk.notice).toContainText('Try again');
  await page.evaluate(mendDatabase);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(desk.status).toHaveText('Saved');
  await expect(desk.card(FIRST)).toHaveCount(1);
});

test('two tags by the toolbar and keys alone', async ({ running: { desk, page } }) => {
  await desk.dragOver(FIRST);
  const button = (name: string) => desk.annotateToolbar.getByRole('button', { name });
  await button('ODA').focus();
  await page.keyboard.press('Enter');
  await expect(button('ODA')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('2');
  await expect(button('Labour')).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.card(FIRST)).toHaveCount(1);
});

test('one click on a folded card’s Delete is enough, and the focus goes to the next card', async ({
  running: { desk, page },
}) => {
  await desk.annotate(FIRST);
  await desk.annotate(SECOND);
  await page.keyboard.press('Escape');
  await desk.card(FIRST).hover();
  await desk.card(FIRST).getByRole('button', { name: 'Delete' }).click();
  await expect(desk.card(FIRST)).toHaveCount(0);
  await expect(desk.card(SECOND).getByRole('button').first()).toBeFocused();
});

test('Escape ends the wait for a note that cannot be saved', async ({
  running: { desk, page },
}) => {
  await desk.annotate(SECOND);
  await desk.dragOver(FIRST);
  await page.evaluate(breakDatabase);
  await page.keyboard.press('n');
  await expect(desk.status).toContainText('Not saved');
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await expect(desk.marks(SECOND)).toHaveAttribute('data-active');
});

test('F6 passes by a folded panel', async ({ running: { desk, page } }) => {
  await desk.tool('Annotations panel').click();
  await desk.library.getByRole('button', { name: ARTICLES.meetJapan.title }).focus();
  await page.keyboard.press('F6');
  await expect(desk.article(ARTICLES.meetJapan.title)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(desk.library.getByRole('button', { name: ARTICLES.meetJapan.title })).toBeFocused();
});

/** Runs in the page: key presses that follow one another before anything else can happen. */
function typeAtOnce(text: string): void {
  for (const key of text) {
    const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
    );
  }
}

type Put = IDBObjectStore['put'];
type Breakable = Window & { originalPut?: Put };

/** Runs in the page: from now on the disk is full. */
function breakDatabase(): void {
  const page = window as Breakable;
  page.originalPut = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };
}

/** Runs in the page: there is room again. */
function mendDatabase(): void {
  const { originalPut } = window as Breakable;
  if (originalPut) IDBObjectStore.prototype.put = originalPut;
}
