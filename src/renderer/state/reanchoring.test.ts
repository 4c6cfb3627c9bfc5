import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { anAnnotation } from '../../domain/annotation/annotation.testing.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { quotePassage } from '../../domain/annotation/passage.ts';
import type { Article } from '../../domain/article/article.ts';
import type { LibraryEntry, OpenedArticle } from '../../shared/contract.ts';
import { repairTexts as words } from '../../shared/texts/texts.ts';
import { aDatabase, fillDisk } from '../db/database.testing.ts';
import { highlightSelection, switchTag } from './annotate.ts';
import { runCommand } from './commands.ts';
import { useLibrary } from './library.ts';
import { walkAnnotations } from './navigate.ts';
import { Reanchoring } from './reanchoring.ts';
import { accept, anchorHere, keepNote, repairsIn } from './repair.ts';
import { restoreEntry } from './trash.ts';
import { annotationToTrash } from './trash-edits.ts';
import { updateView, useView } from './view.ts';
import { aWorkspace } from './workspace.testing.ts';
import type { Workspace } from './workspace.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../platform/platform.ts', () => ({ ask }));

const QUOTE = 'Hai nước ký kết 3 công hàm về hợp tác ODA với tổng trị giá hơn 200 triệu USD';
const CHANGED = QUOTE.replace('hơn', 'gần');
const OLD = [
  'Thủ tướng đã có cuộc hội đàm với Thủ tướng Kishida Fumio tại Tokyo.',
  `Sau cuộc hội đàm, hai bên ra thông cáo. ${QUOTE}, góp phần mở ra giai đoạn mới của quan hệ.`,
  'Trong chuyến công tác, Thủ tướng còn tiếp các tập đoàn lớn đang đầu tư tại Việt Nam.',
];
const LONGER = ['Bản tin cập nhật lúc 10 giờ.', ...OLD];
const MOVED = OLD.map((text) => text.replace(QUOTE, CHANGED));
const GONE = OLD.map((text) => text.replace(QUOTE, 'Không có gì được ký'));

function article(texts: readonly string[], textHash: string, id = 'article-1'): Article {
  return {
    id,
    title: id,
    titleBasis: 'printed',
    date: '2023-12-18',
    dateBasis: 'printed',
    language: 'vi',
    origin: 'bundled',
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
    textHash,
  };
}

/** An annotation over the quote as it stood in the old text. */
function made(id: string, fields: Partial<Annotation> = {}): Annotation {
  const text = OLD.join('\n');
  const start = text.indexOf(QUOTE);
  const position = { start, end: start + QUOTE.length };
  return anAnnotation({
    id,
    textHash: 'old',
    position,
    quote: quotePassage(text, position),
    ...fields,
  });
}

/** The library of a start at which articles read like this. */
function stock(...articles: readonly Article[]): void {
  useLibrary.setState(useLibrary.getInitialState(), true);
  const opened = new Map(articles.map((each) => [each.id, { article: each } as OpenedArticle]));
  ask.mockImplementation(async (channel: string, id: string) => {
    if (channel !== 'library:read') throw new Error(channel);
    const value = opened.get(id);
    return value ? { ok: true, value } : { ok: false, reason: 'missing' };
  });
  const entries = articles.map((each): LibraryEntry => ({ state: 'readable', ...each }));
  useLibrary.setState({ entries });
}

const stops: (() => void)[] = [];

function started(reanchoring: Reanchoring): () => void {
  const stop = reanchoring.start();
  stops.push(stop);
  return stop;
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A window over these rows, and what is at work in it. */
async function setUp(...rows: readonly Annotation[]) {
  const db = await aDatabase();
  const workspace = await aWorkspace(db);
  await workspace.write(
    rows.map((row) => ({ table: 'annotations', key: row.id, change: () => row })),
    'system',
  );
  const reanchoring = new Reanchoring(workspace);
  const stop = started(reanchoring);
  await reanchoring.settled();
  const held = (id: string) => workspace.annotations.get(id);
  return { db, workspace, reanchoring, stop, held };
}

const read = () => ask.mock.calls.filter(([channel]) => channel === 'library:read').length;

beforeEach(() => {
  ask.mockReset();
  updateView(useView.getInitialState());
});

describe('when articles read otherwise than before', () => {
  test('their annotations are resolved and written, as nobody’s edit', async () => {
    stock(article(MOVED, 'new'));
    const { db, workspace, held } = await setUp(made('a', { note: 'JICA' }));
    expect(held('a')).toMatchObject({
      note: 'JICA',
      quote: { exact: CHANGED },
      anchor: { state: 'moved', textHash: 'new', accepted: false },
    });
    expect(await db.annotations.get('a')).toEqual(held('a'));
    expect((await db.changes.toArray()).map(({ kind }) => kind)).toEqual(['system', 'system']);
    expect(await workspace.undo()).toEqual([]);
  });

  test('the analyst is told how many passages need a look, and of exact ones nothing', async () => {
    stock(article(GONE, 'new'), article(LONGER, 'new', 'article-2'));
    await setUp(made('a'), made('b'), made('c', { articleId: 'article-2' }));
    expect(useView.getState().notice).toBe(words.found(2));
  });

  test('articles that read as before, or have no annotations, are not even read', async () => {
    stock(article(OLD, 'old'), article(GONE, 'new', 'article-2'));
    const { db } = await setUp(made('a'));
    expect(read()).toBe(0);
    expect(await db.changes.count()).toBe(1);
  });

  test('it is done once: the next start finds nothing to do', async () => {
    stock(article(GONE, 'new'));
    const { db, stop, workspace } = await setUp(made('a'));
    stop();
    const count = await db.changes.count();
    ask.mockReset();
    stock(article(GONE, 'new'));
    const again = new Reanchoring(workspace);
    started(again);
    await again.settled();
    expect(read()).toBe(0);
    expect(await db.changes.count()).toBe(count);
  });

  test('an article that cannot be read is left, until it can be', async () => {
    stock(article(GONE, 'new'));
    ask.mockResolvedValueOnce({ ok: false, reason: 'missing' });
    const { held, reanchoring } = await setUp(made('a'));
    expect(held('a')).toEqual(made('a'));
    const value = { article: article(GONE, 'new') } as OpenedArticle;
    useLibrary.setState({ opened: new Map([['article-1', value]]) });
    await reanchoring.settled();
    expect(held('a')?.anchor?.state).toBe('lost');
  });

  test('what cannot be written waits for “Try again”, and is not tried again and again', async () => {
    stock(article(GONE, 'new'));
    const { db, workspace, stop } = await setUp();
    stop();
    await workspace.write([{ table: 'annotations', key: 'a', change: () => made('a') }], 'system');
    const makeRoom = fillDisk(db);
    const reanchoring = new Reanchoring(workspace);
    started(reanchoring);
    await reanchoring.settled();
    expect(workspace.writer.status.getState().kind).toBe('failed');
    expect(workspace.annotations.get('a')).toEqual(made('a'));
    makeRoom();
    await workspace.retry();
    await reanchoring.settled();
    expect(workspace.annotations.get('a')?.anchor?.state).toBe('lost');
    expect(await db.changes.count()).toBe(2);
  });

  test('very many are resolved, and the window goes on meanwhile', async () => {
    const blocks = Array.from({ length: 400 }, (_, at) => `Đoạn ${at} nói về dự án số ${at}.`);
    const text = blocks.join('\n');
    const rows = blocks.map((block, at) => {
      const start = text.indexOf(block);
      const position = { start, end: start + block.length };
      return made(`a${at}`, { position, quote: quotePassage(text, position) });
    });
    stock(article(['Bản tin cập nhật.', ...blocks], 'new'));
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    const { db, workspace } = await setUp(...rows);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    const all = workspace.annotations.ofArticle('article-1');
    expect(all.filter(({ anchor, textHash }) => !anchor && textHash === 'new')).toHaveLength(400);
    // And each once.
    expect(await db.changes.count()).toBe(800);
  });
});

describe('rows that know of an older text', () => {
  async function edited(): Promise<{ workspace: Workspace } & Awaited<ReturnType<typeof setUp>>> {
    stock(article(OLD, 'old'));
    const window = await setUp(made('a'), made('b'));
    await switchTag(window.workspace, 'a', 'tag-oda');
    await window.workspace.write(annotationToTrash('b'));
    stock(article(MOVED, 'new'));
    await window.reanchoring.settled();
    return window;
  }

  test('that undo brings back are resolved at once, and what was undone is still told', async () => {
    const { workspace, reanchoring, held } = await edited();
    expect(held('a')).toMatchObject({ tagIds: ['tag-oda'], anchor: { state: 'moved' } });
    await runCommand(workspace, 'undo');
    await runCommand(workspace, 'undo');
    await reanchoring.settled();
    for (const id of ['a', 'b']) {
      expect(held(id)).toMatchObject({ tagIds: [], anchor: { state: 'moved', textHash: 'new' } });
    }
    expect(useView.getState().notice).toContain('Undone');
    await runCommand(workspace, 'redo');
    await reanchoring.settled();
    expect(held('a')).toMatchObject({ tagIds: ['tag-oda'], anchor: { state: 'moved' } });
  });

  test('that come out of the trash are resolved at once', async () => {
    const { workspace, reanchoring, held } = await edited();
    await restoreEntry(workspace, 'b');
    await reanchoring.settled();
    expect(held('b')?.anchor).toMatchObject({ state: 'moved', textHash: 'new' });
  });

  test('take the same steps of undo as ever', async () => {
    const { workspace, reanchoring, held } = await edited();
    expect(await accept(workspace, 'a')).toBe(true);
    await runCommand(workspace, 'undo');
    await reanchoring.settled();
    expect(held('a')?.anchor?.accepted).toBe(false);
    await runCommand(workspace, 'undo');
    await reanchoring.settled();
    expect(held('b')).toBeDefined();
  });
});

describe('what the analyst decides', () => {
  const text = article(MOVED, 'new');

  test.each([
    ['accepting', accept],
    ['keeping as a note', keepNote],
    [
      'anchoring elsewhere',
      (workspace: Workspace, id: string) => anchorHere(workspace, id, text, { start: 0, end: 9 }),
    ],
  ])('%s takes it off the list, and undo brings it back', async (_, decide) => {
    stock(text);
    const { workspace, held } = await setUp(made('a'), made('b'));
    const list = () => repairsIn(workspace.annotations, ['article-1']).map(({ id }) => id);
    const before = held('a');
    expect(list()).toEqual(['a', 'b']);
    expect(await decide(workspace, 'a')).toBe(true);
    expect(list()).toEqual(['b']);
    await runCommand(workspace, 'undo');
    expect(list()).toEqual(['a', 'b']);
    expect(held('a')).toEqual(before);
  });

  test('what could not be saved has not happened', async () => {
    stock(text);
    const { db, workspace } = await setUp(made('a'));
    fillDisk(db);
    expect(await accept(workspace, 'a')).toBe(false);
    expect(repairsIn(workspace.annotations, [])).toHaveLength(1);
  });
});

test('what has no place is no highlight: another one can be made where it stood, and walking passes by', async () => {
  const text = article(GONE, 'new');
  stock(text);
  const { workspace, held } = await setUp(made('a'));
  const selection = held('a')?.position;
  updateView({ articleId: text.id, selection });
  await highlightSelection(workspace, text);
  const all = workspace.annotations.ofArticle(text.id);
  expect(all).toHaveLength(2);
  updateView({ activeId: undefined });
  expect(walkAnnotations(workspace, 1, 0)?.id).not.toBe('a');
});

describe('rows of former versions', () => {
  const { sentence, ...quote } = made('a').quote;

  test('get the sentence around their passage, once, while their text is at hand', async () => {
    stock(article(OLD, 'old'));
    const { held, workspace, reanchoring } = await setUp(made('a', { quote }), made('b'));
    expect(held('a')).toEqual(made('a'));
    expect(sentence).toBeDefined();
    const writing = vi.spyOn(workspace, 'write');
    await workspace.write(
      [{ table: 'annotations', key: 'b', change: (row) => row && { ...row, note: 'x' } }],
      'edit',
    );
    await reanchoring.settled();
    expect(writing).toHaveBeenCalledTimes(1);
  });

  test('stay as they are when the article is another already', async () => {
    stock(article(LONGER, 'new'));
    const { held } = await setUp(made('a', { quote }));
    expect(held('a')).toMatchObject({ textHash: 'new', quote: { exact: QUOTE } });
    expect(held('a')?.anchor).toBeUndefined();
  });
});
