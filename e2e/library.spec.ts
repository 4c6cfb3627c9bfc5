import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBrief } from '../src/domain/brief/read-brief.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { expect, test } from './fixtures/app.ts';
import { ARTICLES, type BundledArticle, storedText } from './fixtures/articles.ts';
import type { Desk } from './fixtures/desk.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';

const { meetJapan, upgrade, visit, interview, forum } = ARTICLES;

/** Where an article lies in a copy of the app. */
function fileOf(folder: string, { id }: BundledArticle): string {
  return join(folder, 'resources', 'articles', `${id}.txt`);
}

function indexOf(folder: string): string {
  return join(folder, 'resources', 'articles', 'index.json');
}

/** Changes a single byte, into one that looks alike. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.write('Nan', bytes.indexOf('Nam'));
  await writeFile(file, bytes);
}

async function expectReadable(desk: Desk, article: BundledArticle): Promise<void> {
  await desk.open(article.title);
  expect(await desk.articleText()).toBe(storedText(article));
}

test('articles whose files are missing or damaged say so, and the others are as ever', async ({
  copyOfApp,
  start,
}) => {
  const folder = await copyOfApp();
  await rm(fileOf(folder, visit));
  await damage(fileOf(folder, interview));
  const { desk, page } = await start({ folder });
  await desk.ready();
  const reader = page.getByRole('main', { name: 'Article' });

  await expect(desk.library.getByRole('button')).toHaveCount(5);
  await expect(desk.entry(visit.title)).toHaveAccessibleDescription('File missing');
  await desk.entry(visit.title).click();
  await expect(reader).toContainText('This article’s file is missing');
  await expect(reader).toContainText(`The file ${visit.id}.txt is not where the app keeps`);

  // Its title stands in the file alone, which cannot be trusted.
  await expect(desk.entry(interview.id)).toHaveAccessibleDescription('File damaged');
  await desk.entry(interview.id).click();
  await expect(reader).toContainText('This article’s file is damaged');
  await expect(reader).toContainText(`The file ${interview.id}.txt is not the one that came with`);
  await expect(reader.getByRole('document')).toHaveCount(0);

  for (const article of [meetJapan, upgrade, forum]) await expectReadable(desk, article);
  await desk.annotate('thiếu hụt lao động, dân số già', 'Labour');
  await expect(desk.status).toHaveText('Saved');
});

test('a row of the index that is of no use spares the others', async ({ copyOfApp, start }) => {
  const folder = await copyOfApp();
  const rows = JSON.parse(await readFile(indexOf(folder), 'utf8')) as Record<string, unknown>[];
  rows[2] = { ...rows[2], sha256: 'none', file: `../articles/${visit.id}.txt` };
  await writeFile(indexOf(folder), JSON.stringify(rows));
  const { desk, page } = await start({ folder });
  await desk.ready();
  await expect(desk.library.getByRole('button')).toHaveCount(5);
  await expect(desk.entry(visit.title)).toHaveAccessibleDescription('File damaged');
  await desk.entry(visit.title).click();
  await expect(page.getByRole('main', { name: 'Article' })).toContainText('file is damaged');
  for (const article of [meetJapan, forum]) await expectReadable(desk, article);
});

for (const [what, content] of [
  ['is not JSON', '[{"id": '],
  ['holds something else', '{"articles": []}'],
  ['is missing', undefined],
] as const) {
  test(`an index that ${what} is told, and what was annotated is still there`, async ({
    copyOfApp,
    start,
  }) => {
    const quote = 'các khoản vay ODA thế hệ mới';
    const folder = await copyOfApp();
    const first = await start({ folder });
    await first.desk.ready();
    await first.desk.open(upgrade.title);
    await first.desk.annotate(quote, 'ODA');
    await expect(first.desk.status).toHaveText('Saved');
    await first.app.close();

    if (content === undefined) await rm(indexOf(folder));
    else await writeFile(indexOf(folder), content);
    const { desk, page } = await start({ folder });
    const entry = desk.entry('The list of bundled articles');
    await expect(entry).toHaveAccessibleDescription(/^File (missing|damaged)$/);
    await entry.click();
    const reader = page.getByRole('main', { name: 'Article' });
    await expect(reader).toContainText('index.json');
    await expect(desk.status).toHaveText('Saved');
    await desk.annotations.getByRole('radio', { name: 'All articles' }).click();
    await expect(desk.annotations.getByRole('blockquote')).toHaveText(quote);
    await expect(desk.annotations).toContainText('Article no longer in the library');
  });
}

test('annotations outlive their article: listed, in the brief as unverified, whole when it is back', async ({
  copyOfApp,
  start,
}, testInfo) => {
  const lost = 'các khoản vay ODA thế hệ mới';
  const kept = 'đứng thứ nhất về hợp tác ODA và lao động';
  const note = 'Vẫn còn đây';
  const folder = await copyOfApp();
  const aside = join(folder, 'aside.txt');

  await test.step('annotate while it is there', async () => {
    const { app, desk, page } = await start({ folder });
    await desk.ready();
    await desk.open(forum.title);
    await desk.annotate(kept, 'ODA');
    await desk.open(upgrade.title);
    await desk.annotate(lost, 'ODA');
    await desk.note(lost).click();
    await page.keyboard.insertText(note);
    await expect(desk.status).toHaveText('Saved');
    await app.close();
  });
  await rename(fileOf(folder, upgrade), aside);

  await test.step('its file is gone', async () => {
    const { app, desk, page } = await start({ folder });
    await desk.ready();
    await expect(desk.entry(upgrade.title)).toHaveAccessibleDescription(/File missing.*1 passage/);
    await desk.annotations.getByRole('radio', { name: 'All articles' }).click();
    await expect(desk.annotations.getByRole('blockquote')).toHaveText([lost, kept]);
    await expect(desk.note(lost)).toHaveValue(note);
    await desk.card(lost).getByRole('button', { name: lost }).click();
    await expect(page.getByRole('main', { name: 'Article' })).toContainText('file is missing');

    await desk.tool('Brief').click();
    await expect(desk.brief).toContainText(
      '1 quote is unverified: it could not be checked against its article',
    );
    const path = testInfo.outputPath('brief.md');
    await answerSaveDialog(app, path);
    await desk.brief.getByRole('button', { name: 'Save Markdown…' }).click();
    await expect(desk.brief.getByRole('status')).toHaveText(`Saved to ${path}`);
    const brief = readBrief(await readFile(path, 'utf8'), briefWordsEn);
    expect(brief.sections).toMatchObject([
      {
        heading: 'ODA',
        passages: [
          { quote: kept, articleTitle: forum.title, verified: true, noteText: '' },
          { quote: lost, articleTitle: upgrade.title, verified: false, noteText: note },
        ],
      },
    ]);
    expect(brief.sources[1]).toMatch(/article not available; .*1 passage, quote unverified\.$/);
    await app.close();
  });
  await rename(aside, fileOf(folder, upgrade));

  const { desk } = await start({ folder });
  await desk.ready();
  await expectReadable(desk, upgrade);
  await expect(desk.marks()).toHaveText(lost);
  await expect(desk.note(lost)).toHaveValue(note);
});
