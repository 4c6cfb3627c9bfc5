import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { expect, type Running, test } from './fixtures/app.ts';
import { chooseMenuItem } from './fixtures/restore-dialog.ts';
import { answerOpenDialog, answerSaveDialog } from './fixtures/save-dialog.ts';
import { readStored } from './fixtures/stored.ts';
import { expectAccessible } from './fixtures/violations.ts';

const ODA = 'đối tác số một về ODA';
const LABOUR = 'thứ hai về lao động';
const PLAIN = 'điểm sáng trong quan hệ';
const NOTE = '# Vốn vay “thế hệ mới”\n\n- Hỏi lại *Bộ Tài chính*\n- 3 < 5 & “đ”';

test.describe.configure({ timeout: 120_000 });

async function outbox(testInfo: TestInfo): Promise<string> {
  const folder = testInfo.outputPath('outbox');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Takes everything away that the app has on this computer. */
async function wipe(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Three passages, one without a tag, one with a note and a tag of the analyst's own. */
async function makeWork({ desk, page }: Running): Promise<void> {
  await desk.annotate(ODA, 'ODA');
  await desk.note(ODA).fill(NOTE);
  await desk.annotate(LABOUR, 'Labour');
  await desk.annotate(PLAIN);
  await desk.tool('Codebook').click();
  await desk.codebook.getByRole('textbox', { name: 'New tag' }).fill('Hạ tầng & “đường” sắt');
  await desk.codebook.getByRole('textbox', { name: 'New tag' }).press('Enter');
  await desk.codebook.getByRole('button', { name: 'Close' }).click();
  await desk.card(LABOUR).getByRole('button', { name: LABOUR }).click();
  await desk.card(LABOUR).getByRole('button', { name: 'Hạ tầng' }).click();
  await expect(desk.status).toHaveText('Saved');
  await page.keyboard.press('Escape');
}

/** Exports everything, by the menu. */
async function exportAll(running: Running, format: string, path: string): Promise<void> {
  const { page, app } = running;
  await answerSaveDialog(app, path);
  await chooseMenuItem(running, 'export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption({ label: format });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('status')).toContainText(`Saved to ${path}`);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

/** Saves what the builder shows as Markdown. */
async function saveBrief(
  { desk, app }: Running,
  path: string,
  takesUntagged = false,
): Promise<void> {
  await answerSaveDialog(app, path);
  await desk.tool('Brief').click();
  if (takesUntagged) {
    await desk.brief.getByRole('checkbox', { name: 'Untagged' }).press('Space');
  }
  await desk.brief.getByRole('button', { name: 'Save Markdown…' }).click();
  await expect(desk.brief.getByRole('status')).toContainText(`Saved to ${path}`);
  await desk.page.keyboard.press('Escape');
  await expect(desk.brief).toBeHidden();
}

async function chooseFile(running: Running, path: string): Promise<void> {
  await answerOpenDialog(running.app, path);
  await chooseMenuItem(running, 'import');
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

async function storedWork({ page }: Running) {
  const { annotations, tags } = await readStored(page);
  return { annotations: [...annotations].sort(byId), tags: [...tags].sort(byId) };
}

for (const [format, name] of [
  ['W3C annotations (JSON-LD)', 'bản.jsonld'],
  ['QDA project (QDPX)', 'bản.qdpx'],
] as const) {
  test(`what was exported as ${format} comes back on a computer that has nothing`, async ({
    start,
    dataFolder,
  }, testInfo) => {
    const path = join(await outbox(testInfo), name);
    const first = await start();
    await first.desk.ready();
    await makeWork(first);
    const before = await storedWork(first);
    expect(before.annotations).toHaveLength(3);
    await exportAll(first, format, path);
    await first.app.close();

    await wipe(dataFolder);
    const second = await start();
    const { desk, page } = second;
    await desk.ready();
    await chooseFile(second, path);
    const dialog = page.getByRole('dialog', { name: 'Import' });
    await expect(dialog).toContainText(path);
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Import 4 changes' }).click();
    await expect(desk.notice).toContainText('Imported 4 changes');
    await expect(desk.status).toHaveText('Saved');
    expect(await storedWork(second)).toEqual(before);
    await expect(desk.marks()).toHaveCount(3);

    // Once more there is nothing to do; one undo takes it all back.
    await chooseFile(second, path);
    await expect(dialog).toContainText('There is nothing to take over');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await desk.article(/./).focus();
    await page.keyboard.press('Control+z');
    await expect(desk.marks()).toHaveCount(0);
  });
}

test('an edited brief offers its edits one by one, and nothing is taken over unasked', async ({
  running,
}, testInfo) => {
  const { desk, page } = running;
  await makeWork(running);
  const path = join(await outbox(testInfo), 'brief.md');
  await saveBrief(running, path, true);
  const before = await storedWork(running);
  const markdown = await readFile(path, 'utf8');
  const id = await desk.annotationId(ODA);
  const edited = markdown
    .replace('Bộ Tài chính', 'Bộ Ngoại giao')
    .replace(`> ${ODA}\n`, `> ${ODA}\n\n*Translation:* the number one partner in ODA\n`)
    .replace(/· ODA · (?=\[passage\])/, '· ODA · Nợ công · ')
    .replace(`> ${PLAIN}`, `> ${PLAIN} hai nước`)
    .replace('\n## Sources', '\n## Văn phòng\n\nDuyệt\n---\n\n## Sources')
    .concat('\nGửi trước ngày 15 tháng 12.');
  await writeFile(path, edited.normalize('NFD').replaceAll('\n', '\r\n'));

  const dialog = page.getByRole('dialog', { name: 'Import an edited brief' });
  const take = (field: string) => dialog.getByRole('checkbox', { name: `Take over: ${field}` });
  await chooseFile(running, path);
  await expect(take('Note')).toBeChecked();
  await expect(dialog).toContainText('One quote is not as you marked it');
  await expect(dialog.locator('ins')).toContainText(['Ngoại giao', 'the number one partner']);
  await expect(dialog).toContainText('Nợ công (new tag)');
  const texts = dialog.getByRole('region', { name: 'Text that was not taken over' });
  await expect(texts.getByRole('listitem')).toContainText([
    `${PLAIN} hai nước`,
    '## Văn phòng',
    'under “Văn phòng”Duyệt',
    'under “Appendix: checksums”Gửi trước ngày 15 tháng 12.',
  ]);
  await texts.getByRole('button', { name: 'Copy text' }).click();
  await expect(texts.getByRole('status')).toHaveText('Copied.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await storedWork(running)).toEqual(before);

  await chooseFile(running, path);
  // The box itself is drawn: its label is what one clicks.
  await take('Note').press('Space');
  await expect(take('Note')).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Take over 2 edits' }).click();
  await expect(desk.notice).toContainText('2 edits of the brief taken over');
  await expect(desk.status).toHaveText('Saved');
  const after = await storedWork(running);
  const row = after.annotations.find((one) => one.id === id);
  const tag = after.tags.find(({ name }) => name === 'Nợ công');
  expect(row).toMatchObject({
    note: NOTE,
    tagIds: ['tag-oda', tag?.id],
    translation: { text: 'the number one partner in ODA', checked: true },
  });
  await desk.article(/./).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedWork(running)).toEqual(before);
});

test('of an older brief nothing is taken over that is newer here, nor what only takes away', async ({
  running,
}, testInfo) => {
  const { desk, page } = running;
  await desk.annotate(ODA, 'ODA');
  await desk.annotate(LABOUR, 'Labour');
  await desk.note(LABOUR).fill('Đã có từ trước.');
  await expect(desk.status).toHaveText('Saved');
  const path = join(await outbox(testInfo), 'brief.md');
  await saveBrief(running, path);
  await desk.note(ODA).fill(NOTE);
  await expect(desk.status).toHaveText('Saved');
  const before = await storedWork(running);

  const dialog = page.getByRole('dialog', { name: 'Import an edited brief' });
  await chooseFile(running, path);
  await expect(dialog).toContainText(
    'One note, set of tags or translation is newer here and stays',
  );
  await expect(dialog.getByRole('status')).toContainText('There is nothing to take over');
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  // The quote of the second loses its mark: it must not be taken for the note of the first.
  const markdown = await readFile(path, 'utf8');
  await writeFile(path, markdown.replace(`> ${LABOUR}`, LABOUR).replace(' · ODA · ', ' · '));
  await chooseFile(running, path);
  await expect(dialog).toContainText('One passage could not be read');
  const take = dialog.getByRole('checkbox');
  await expect(take).toHaveCount(1);
  await expect(take).toHaveAccessibleName('Take over: Tags');
  await expect(take).not.toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Take over' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await storedWork(running)).toEqual(before);
});

test('a codebook whose tags are all here says so', async ({ running }, testInfo) => {
  const path = join(await outbox(testInfo), 'tags.qdc');
  await exportAll(running, 'Codebook (QDC)', path);
  await chooseFile(running, path);
  const dialog = running.page.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByRole('status')).toContainText('all of it is here already');
});

/** A project of another program, most of which has no place here. */
const FOREIGN = `<?xml version="1.0" encoding="utf-8"?>
<Project name="Dự án" origin="NVivo 14" xmlns="urn:QDA-XML:project:1.0">
<Users><User name="An"/><User name="Bình"/></Users>
<CodeBook><Codes><Code guid="{0F0D0A00-0000-4000-8000-000000000001}" name="Nợ công"/><Code guid="c2" name="Nhóm" isCodable="false"/></Codes></CodeBook>
<Cases><Case name="Nghệ An"/><Case name="Hà Tĩnh"/></Cases>
<Sources><TextSource guid="s" name="Phỏng vấn Bộ Tài chính về vốn vay ưu đãi và nợ công giai đoạn 2021–2025"><PlainTextContent>Một cuộc phỏng vấn không có trong thư viện.</PlainTextContent>
${Array.from({ length: 24 }, (_, at) => `<PlainTextSelection name="Đoạn ${at + 1}" startPosition="${at}" endPosition="${at + 4}"><Coding><CodeRef targetGUID="c9"/></Coding></PlainTextSelection>`).join('')}</TextSource>
<PictureSource name="Ảnh lễ ký"><PictureSelection name="Chữ ký"/></PictureSource></Sources>
<Notes><Note name="Nhật ký nghiên cứu"><PlainTextContent>Ngày đầu</PlainTextContent></Note><Note/></Notes>
<Sets><Set name="Bài chính"/></Sets><Graphs><Graph name="Sơ đồ"/></Graphs>
<Memo>một ghi chú lạ</Memo></Project>`;

test('what of another program’s project is not taken over is listed, with reason and count', async ({
  running,
}, testInfo) => {
  const { page } = running;
  const path = join(await outbox(testInfo), 'project.qde');
  await writeFile(path, FOREIGN);
  await chooseFile(running, path);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const list = dialog.getByRole('region', { name: 'Not taken over' });
  await expect(list.getByRole('alert')).toHaveText(
    '61 things in this file will not be taken over.',
  );
  const passages = list.getByRole('listitem').filter({ hasText: '24 passages' });
  await expect(passages).toContainText('No article of the library has this text.');
  await expect(list.getByRole('listitem').filter({ hasText: '2 users' })).toContainText(
    'Bên Lề has nothing of this kind.“An”, “Bình”',
  );
  await passages.getByText('Which').click();
  await expect(passages.getByText('Đoạn 20')).toBeVisible();
  await expect(passages.getByText('and 4 more')).toBeVisible();
  await expectAccessible(page);
  await expect(dialog.getByRole('button', { name: 'Import 1 change' })).toBeEnabled();
});

test('a file that is nothing of all this is refused with a reason, and cancelling does nothing', async ({
  running,
}, testInfo) => {
  const { page, app } = running;
  const folder = await outbox(testInfo);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const files: readonly (readonly [string, string, string])[] = [
    ['a.bin', '\0\0\0', 'is none of the kinds'],
    ['a.md', '# Đầu tư\n\n> trích\n', 'was not exported by Bên Lề'],
    ['a.qdpx', 'PK\u0003\u0004 broken', 'is broken'],
  ];
  for (const [name, content, reason] of files) {
    const path = join(folder, name);
    await writeFile(path, content);
    await chooseFile(running, path);
    await expect(dialog.getByRole('alert')).toContainText(`${path} ${reason}`);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toBeHidden();
  }
  await chooseFile(running, join(folder, 'none.jsonld'));
  await expect(dialog.getByRole('alert')).toContainText('ENOENT');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await answerOpenDialog(app);
  await chooseMenuItem(running, 'import');
  await expect(dialog).toBeHidden();
});
