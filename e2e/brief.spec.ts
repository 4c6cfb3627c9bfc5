import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { readBrief } from '../src/domain/brief/read-brief.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { expect, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import type { Desk } from './fixtures/desk.ts';
import { answerQuestion, answerSaveDialog, proposedPath } from './fixtures/save-dialog.ts';

const QUOTE = 'các khoản vay ODA thế hệ mới';
const OTHER = 'thứ hai về hợp tác lao động';

/** A folder of the test's own to save into. */
async function outbox(testInfo: TestInfo): Promise<string> {
  const folder = testInfo.outputPath('outbox');
  await mkdir(folder, { recursive: true });
  return folder;
}

async function annotateTwo(desk: Desk): Promise<void> {
  await desk.open(ARTICLES.upgrade.title);
  await desk.annotate(QUOTE, 'ODA');
  await desk.annotate(OTHER, 'Labour');
}

function parts({ brief }: Desk) {
  return {
    title: brief.getByRole('textbox', { name: 'Title' }),
    preview: brief.getByRole('region', { name: 'Preview' }),
    save: brief.getByRole('button', { name: 'Save Markdown…' }),
    alert: brief.getByRole('alert'),
    outcome: brief.getByRole('status'),
    tag: (name: string) => brief.getByRole('checkbox', { name, exact: true }),
  };
}

/** Checks or unchecks a tag, by the key that checkboxes have. */
async function flip(desk: Desk, name: string): Promise<void> {
  await parts(desk).tag(name).press('Space');
}

test('where there is nothing to save, the brief says why and does not offer it', async ({
  running: { desk },
}) => {
  const { preview, save, tag } = parts(desk);
  await desk.tool('Brief').click();
  await expect(preview).toContainText('Nothing to export yet');
  await expect(save).toBeDisabled();
  await desk.brief.getByRole('button', { name: 'Back to reading' }).click();
  await expect(desk.brief).toBeHidden();

  await desk.open(ARTICLES.upgrade.title);
  await desk.annotate(QUOTE, 'ODA');
  await desk.tool('Brief').click();
  await expect(save).toBeEnabled();
  await expect(tag('ODA')).toBeChecked();
  await flip(desk, 'ODA');
  await expect(preview).toHaveText('Nothing chosen: check at least one tag.');
  await expect(save).toBeDisabled();
  await expect(save).toHaveAccessibleDescription('Nothing chosen: check at least one tag.');
  await flip(desk, 'AZEC');
  await expect(preview).toHaveText('Nothing chosen: no passage has the checked tags.');
  await expect(save).toBeDisabled();
  await flip(desk, 'ODA');
  await expect(preview).toContainText(QUOTE);
  await expect(save).toBeEnabled();
});

test('a brief that cannot be written is told, leaves nothing behind, and can be saved elsewhere', async ({
  running: { app, desk },
}, testInfo) => {
  const folder = await outbox(testInfo);
  await annotateTwo(desk);
  await desk.page.keyboard.press('Control+e');
  const { title, preview, save, alert, outcome, tag } = parts(desk);
  await title.fill('Vốn vay');
  await flip(desk, 'Labour');
  const expectChoicesKept = async () => {
    await expect(title).toHaveValue('Vốn vay');
    await expect(tag('ODA')).toBeChecked();
    await expect(tag('Labour')).not.toBeChecked();
    await expect(preview).toContainText(QUOTE);
    await expect(save).toBeEnabled();
  };

  await answerSaveDialog(app, join(folder, 'gone', 'brief.md'));
  await save.click();
  await expect(alert).toContainText('Nothing was exported.');
  await expect(alert).toContainText('The folder is not there any more.');
  await expectChoicesKept();
  expect(await readdir(folder)).toEqual([]);

  await mkdir(join(folder, 'brief.md'));
  await answerSaveDialog(app, join(folder, 'brief.md'));
  await save.click();
  await expect(alert).toContainText('A folder has this name already.');
  await expect(outcome).toHaveText('');
  await expectChoicesKept();
  expect(await readdir(folder, { recursive: true })).toEqual(['brief.md']);

  await answerSaveDialog(app, join(folder, 'good.md'));
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${join(folder, 'good.md')}`);
  await expect(alert).toBeHidden();
  expect((await readdir(folder)).sort()).toEqual(['brief.md', 'good.md']);
  const brief = readBrief(await readFile(join(folder, 'good.md'), 'utf8'), briefWordsEn);
  expect(brief.sections).toMatchObject([{ heading: 'ODA', passages: [{ quote: QUOTE }] }]);
});

test('cancelling the save dialog does nothing; what stands there already is replaced only when asked to', async ({
  running: { app, desk },
}, testInfo) => {
  const folder = await outbox(testInfo);
  const before = 'what was there';
  await writeFile(join(folder, 'brief.md'), before);
  await annotateTwo(desk);
  await desk.tool('Brief').click();
  const { save, alert, outcome } = parts(desk);

  await answerSaveDialog(app);
  await save.click();
  await expect.poll(() => proposedPath(app)).toContain('.md');
  await expect(save).toBeEnabled();
  await expect(alert).toBeHidden();
  await expect(outcome).toHaveText('');
  await expect(desk.brief).toBeVisible();

  // Typed without its extension, the name is not the one that the dialog asked about.
  await answerSaveDialog(app, join(folder, 'brief'));
  const asked = await answerQuestion(app, 'Cancel');
  await save.click();
  await expect.poll(asked).toContain(join(folder, 'brief.md'));
  await expect(save).toBeEnabled();
  expect(await readFile(join(folder, 'brief.md'), 'utf8')).toBe(before);

  await answerQuestion(app, 'Replace');
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${join(folder, 'brief.md')}`);
  expect(
    readBrief(await readFile(join(folder, 'brief.md'), 'utf8'), briefWordsEn).sections,
  ).toHaveLength(2);
  expect(await readdir(folder)).toEqual(['brief.md']);
});

const TITLE = 'CON: a/b\\c?* "x"';
const TAG = '<i>AZEC</i> · [x](javascript:alert(1)) #1';
const NOTE = [
  '# heading',
  '',
  '- list',
  '',
  '<b>html</b> <script>alert(1)</script>',
  '',
  '---',
  '',
  '[x](javascript:alert(1)) ![p](https://example.org/p.png)',
  '',
  '> 👩‍👩‍👧 🇻🇳 Việt Nam',
  '',
  'مرحبا \u202eabc\u202c',
].join('\n');
/** Each block's words, as they must come back. */
const NOTE_TEXT = [
  'heading',
  'list',
  '<b>html</b> <script>alert(1)</script>',
  'x (javascript:alert(1)) p',
  '👩‍👩‍👧 🇻🇳 Việt Nam',
  'مرحبا \u202eabc\u202c',
].join('\n');

test('whatever a note, a title or a tag holds stays text, in the preview and in the file', async ({
  running: { app, desk, page },
}, testInfo) => {
  const path = join(await outbox(testInfo), 'brief.md');
  await desk.tool('Codebook').click();
  await desk.codebook.getByRole('textbox', { name: 'New tag' }).fill(TAG);
  await desk.codebook.getByRole('button', { name: 'Add tag' }).click();
  await page.keyboard.press('Escape');
  await expect(desk.codebook).toBeHidden();
  await desk.open(ARTICLES.upgrade.title);
  await desk.annotate(QUOTE, TAG);
  await desk.annotate(OTHER, TAG);
  await desk.note(QUOTE).click();
  await page.keyboard.insertText(NOTE);
  // At once: what is still being typed belongs into the brief.
  await page.keyboard.press('Control+e');

  const { title, preview, save, outcome } = parts(desk);
  await title.fill(TITLE);
  await expect(preview.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  await expect(preview).toContainText('<b>html</b> <script>alert(1)</script>');
  await expect(preview).toContainText(TAG);
  await expect(preview.locator('b, i, script, img, iframe, style, link')).toHaveCount(0);
  // What can be clicked leads to passages, and nowhere else.
  await expect(preview.locator('a')).toHaveCount(2);
  await expect(preview.locator('a[href^="benle://annotation/"]')).toHaveCount(2);

  await answerSaveDialog(app, path);
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${path}`);
  const proposed = basename((await proposedPath(app)) ?? '');
  expect(proposed).toBe('CON a b c x.md');
  expect(dirname((await proposedPath(app)) ?? '')).toBe(
    await app.evaluate(({ app: electron }) => electron.getPath('documents')),
  );

  const bytes = await readFile(path);
  const markdown = bytes.toString('utf8');
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('---\n');
  expect(markdown).toMatch(/[^\n]\n$/);
  expect(markdown).not.toContain('\r');
  const brief = readBrief(markdown, briefWordsEn);
  expect(brief.frontMatter).toMatchObject({ title: TITLE, tags: [TAG], passages: 2, articles: 1 });
  expect(brief.title).toBe(TITLE);
  expect(brief.liveHtml).toEqual([]);
  expect(brief.sections).toMatchObject([
    { heading: TAG, passages: [{ quote: QUOTE, noteText: NOTE_TEXT }, { quote: OTHER }] },
  ]);
  const ids = brief.sections.flatMap(({ passages }) => passages.map((one) => one.annotationId));
  await desk.brief.getByRole('button', { name: 'Back to reading' }).click();
  expect(ids).toEqual([await desk.idOfCard(QUOTE), await desk.idOfCard(OTHER)]);
  expect(markdown).toContain(`(benle://annotation/${ids[0]})`);
});

test('the preview shows the file as it will be, and the name follows the title', async ({
  running: { app, desk },
}, testInfo) => {
  const path = join(await outbox(testInfo), 'brief.md');
  await annotateTwo(desk);
  await desk.tool('Brief').click();
  const { title, preview, save, outcome } = parts(desk);
  await expect(title).toHaveValue('Brief on ODA and Labour');
  await desk.brief.getByRole('radio', { name: 'Markdown' }).click();
  await expect(preview.locator('pre')).toContainText('title: Brief on ODA and Labour');

  // Reserved on Windows, hidden on Unix, and nothing at all.
  const names = { CON: /^(?!con\.)/i, '..': /^Brief\.md$/, ' ': /^Brief on ODA and Labour\.md$/ };
  for (const [name, expected] of Object.entries(names)) {
    await title.fill(name);
    await answerSaveDialog(app);
    await save.click();
    await expect.poll(async () => basename((await proposedPath(app)) ?? '')).toMatch(expected);
  }

  await title.fill('Vốn vay, lao động');
  await expect(preview.locator('pre')).toContainText('title: Vốn vay, lao động');
  await answerSaveDialog(app, path);
  await save.click();
  await expect(outcome).toHaveText(`Saved to ${path}`);
  expect(await preview.locator('pre').textContent()).toBe(await readFile(path, 'utf8'));
});
