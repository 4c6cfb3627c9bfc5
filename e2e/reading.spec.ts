import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { ARTICLES, type BundledArticle, rawText, storedText } from './fixtures/articles.ts';
import type { Desk } from './fixtures/desk.ts';

/** How many elements of each kind a reader finds, counted on the raw files. Bylines are paragraphs to assistive tools. */
const KINDS: readonly (readonly [BundledArticle, Readonly<Record<string, number>>])[] = [
  [ARTICLES.meetJapan, { h1: 1, h2: 2, figcaption: 3, p: 35 }],
  [ARTICLES.upgrade, { h1: 0, h2: 0, figcaption: 0, p: 15 }],
  [ARTICLES.visit, { h1: 0, h2: 3, figcaption: 1, p: 52 }],
  [ARTICLES.interview, { h1: 1, h2: 0, figcaption: 3, p: 16 }],
  [ARTICLES.forum, { h1: 0, h2: 0, figcaption: 4, p: 31 }],
];

const BOILERPLATE = /leave a reply|please enter|\n(?:0|111)\n/i;

test('each article is set as a page prints it, and nothing of the web page is left', async ({
  running: { desk },
}) => {
  for (const [article, counts] of KINDS) {
    await desk.open(article.title);
    const shown = desk.article(article.title);
    for (const [element, count] of Object.entries(counts)) {
      await expect(shown.locator(`> ${element}`), `${article.id}: ${element}`).toHaveCount(count);
    }
    expect(await desk.articleText()).toBe(storedText(article));
    expect(await desk.articleText()).not.toMatch(BOILERPLATE);
    expect(await desk.articleText()).not.toContain('_');
    await expect(desk.page.getByRole('heading', { name: article.title, level: 1 })).toBeVisible();
  }
});

test('the original is a button away, with what cleaning did to it', async ({
  running: { desk, page },
}) => {
  const original = page.getByRole('region', { name: 'The original file, as it is' });
  await desk.open(ARTICLES.interview.title);
  await desk.tool('Show original').click();
  await expect(original).toContainText('places of word-segmented text rejoined');
  expect(await original.locator('pre').textContent()).toBe(rawText(ARTICLES.interview));
  await expect(original.locator('pre')).toContainText('chuyến công_tác Nhật');
  await original.getByRole('button', { name: 'Back to the article' }).click();
  await expect(desk.article(ARTICLES.interview.title)).toContainText('chuyến công tác Nhật');

  await desk.open(ARTICLES.meetJapan.title);
  await desk.tool('Show original').click();
  await expect(original.getByRole('listitem')).toHaveText(
    /^5 .* left out — 0 · 111 · LEAVE A REPLY · Please enter your comment! · Please enter your name here$/,
  );
  expect(await original.locator('pre').textContent()).toBe(rawText(ARTICLES.meetJapan));
  await desk.tool('Show original').click();
  await expect(desk.article(ARTICLES.meetJapan.title)).toBeVisible();
});

/** Without case, tones, vowel marks and đ: written anew, so as not to trust the app's own folding. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

test('find takes “lao dong” for “lao động” unless tones count, and spellings of a word for one', async ({
  running: { desk, page },
}) => {
  const text = storedText(ARTICLES.visit);
  const hits = plain(text).split('lao dong').length - 1;
  expect(hits).toBeGreaterThan(5);
  await desk.open(ARTICLES.visit.title);
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in article' });
  await page.keyboard.type('lao dong');
  await expect(bar).toContainText(`1 of ${hits}`);
  const inView = { text: 'lao động', isInView: true };
  await expect.poll(() => currentHit(page)).toEqual(inView);

  await page.keyboard.press('Enter');
  await expect(bar).toContainText(`2 of ${hits}`);
  await expect.poll(() => currentHit(page)).toEqual(inView);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  // Round the end.
  await expect(bar).toContainText(`${hits} of ${hits}`);
  await expect.poll(() => currentHit(page)).toEqual(inView);

  const tones = bar.getByRole('button', { name: 'Exact tone marks' });
  await tones.click();
  await expect(bar).toContainText('No hits');
  await bar.getByRole('textbox', { name: 'Find' }).fill('LAO ĐỘNG'.normalize('NFD'));
  const exact = text.toLowerCase().split('lao động').length - 1;
  // The search goes on from where one reads: here, the last hit of before.
  await expect(bar).toContainText(`${exact} of ${exact}`);
  await expect.poll(() => currentHit(page)).toEqual(inView);
  await bar.getByRole('textbox', { name: 'Find' }).press('Escape');
  await expect(bar).toBeHidden();
  await expect(desk.article(ARTICLES.visit.title)).toBeFocused();
  await expect.poll(() => currentHit(page)).toBeUndefined();
  // What was found is selected: it can be tagged at once.
  await page.keyboard.press('2');
  await expect(desk.marks('lao động')).toBeVisible();

  // Spelt both ways in this article; with exact tones they are still the same words.
  const peace = text.match(/h(?:òa|oà) bình/giu)?.length;
  await page.keyboard.press('Control+f');
  await bar.getByRole('textbox', { name: 'Find' }).fill('hoà bình');
  await expect(bar).toContainText(`of ${peace}`);
  await bar.getByRole('textbox', { name: 'Find' }).fill('tỉ USD');
  await expect(bar).toContainText('No hits');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(bar.getByRole('button', { name: 'i = y' })).toHaveAttribute('aria-pressed', 'true');
  await expect(bar).toContainText(`of ${text.split('tỷ USD').length - 1}`);
});

/** The hit that is looked at, and whether it is on the screen: it is painted, not marked up. */
function currentHit(page: Page): Promise<{ text: string; isInView: boolean } | undefined> {
  return page.evaluate(() => {
    const [hit] = CSS.highlights.get('benle-found-current') ?? [];
    if (!hit) return undefined;
    const range = document.createRange();
    range.setStart(hit.startContainer, hit.startOffset);
    range.setEnd(hit.endContainer, hit.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return { text: range.toString(), isInView: top > 0 && bottom < innerHeight };
  });
}

/** What changes a text in an editor, and what an editor would format. */
const CHANGING_KEYS = [
  ...['Enter', 'Shift+Enter', 'Backspace', 'Delete', 'Space'],
  ...['Control+V', 'Control+Shift+V', 'Control+X', 'Control+Backspace', 'Control+Delete'],
  ...['Control+B', 'Control+I', 'Control+D', 'Control+K'],
];

test('nothing that is typed, pasted, cut, composed or dropped changes the article', async ({
  running: { desk, page },
}) => {
  const article = desk.article(ARTICLES.upgrade.title);
  const passage = 'Tuyên bố Tầm nhìn chung';
  await desk.open(ARTICLES.upgrade.title);
  const before = await desk.articleText();

  // Something to paste, by way of the system's clipboard.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('cắt dán');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Escape');
  await expect(article).toBeFocused();

  const press = (key: string) => () => page.keyboard.press(key);
  const attempts: Readonly<Record<string, () => Promise<void>>> = {
    typing: () => page.keyboard.type('xyz ăâ đư.'),
    composing: () => compose(page),
    ...Object.fromEntries(CHANGING_KEYS.map((key) => [key, press(key)])),
  };
  await article.click();
  for (const [name, attempt] of Object.entries(attempts)) {
    await attempt();
    expect(await desk.articleText(), `${name} at the caret`).toBe(before);
  }
  for (const [name, attempt] of Object.entries({ ...attempts, dragging: () => dragAway(page) })) {
    await desk.dragOver(passage);
    await attempt();
    expect(await desk.articleText(), `${name} over a selection`).toBe(before);
    await page.keyboard.press('Escape');
  }
  expect(before).toBe(storedText(ARTICLES.upgrade));
  await expect(desk.tool('Undo')).toBeDisabled();
  await expect(desk.annotations).toContainText('No annotations yet');
});

/** Types as Vietnamese input methods do: a syllable that changes under the caret until it is taken over. */
async function compose(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of ['t', 'ti', 'tiê', 'tiếng']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await session.send('Input.insertText', { text: 'tiếng' });
  await session.detach();
}

/** Takes hold of what is selected and drops it some lines below: in an editor, the words would move there. */
async function dragAway(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const line = document.getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
    return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 90, { steps: 8 });
  await page.mouse.up();
}

/** In the order of reading; the first two overlap, the last stands far below. */
const PASSAGES = {
  long: 'đứng thứ nhất về cung cấp viện trợ ODA, thứ hai về hợp tác lao động',
  short: 'thứ hai về hợp tác lao động',
  trade: 'Kim ngạch thương mại song phương năm 2022',
} as const;

test('a card stands level with its passage, and makes room for its neighbours', async ({
  running: { desk, page },
}) => {
  await desk.open(ARTICLES.visit.title);
  const far = [
    'bình diện đa phương và song phương',
    'chuyến công tác của Thủ tướng và đoàn đại biểu',
  ];
  for (const quote of far) await desk.annotate(quote, 'ODA');
  for (const quote of far) await expectLevel(desk, quote);

  // Five in one line or two: there cannot be room for each at its place.
  const close = ['Học thuyết', 'từ trái tim đến trái tim', 'Fukuda Takeo', 'năm 1977', 'nền móng'];
  for (const quote of close) await desk.annotate(quote, 'Labour');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(7);
  await expect.poll(() => gapsBetweenCards(desk)).toEqual(Array.from({ length: 6 }, () => 'apart'));
  // The one that is being worked on stands at its passage; the others give way.
  await expectLevel(desk, 'nền móng');

  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 120);
  await expectLevel(desk, 'nền móng');
});

/** What separates a card's top from its passage's may be the line's own leading. */
const LEVEL_PX = 6;

async function expectLevel(desk: Desk, quote: string): Promise<void> {
  const top = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN;
  const apart = async () =>
    Math.abs((await top(desk.card(quote))) - (await top(desk.marks(quote))));
  await expect.poll(apart, quote).toBeLessThanOrEqual(LEVEL_PX);
}

/** Of each pair of neighbours, from the top: whether there is space between them. */
async function gapsBetweenCards(desk: Desk): Promise<string[]> {
  const boxes = await desk.annotations
    .getByRole('listitem')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().toJSON() as DOMRect));
  boxes.sort((a, b) => a.top - b.top);
  return boxes.slice(1).map(({ top }, place) => {
    const gap = top - (boxes[place]?.bottom ?? 0);
    return gap > 0 ? 'apart' : `overlapping by ${-gap} px`;
  });
}

test('cards and passages lead to one another', async ({ running: { desk, page } }) => {
  await desk.open(ARTICLES.upgrade.title);
  const { long, short, trade } = PASSAGES;
  await desk.annotate(long, 'ODA');
  await desk.annotate(trade, 'Highlight');
  await desk.dragOver(short);
  await desk.annotateToolbar.getByRole('button', { name: 'Labour' }).click();
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(3);

  const top = 'Trong cuộc hội đàm ở Phủ Thủ tướng';
  await desk.annotate(top, 'AZEC');
  await expect(desk.marks(trade)).not.toBeInViewport();
  await desk.card(trade).getByRole('button', { name: trade }).focus();
  await page.keyboard.press('Enter');
  await expect(desk.marks(trade)).toBeInViewport();
  await expectActive(desk, trade);

  // The shortest is what a click means; clicking again goes on to the next longer, and round.
  const shared = desk.marks(short).last();
  for (const quote of [short, long, short]) {
    await shared.click();
    await expectActive(desk, quote);
  }
  await desk.marks(trade).click();
  await expectActive(desk, trade);

  for (const quote of [short, long, top]) {
    await page.keyboard.press('[');
    await expectActive(desk, quote);
    await expect(desk.marks(quote.slice(0, 10)).first()).toBeInViewport();
  }
  await page.keyboard.press('[');
  await expect(desk.notice).toHaveText('No highlight before this one');
  await page.keyboard.press(']');
  await expectActive(desk, long);
});

/** Only the active card offers all the tags. */
async function expectActive(desk: Desk, quote: string): Promise<void> {
  const active = desk.annotations
    .getByRole('listitem')
    .filter({ has: desk.page.getByRole('group', { name: 'Tags' }) });
  await expect(active.getByRole('button', { name: quote, exact: true })).toHaveCount(1);
  await expect(active).toHaveCount(1);
}

test('the annotations of all articles are listed, and tags narrow the list', async ({
  running: { desk, page },
}) => {
  await desk.open(ARTICLES.upgrade.title);
  await desk.annotate(PASSAGES.long, 'ODA');
  await desk.annotate(PASSAGES.trade, 'Highlight');
  await desk.open(ARTICLES.forum.title);
  const forum = 'thiếu hụt lao động, dân số già';
  await desk.annotate(forum, 'Labour');
  const quotes = () => desk.annotations.getByRole('listitem').getByRole('blockquote');
  await expect(quotes()).toHaveText([forum]);

  await desk.annotations.getByRole('radio', { name: 'All articles' }).click();
  await expect(desk.annotations.getByRole('heading', { level: 3 })).toHaveText([
    ARTICLES.upgrade.title,
    ARTICLES.forum.title,
  ]);
  await expect(quotes()).toHaveText([PASSAGES.long, PASSAGES.trade, forum]);

  const only = (tag: string) => desk.annotations.getByRole('button', { name: `Only ${tag}` });
  await only('Labour').click();
  await expect(quotes()).toHaveText([forum]);
  await only('ODA').click();
  await expect(quotes()).toHaveText([PASSAGES.long, forum]);
  await only('Labour').click();
  await only('ODA').click();
  await only('AZEC').click();
  await expect(desk.annotations).toContainText('No annotation has the chosen tags.');
  await only('AZEC').click();

  await desk.card(PASSAGES.trade).getByRole('button', { name: PASSAGES.trade }).click();
  await expect(desk.article(ARTICLES.upgrade.title)).toBeVisible();
  await expect(desk.marks(PASSAGES.trade)).toBeInViewport();
  await expect(page.getByRole('radio', { name: 'All articles' })).toBeChecked();
});
