import { readBrief } from '../src/domain/brief/read-brief.testing.ts';
import { briefWordsEn } from '../src/shared/texts/brief-words.en.ts';
import { expect, test } from './fixtures/app.ts';
import type { Desk } from './fixtures/desk.ts';
import { expectAccessible } from './fixtures/violations.ts';

const FIRST = 'đối tác số một về ODA';
const SECOND = 'thứ ba về đầu tư và du lịch';
const PLAIN = 'điểm sáng trong quan hệ';

/** What another program would be given if one pasted now, in both forms; empty as long as nothing was copied. */
async function pasted({ page }: Desk) {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.addEventListener('paste', ({ clipboardData }) => {
      field.dataset.plain = clipboardData?.getData('text/plain') ?? '';
      field.dataset.html = clipboardData?.getData('text/html') ?? '';
    });
    field.id = 'pasted';
    field.focus();
  });
  await page.keyboard.press('Control+v');
  const field = page.locator('#pasted');
  return field.evaluate((element: HTMLTextAreaElement) => {
    const html = new DOMParser().parseFromString(element.dataset.html ?? '', 'text/html');
    const found = {
      plain: (element.dataset.plain ?? '').replaceAll('\r\n', '\n'),
      quotes: [...html.querySelectorAll('blockquote')].map(({ textContent }) => textContent.trim()),
      words: html.body.textContent.trim(),
      isLive: html.querySelector('script, img, iframe') !== null,
    };
    element.remove();
    return found;
  });
}

const pastedPlain = async (desk: Desk) => (await pasted(desk)).plain;

test('a highlight is copied as it would stand in a brief, with its note, by key and by menu', async ({
  running: { desk, page },
}) => {
  await desk.annotate(FIRST, 'ODA');
  await desk.note(FIRST).fill('Hỏi lại *Bộ*');
  await desk.article(/./).focus();
  await page.keyboard.press(']');
  await page.keyboard.press('c');
  await expect(desk.notice).toContainText('Copied as Markdown');
  await expect.poll(() => pastedPlain(desk)).toMatch(/./);
  const { plain, quotes, words, isLive } = await pasted(desk);
  expect(plain).toMatch(/^> đối tác số một về ODA\n\n— \*.+\*, .+, ¶ \d+ · ODA · \[passage\]/);
  const brief = readBrief(`---\ntitle: a\n---\n# a\n\n## b\n\n${plain}`, briefWordsEn);
  expect(brief.sections[0]?.passages[0]).toMatchObject({ quote: FIRST, noteText: 'Hỏi lại Bộ' });
  expect(quotes).toEqual([FIRST]);
  expect(words).toContain('Hỏi lại Bộ');
  expect(isLive).toBe(false);

  await desk.card(FIRST).getByRole('button', { name: 'Copy' }).click();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Copy citation' }).click();
  await expect(desk.notice).toContainText('Citation copied');
  await expect.poll(() => pastedPlain(desk)).toMatch(/^“/);
  const cited = await pasted(desk);
  expect(cited.plain).toMatch(/^“đối tác số một về ODA” — .+, \d+ \w+ 20\d\d.*, ¶ \d+$/);
  expect(cited.words).toBe(cited.plain);
});

test('a selection copies the highlights in it, and words that are not highlighted are cited', async ({
  running: { desk, page },
}) => {
  await desk.annotate(FIRST, 'ODA');
  await desk.annotate(SECOND, 'Labour');
  await desk.dragOver(PLAIN);
  await desk.annotateToolbar.getByRole('button', { name: 'Copy citation' }).click();
  await expect.poll(() => pastedPlain(desk)).toMatch(/^“điểm sáng trong quan hệ” — .+, ¶ \d+$/);
  await desk.dragOver(FIRST);
  // The window follows the selection a moment later.
  const oda = desk.annotateToolbar.getByRole('button', { name: 'ODA' });
  await expect(oda).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Shift+c');
  await expect.poll(() => pastedPlain(desk)).toMatch(/^“đối tác số một về ODA” — /);
});

test('all that is listed is copied at once, as the filter has it', async ({
  running: { desk, page },
}) => {
  await desk.annotate(FIRST, 'ODA');
  await desk.annotate(SECOND, 'Labour');
  const copyAll = async (form: string) => {
    await desk.annotations.getByRole('button', { name: 'Copy those listed' }).click();
    await page.getByRole('menuitem', { name: form }).click();
  };
  await copyAll('Copy citations');
  await expect(desk.notice).toContainText('2 citations copied');
  await expect.poll(async () => (await pastedPlain(desk)).split('\n')).toHaveLength(2);
  await desk.annotations.getByRole('button', { name: 'Only Labour' }).click();
  await copyAll('Copy as Markdown');
  await expect.poll(async () => (await pasted(desk)).quotes).toEqual([SECOND]);
});
