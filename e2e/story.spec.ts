import { readFile } from 'node:fs/promises';
import { readBrief } from '../src/domain/brief/read-brief.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { CHARACTERISTIC, TITLE, WORK, type Work } from './fixtures/analyst-work.ts';
import { expect, test } from './fixtures/app.ts';
import { ARTICLES, storedText, textHash } from './fixtures/articles.ts';
import type { Desk } from './fixtures/desk.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';

test('an analyst reads five articles, marks and notes passages, comes back to them, and exports a brief', async ({
  start,
}, testInfo) => {
  const first = await start();
  await first.desk.ready();
  await test.step('read all five', () => readAll(first.desk));
  await test.step('overlap, and run over two blocks', () => annotateVisit(first.desk));
  await test.step('without the mouse', () => annotateByKeys(first.desk));
  await test.step('two tags, from the toolbar', () => annotateByToolbar(first.desk));
  await test.step('a decomposed note', () => annotateInterview(first.desk));
  await test.step('two tags, by key', () => annotateForum(first.desk));
  await first.app.close();

  const { app, desk } = await start();
  await desk.ready();
  await test.step('everything is there', () => expectAllThere(desk));
  await test.step('undo and redo reach back', () => undoAndRedo(desk));

  const path = testInfo.outputPath('brief.md');
  await answerSaveDialog(app, path);
  const days = [today()];
  await test.step('export', () => exportBrief(desk, path));
  days.push(today());
  expectBrief(await readFile(path, 'utf8'), days);
});

async function readAll(desk: Desk): Promise<void> {
  await expect(desk.library.getByRole('button')).toHaveCount(5);
  for (const [article, block] of CHARACTERISTIC) {
    await desk.open(article.title);
    const shown = desk.article(article.title);
    await expect(shown.getByText(block, { exact: true })).toBeVisible();
    await expect(desk.page.getByRole('heading', { name: article.title, level: 1 })).toBeVisible();
  }
}

async function annotateVisit(desk: Desk): Promise<void> {
  const { notes, total, workers } = WORK;
  await desk.open(ARTICLES.visit.title);
  await desk.dragOver(notes.quote);
  await expect(desk.annotateToolbar).toBeVisible();
  await desk.page.keyboard.press('1');
  await expect(desk.card(notes.quote)).toBeVisible();
  await desk.page.keyboard.press('n');
  await expect(desk.note(notes.quote)).toBeFocused();
  await desk.page.keyboard.type(notes.note);

  await desk.dragOver(total.quote);
  await desk.annotateToolbar.getByRole('button', { name: 'Highlight' }).click();
  await expect(desk.card(total.quote)).toBeVisible();
  await expectOverlap(desk);

  const [end = '', start = ''] = workers.quote.split('\n');
  await desk.dragBetween(end, start);
  await desk.annotateToolbar.getByRole('button', { name: 'Labour' }).click();
  await expect(desk.card(end)).toBeVisible();
  await expectAcrossBlocks(desk);
  await expect(desk.status).toHaveText('Saved');
}

/** Each of two overlapping annotations keeps its own passage; where they overlap both are known. */
async function expectOverlap(desk: Desk): Promise<void> {
  const { notes, total } = WORK;
  const before = await desk.idOfCard(notes.quote);
  const after = await desk.idOfCard(total.quote);
  expect(before).not.toBe(after);
  const shared = 'tổng trị giá hơn 200 triệu USD';
  await expect(desk.marksUnder(before)).toHaveText(notes.quote.replace(shared, ''));
  await expect(desk.marksUnder(before, after)).toHaveText(shared);
  await expect(desk.marksUnder(after)).toHaveText(total.quote.replace(shared, ''));
}

async function expectAcrossBlocks(desk: Desk): Promise<void> {
  const parts = WORK.workers.quote.split('\n');
  const marks = desk.marksUnder(await desk.idOfCard(parts[0] ?? ''));
  await expect(marks).toHaveText(parts);
}

async function annotateByKeys(desk: Desk): Promise<void> {
  const { keyboard } = desk.page;
  // From wherever the focus is, panel by panel to the library, then from article to article.
  while (!(await desk.library.evaluate((panel) => panel.contains(document.activeElement)))) {
    await keyboard.press('F6');
  }
  await expect(desk.entry(ARTICLES.visit.title)).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(desk.entry(ARTICLES.upgrade.title)).toBeFocused();
  await keyboard.press('Enter');
  await expect(desk.article(ARTICLES.upgrade.title)).toBeVisible();
  await keyboard.press('F6');
  await expect(desk.article(ARTICLES.upgrade.title)).toBeFocused();
  await desk.selectByKeys(WORK.talks.quote);
  await expect(desk.annotateToolbar).toBeVisible();
  await keyboard.press('2');
  await expect(desk.card(WORK.talks.quote)).toBeVisible();
  await expect(desk.marks()).toHaveText(WORK.talks.quote);
}

async function annotateByToolbar(desk: Desk): Promise<void> {
  const { quote } = WORK.partner;
  await desk.open(ARTICLES.meetJapan.title);
  await desk.dragOver(quote);
  await desk.annotateToolbar.getByRole('button', { name: 'ODA' }).click();
  await expect(
    desk.annotateToolbar.getByRole('button', { name: 'ODA', pressed: true }),
  ).toBeVisible();
  await desk.annotateToolbar.getByRole('button', { name: 'Labour' }).click();
  await expectTags(desk, WORK.partner);
}

async function annotateInterview(desk: Desk): Promise<void> {
  const { quote, note } = WORK.azec;
  await desk.open(ARTICLES.interview.title);
  await desk.dragOver(quote);
  await expect(desk.annotateToolbar).toBeVisible();
  await desk.page.keyboard.press('3');
  await expect(desk.card(quote)).toBeVisible();
  await desk.note(quote).click();
  // As some input methods, and everything copied on a Mac, give it.
  expect(note.normalize('NFD')).not.toBe(note);
  await desk.page.keyboard.insertText(note.normalize('NFD'));
}

async function annotateForum(desk: Desk): Promise<void> {
  const { quote, note } = WORK.ranking;
  await desk.open(ARTICLES.forum.title);
  await desk.dragOver(quote);
  await expect(desk.annotateToolbar).toBeVisible();
  await desk.page.keyboard.press('1');
  await expect(desk.card(quote)).toBeVisible();
  await desk.page.keyboard.press('2');
  await expectTags(desk, WORK.ranking);
  await desk.page.keyboard.press('n');
  await expect(desk.note(quote)).toBeFocused();
  await desk.page.keyboard.type(note);
  await expect(desk.status).toHaveText('Saved');
}

/** The active card shows every tag of the codebook: those that the passage has are pressed. */
async function expectTags(desk: Desk, { quote, tags }: Work): Promise<void> {
  const group = desk.card(quote).getByRole('group', { name: 'Tags' });
  await expect(group.getByRole('button', { pressed: true })).toHaveText(tags);
}

async function expectAllThere(desk: Desk): Promise<void> {
  const { forum, visit, interview, upgrade, meetJapan } = ARTICLES;
  await expect(desk.article(forum.title)).toBeVisible();
  await expect(desk.entry(forum.title)).toHaveAttribute('aria-current', 'page');
  await expect(desk.entry(visit.title)).toContainText(/3 passages.*ODA1.*Labour1/);
  await expect(desk.entry(interview.title)).toContainText(/1 passage.*AZEC1/);
  await expect(desk.entry(upgrade.title)).toContainText(/1 passage.*Labour1/);
  await expect(desk.entry(meetJapan.title)).toContainText(/1 passage.*ODA1.*Labour1/);
  for (const work of Object.values(WORK)) await expectWork(desk, work);
  await desk.open(visit.title);
  await expectOverlap(desk);
  await expectAcrossBlocks(desk);
  await desk.open(forum.title);
}

async function expectWork(desk: Desk, work: Work): Promise<void> {
  const line = work.quote.split('\n')[0] ?? '';
  await desk.open(work.article.title);
  await expect(desk.note(line)).toHaveValue(work.note);
  await desk.card(line).getByRole('button', { name: line }).click();
  await expectTags(desk, { ...work, quote: line });
  const id = await desk.idOfCard(line);
  await expect.poll(() => desk.highlighted(id)).toBe(work.quote.replace('\n', ''));
}

async function undoAndRedo(desk: Desk): Promise<void> {
  const { quote, note } = WORK.ranking;
  await desk.page.keyboard.press('Control+z');
  await expect(desk.note(quote)).toHaveValue('');
  await desk.page.keyboard.press('Control+Shift+Z');
  await expect(desk.note(quote)).toHaveValue(note);
  await expect(desk.status).toHaveText('Saved');
}

async function exportBrief(desk: Desk, path: string): Promise<void> {
  await desk.page.keyboard.press('Control+e');
  const preview = desk.brief.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText(WORK.partner.quote);
  await desk.brief.getByRole('checkbox', { name: 'Untagged' }).press('Space');
  const azec = desk.brief.getByRole('checkbox', { name: 'AZEC' });
  await desk.brief.getByText('AZEC', { exact: true }).first().click();
  await expect(azec).not.toBeChecked();
  await expect(preview).not.toContainText(WORK.azec.quote);
  await azec.press('Space');
  await expect(azec).toBeChecked();
  await expect(preview).toContainText(WORK.azec.quote);
  await desk.brief.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  await expect(preview.getByRole('heading', { name: TITLE })).toBeVisible();
  await desk.brief.getByRole('button', { name: 'Save Markdown…' }).click();
  await expect(desk.brief.getByRole('status')).toHaveText(`Saved to ${path}`);
}

/** The day on this computer's clock. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}

/** Reads the file with a parser of its own, and compares with what the analyst did, not with the app. */
function expectBrief(markdown: string, days: readonly string[]): void {
  const { partner, talks, notes, total, workers, azec, ranking } = WORK;
  const brief = readBrief(markdown, briefWordsEn);
  expect(brief.title).toBe(TITLE);
  expect(brief.frontMatter).toEqual({
    title: TITLE,
    created: expect.any(String),
    tags: ['ODA', 'Labour', 'AZEC'],
    articles: 5,
    passages: 7,
  });
  expect(days).toContain(brief.frontMatter.created);
  expect(brief.sections).toMatchObject([
    { heading: 'ODA', passages: [partner, notes, ranking].map(cited) },
    {
      heading: 'Labour',
      remarkText: '2 more passages with this tag stand under ODA.',
      passages: [talks, workers].map(cited),
    },
    { heading: 'AZEC', passages: [azec].map(cited) },
    { heading: 'Untagged', passages: [total].map(cited) },
  ]);
  expect(brief.sections.map(({ passages }) => passages.length)).toEqual([3, 2, 1, 1]);
  const articles = Object.values(ARTICLES);
  for (const { quote, articleTitle } of brief.sections.flatMap(({ passages }) => passages)) {
    const article = articles.find(({ title }) => title === articleTitle);
    expect(article && storedText(article)).toContain(quote);
  }
  expect(brief.sources).toEqual(
    articles.map((article) => {
      const verified = article === ARTICLES.visit ? '3 passages, quotes' : '1 passage, quote';
      return `${article.title}, ${article.day}†. ${verified} verified.`;
    }),
  );
  expect(brief.checksums).toEqual(
    articles.map((article) => `${article.title}: ${textHash(article)}`),
  );
}

/** How a passage stands in the brief. */
function cited({ article, quote, paragraph, tags, noteText }: Work) {
  return {
    quote,
    articleTitle: article.title,
    place: `${article.day}†, ¶ ${paragraph}`,
    tagNames: tags,
    noteText,
    verified: true,
  };
}
