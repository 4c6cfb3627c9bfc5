import { texts, codebookTexts as words } from '../src/shared/texts/texts.ts';
import { expect, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import type { Desk } from './fixtures/desk.ts';

const ODA = 'đối tác số một về ODA';
const LABOUR = 'thứ hai về lao động';
const BOTH = 'thứ ba về đầu tư và du lịch';

/** The longest name there can be, as a ministry would have it, and one without a place to break. */
const LONG = 'Hợp tác phát triển nguồn nhân lực chất lượng cao Việt–Nhật A';
const UNBROKEN = 'ChươngTrìnhHợpTácPhátTriểnNguồnNhânLựcChấtLượngCaoViệtNhậtBB';

async function openCodebook(desk: Desk): Promise<void> {
  await desk.tool('Codebook').click();
  await expect(desk.codebook).toBeVisible();
}

async function closeCodebook(desk: Desk): Promise<void> {
  await desk.codebook.getByRole('button', { name: 'Close' }).click();
  await expect(desk.codebook).toBeHidden();
}

const field = (desk: Desk, name: string) =>
  desk.codebook.getByRole('textbox', { name, exact: true });

/** The tags in their order. */
const order = (desk: Desk) =>
  desk.codebook
    .getByRole('listbox', { name: 'Tags' })
    .getByRole('option')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const label = document.getElementById(row.getAttribute('aria-labelledby') ?? '');
        return label?.textContent;
      }),
    );

async function addTag(desk: Desk, name: string): Promise<void> {
  await field(desk, words.newTag).fill(name);
  await field(desk, words.newTag).press('Enter');
  await expect(desk.tagRow(name)).toBeVisible();
}

/** The tags that a passage's highlight is read out with. */
const tagsOf = (desk: Desk, passage: string) => desk.marks(passage).first();

const TAKEN = /has this name already/;

test('Enter adds tags one after the other, each with the next digit', async ({ running }) => {
  const { page, desk } = running;
  await openCodebook(desk);
  await addTag(desk, 'Nhân lực');
  await expect(field(desk, words.newTag)).toBeFocused();
  await expect(field(desk, words.newTag)).toHaveValue('');
  await addTag(desk, 'Hạ tầng');
  await expect.poll(() => order(desk)).toEqual(['ODA', 'Labour', 'AZEC', 'Nhân lực', 'Hạ tầng']);
  await closeCodebook(desk);
  await desk.dragOver(ODA);
  await expect(desk.annotateToolbar.getByRole('button', { name: 'Hạ tầng' })).toBeVisible();
  await page.keyboard.press('4');
  await expect(tagsOf(desk, ODA)).toHaveAttribute('aria-description', 'Nhân lực');
});

test('Enter pressed twice adds one tag, and finds nothing wrong', async ({ running }) => {
  const { desk } = running;
  await openCodebook(desk);
  await field(desk, words.newTag).fill('Thuế');
  await field(desk, words.newTag).evaluate((input) => {
    for (let time = 0; time < 2; time += 1) input.closest('form')?.requestSubmit();
  });
  await expect(desk.tagRow('Thuế')).toHaveCount(1);
  await expect(field(desk, words.newTag)).toHaveValue('');
  await expect(desk.codebook.getByText(TAKEN)).toBeHidden();
  await expect.poll(() => order(desk)).toEqual(['ODA', 'Labour', 'AZEC', 'Thuế']);
});

test('a name that is taken is refused in whatever form, and stays as typed', async ({
  running,
}) => {
  const { desk } = running;
  await openCodebook(desk);
  await addTag(desk, 'Đầu tư');
  await addTag(desk, 'Hoà bình');
  const names = [
    ...['oda', ' ODA '].map((name) => [name, 'ODA']),
    ...['đẦU TƯ', 'Đầu tư'.normalize('NFD'), 'ĐẦU  TƯ', 'Ðầu tư'].map((name) => [name, 'Đầu tư']),
    ['hòa bình', 'Hoà bình'],
  ] as const;
  for (const [name, existing] of names) {
    await field(desk, words.newTag).fill(name);
    await field(desk, words.newTag).press('Enter');
    await expect(desk.codebook.getByText(`The tag “${existing}” has this name`)).toBeVisible();
    await expect(field(desk, words.newTag)).toHaveValue(name);
    await expect(field(desk, words.newTag)).toBeFocused();
  }
  await field(desk, words.newTag).fill('  ');
  await field(desk, words.newTag).press('Enter');
  await expect(desk.codebook.getByText(words.problem({ kind: 'empty' }))).toBeVisible();
  await field(desk, words.newTag).fill('ạ'.repeat(61));
  await field(desk, words.newTag).press('Enter');
  await expect(desk.codebook.getByText(words.problem({ kind: 'too-long' }))).toBeVisible();
  await expect.poll(() => order(desk)).toEqual(['ODA', 'Labour', 'AZEC', 'Đầu tư', 'Hoà bình']);

  await desk.tagRow('Labour').click();
  await field(desk, words.name).fill('azec');
  await field(desk, words.name).press('Enter');
  await expect(desk.codebook.getByText(TAKEN)).toBeVisible();
  await expect(field(desk, words.name)).toHaveValue('azec');
  await field(desk, words.name).press('Escape');
  await expect(field(desk, words.name)).toHaveValue('Labour');
  await expect(desk.codebook).toBeVisible();
});

test('a new name is everywhere at once', async ({ running }) => {
  const { desk } = running;
  await desk.annotate(ODA, 'ODA');
  await openCodebook(desk);
  await field(desk, words.name).fill('Viện trợ');
  await field(desk, words.name).press('Enter');
  await expect(desk.tagRow('Viện trợ')).toBeVisible();
  await closeCodebook(desk);
  await expect(desk.card(ODA)).toContainText('Viện trợ');
  await expect(tagsOf(desk, ODA)).toHaveAttribute('aria-description', 'Viện trợ');
  await expect(desk.entry(ARTICLES.meetJapan.title)).toContainText('Viện trợ');
  await expect(desk.annotations.getByRole('button', { name: 'Only Viện trợ' })).toBeVisible();
  await desk.dragOver(LABOUR);
  await expect(desk.annotateToolbar.getByRole('button', { name: 'Viện trợ' })).toBeVisible();
  await desk.tool('Brief').click();
  await expect(desk.brief.getByRole('checkbox', { name: 'Viện trợ' })).toBeVisible();
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toContainText('Viện trợ');
  await expect(desk.page.getByText('ODA', { exact: true })).toHaveCount(0);
});

test('another colour and a description are kept, and the colour shows in the text', async ({
  start,
}) => {
  const first = await start();
  await first.desk.ready();
  await first.desk.annotate(ODA, 'ODA');
  const look = () =>
    first.desk
      .marks(ODA)
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundImage);
  const before = await look();
  await openCodebook(first.desk);
  await first.desk.codebook.getByTitle('Rose', { exact: true }).click();
  await expect.poll(look).not.toBe(before);
  await field(first.desk, words.description).fill('Vay vốn, viện trợ\nkhông hoàn lại');
  await closeCodebook(first.desk);
  await expect(first.desk.status).toHaveText('Saved');
  const after = await look();
  await first.app.close();

  const { desk } = await start();
  await expect(desk.marks(ODA).first()).toBeVisible();
  expect(
    await desk
      .marks(ODA)
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundImage),
  ).toBe(after);
  await openCodebook(desk);
  await expect(desk.codebook.getByRole('radio', { name: 'Rose' })).toBeChecked();
  await expect(field(desk, words.description)).toHaveValue('Vay vốn, viện trợ\nkhông hoàn lại');
});

test('a digit can be taken over, and then applies the other tag', async ({ running }) => {
  const { page, desk } = running;
  await openCodebook(desk);
  const key = desk.codebook.getByRole('combobox', { name: words.key, exact: true });
  await key.selectOption({ label: words.keyTaken('2', 'Labour') });
  await expect(key).toHaveValue('2');
  await desk.tagRow('Labour').click();
  await expect(key).toHaveValue('none');
  await key.selectOption('9');
  await closeCodebook(desk);
  await desk.dragOver(ODA);
  await page.keyboard.press('2');
  await expect(tagsOf(desk, ODA)).toHaveAttribute('aria-description', 'ODA');
  await page.keyboard.press('9');
  await expect(tagsOf(desk, ODA)).toHaveAttribute('aria-description', 'ODA, Labour');
  await page.keyboard.press('1');
  await expect(desk.status).toHaveText('Saved');
  await expect(tagsOf(desk, ODA)).toHaveAttribute('aria-description', 'ODA, Labour');
  await page.keyboard.press('?');
  await expect(desk.keys.getByRole('row', { name: /^9/ })).toContainText('Labour');
});

test('a deleted tag narrows the annotations no more, and a filter can be cleared', async ({
  running,
}) => {
  const { desk } = running;
  await desk.annotate(ODA, 'ODA');
  await desk.annotations.getByRole('button', { name: 'Only Labour' }).click();
  await expect(desk.card(ODA)).toBeHidden();
  await desk.annotations.getByRole('button', { name: 'Clear filter' }).click();
  await expect(desk.card(ODA)).toBeVisible();

  await desk.annotations.getByRole('button', { name: 'Only Labour' }).click();
  await openCodebook(desk);
  await desk.tagRow('Labour').click();
  await desk.codebook.getByRole('button', { name: words.delete, exact: true }).click();
  await desk.codebook.getByRole('button', { name: words.deleteConfirm }).click();
  await expect(desk.tagRow('Labour')).toHaveCount(0);
  await closeCodebook(desk);
  await expect(desk.card(ODA)).toBeVisible();
});

test('the order of the codebook is the order everywhere', async ({ running }) => {
  const { desk } = running;
  await openCodebook(desk);
  const down = desk.codebook.getByRole('button', { name: words.moveDown });
  const up = desk.codebook.getByRole('button', { name: words.moveUp });
  await expect(up).toBeDisabled();
  await down.click();
  await expect.poll(() => order(desk)).toEqual(['Labour', 'ODA', 'AZEC']);
  await down.click();
  await expect.poll(() => order(desk)).toEqual(['Labour', 'AZEC', 'ODA']);
  // It has nothing more to do, and keeps the focus, which would be lost were it gone.
  await expect(down).toBeDisabled();
  await expect(down).toBeFocused();
  await closeCodebook(desk);
  await desk.dragOver(ODA);
  const buttons = desk.annotateToolbar.getByRole('button');
  await expect
    .poll(() => buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))))
    .toEqual(['Labour', 'AZEC', 'ODA', 'Highlight', 'Note', 'Copy citation']);
});

/** One passage tagged ODA, one Labour, one both. */
async function tagThree(desk: Desk): Promise<void> {
  await desk.annotate(ODA, 'ODA');
  await desk.annotate(LABOUR, 'Labour');
  await desk.annotate(BOTH, 'ODA');
  await desk.annotateToolbar.getByRole('button', { name: 'Labour' }).click();
  await expect(tagsOf(desk, BOTH)).toHaveAttribute('aria-description', 'ODA, Labour');
}

test('merging says how many it concerns, gives nothing twice, and is one step of undo', async ({
  running,
}) => {
  const { page, desk } = running;
  await tagThree(desk);
  await openCodebook(desk);
  await desk.codebook.getByRole('button', { name: words.merge }).click();
  const question = desk.codebook.getByRole('alertdialog', { name: words.mergeTitle('ODA') });
  await expect(question).toBeFocused();
  await question.getByRole('combobox', { name: words.mergeInto }).selectOption('Labour');
  await expect(question).toContainText(words.mergeEffect(2, 'ODA', 'Labour'));
  await question.getByRole('button', { name: words.cancel }).click();
  await expect(desk.tagRow('ODA')).toBeVisible();

  await desk.codebook.getByRole('button', { name: words.merge }).click();
  await question.getByRole('combobox', { name: words.mergeInto }).selectOption('Labour');
  await question.getByRole('button', { name: words.mergeConfirm }).click();
  await expect(desk.codebook.getByText(words.merged('ODA', 'Labour'))).toBeVisible();
  await expect(desk.tagRow('ODA')).toBeHidden();
  await expect(desk.tagRow('Labour')).toHaveAccessibleDescription(/^3 annotations/);
  await closeCodebook(desk);
  for (const passage of [ODA, LABOUR, BOTH]) {
    await expect(tagsOf(desk, passage)).toHaveAttribute('aria-description', 'Labour');
  }
  await expect(desk.entry(ARTICLES.meetJapan.title)).toContainText('Labour3');

  await page.keyboard.press('Control+z');
  await expect(tagsOf(desk, ODA)).toHaveAttribute('aria-description', 'ODA');
  await expect(tagsOf(desk, LABOUR)).toHaveAttribute('aria-description', 'Labour');
  await expect(tagsOf(desk, BOTH)).toHaveAttribute('aria-description', 'ODA, Labour');
});

test('deleting a tag leaves its annotations, and the dialog takes it back', async ({ running }) => {
  const { desk } = running;
  await tagThree(desk);
  await desk.note(ODA).fill('còn nguyên');
  await openCodebook(desk);
  await desk.codebook.getByRole('button', { name: words.delete }).click();
  const question = desk.codebook.getByRole('alertdialog', { name: words.deleteTitle('ODA') });
  await expect(question).toContainText(words.deleteEffect(2));
  await question.getByRole('button', { name: words.deleteConfirm }).click();
  await expect(desk.codebook.getByText(words.deleted('ODA'))).toBeVisible();
  await expect.poll(() => order(desk)).toEqual(['Labour', 'AZEC']);
  await expect(desk.marks()).toHaveCount(3);

  await desk.codebook.getByRole('button', { name: words.undo }).click();
  await expect.poll(() => order(desk)).toEqual(['ODA', 'Labour', 'AZEC']);
  await expect(desk.tagRow('ODA')).toHaveAccessibleDescription(/^2 annotations/);
  await closeCodebook(desk);
  await expect(tagsOf(desk, BOTH)).toHaveAttribute('aria-description', 'ODA, Labour');
  await expect(desk.note(ODA)).toHaveValue('còn nguyên');
});

test('a deletion that cannot be taken back is told in the dialog', async ({ running }) => {
  const { page, desk } = running;
  await openCodebook(desk);
  await desk.codebook.getByRole('button', { name: words.delete }).click();
  await desk.codebook.getByRole('button', { name: words.deleteConfirm }).click();
  await expect(desk.codebook.getByText(words.deleted('ODA'))).toBeVisible();
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
  });
  await desk.codebook.getByRole('button', { name: words.undo }).click();
  await expect(desk.codebook.getByRole('status')).toHaveText(
    texts.notices.stepFailed('QuotaExceededError'),
  );
  await expect.poll(() => order(desk)).toEqual(['Labour', 'AZEC']);
});

test('long names break no layout', async ({ running }) => {
  const { page, desk } = running;
  const overflowing = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('nav, aside, [role="dialog"]')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.tagName),
    );
  await openCodebook(desk);
  await addTag(desk, LONG);
  await addTag(desk, UNBROKEN);
  expect(await overflowing()).toEqual([]);
  await closeCodebook(desk);
  await desk.dragOver(ODA);
  const toolbar = await desk.annotateToolbar.boundingBox();
  const width = await page.evaluate(() => innerWidth);
  expect(toolbar?.x).toBeGreaterThanOrEqual(0);
  expect((toolbar?.x ?? 0) + (toolbar?.width ?? width)).toBeLessThanOrEqual(width);
  await page.keyboard.press('4');
  await page.keyboard.press('5');
  await expect(tagsOf(desk, ODA)).toHaveAttribute('aria-description', `${LONG}, ${UNBROKEN}`);
  await expect(desk.card(ODA)).toContainText(UNBROKEN);
  expect(await overflowing()).toEqual([]);
  await desk.tool('Brief').click();
  await expect(desk.brief.getByRole('region', { name: 'Preview' })).toContainText(LONG);
  expect(await overflowing()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(desk.keys).toContainText(UNBROKEN);
  expect(await overflowing()).toEqual([]);
});

test('the whole codebook is kept by keyboard, and is there after a restart', async ({ start }) => {
  const { app, page, desk } = await start();
  await desk.ready();
  const { keyboard } = page;
  const button = (name: string) => desk.codebook.getByRole('button', { name, exact: true });
  await desk.tabTo(page.getByRole('toolbar', { name: 'Window' }).getByRole('button'));
  await desk.tabTo(desk.tool('Codebook'), 'ArrowRight');
  await keyboard.press('Enter');
  await expect(desk.tagRow('ODA')).toBeFocused();

  await desk.tabTo(field(desk, words.newTag));
  await keyboard.type('Thuế');
  await keyboard.press('Enter');
  await expect(desk.tagRow('Thuế')).toHaveAttribute('aria-selected', 'true');
  await desk.tabTo(field(desk, words.name));
  await keyboard.press('Control+a');
  await keyboard.type('Thuế quan');
  await keyboard.press('Enter');
  await expect(desk.tagRow('Thuế quan')).toBeVisible();
  await desk.tabTo(field(desk, words.description));
  await keyboard.type('Thuế nhập khẩu');
  await desk.tabTo(desk.codebook.getByRole('radio'));
  await keyboard.press('ArrowRight');
  await expect(desk.codebook.getByRole('radio', { checked: true })).toBeFocused();
  await desk.tabTo(desk.codebook.getByRole('combobox', { name: words.key, exact: true }));
  await keyboard.press('9');
  await desk.tabTo(button(words.moveUp));
  await keyboard.press('Enter');
  await expect.poll(() => order(desk)).toEqual(['ODA', 'Labour', 'Thuế quan', 'AZEC']);

  const rows = desk.codebook.getByRole('listbox', { name: 'Tags' }).getByRole('option');
  await desk.tabTo(rows, 'Shift+Tab');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(desk.tagRow('Labour')).toHaveAttribute('aria-selected', 'true');
  await desk.tabTo(button(words.merge));
  await keyboard.press('Enter');
  await desk.tabTo(button(words.mergeConfirm));
  await keyboard.press('Enter');
  await expect.poll(() => order(desk)).not.toContain('Labour');
  await desk.tabTo(button(words.delete));
  await keyboard.press('Enter');
  await desk.tabTo(button(words.deleteConfirm));
  await keyboard.press('Enter');
  await expect.poll(() => order(desk)).toHaveLength(2);
  const left = await order(desk);
  await keyboard.press('Escape');
  await expect(desk.codebook).toBeHidden();
  await expect(desk.tool('Codebook')).toBeFocused();
  await app.close();

  const second = await start();
  await second.desk.ready();
  await openCodebook(second.desk);
  expect(await order(second.desk)).toEqual(left);
  await second.desk.tagRow('Thuế quan').click();
  await expect(field(second.desk, words.description)).toHaveValue('Thuế nhập khẩu');
  const key = second.desk.codebook.getByRole('combobox', { name: words.key, exact: true });
  await expect(key).toHaveValue('9');
});
