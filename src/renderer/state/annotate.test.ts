import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Article } from '../../domain/article/article.ts';
import { aDatabase } from '../db/database.testing.ts';
import { highlightSelection } from './annotate.ts';
import { NOWHERE, updateView, useView } from './view.ts';
import { aWorkspace } from './workspace.testing.ts';

const ARTICLE: Article = {
  id: 'article-1',
  title: 'Tin vắn',
  titleBasis: 'printed',
  date: '2023-12-18',
  dateBasis: 'printed',
  language: 'vi',
  origin: 'bundled',
  blocks: [{ kind: 'paragraph', text: 'Đối tác số một về ODA' }],
  textHash: 'hash',
};
const SELECTION = { start: 0, end: 7 };

beforeEach(() => updateView({ ...NOWHERE, selection: SELECTION }));

test('what is highlighted becomes active', async () => {
  const workspace = await aWorkspace(await aDatabase());
  await highlightSelection(workspace, ARTICLE);
  const [made] = workspace.annotations.ofArticle(ARTICLE.id);
  expect(made?.quote.exact).toBe('Đối tác');
  expect(useView.getState().activeId).toBe(made?.id);
});

test('a highlight that is saved late does not call back an analyst who has gone on', async () => {
  const workspace = await aWorkspace(await aDatabase());
  const highlighting = highlightSelection(workspace, ARTICLE);
  updateView(NOWHERE);
  await highlighting;
  expect(workspace.annotations.ofArticle(ARTICLE.id)).toHaveLength(1);
  expect(useView.getState().activeId).toBeUndefined();
  const again = highlightSelection(workspace, ARTICLE);
  updateView({ selection: { start: 8, end: 10 } });
  const another = highlightSelection(workspace, ARTICLE);
  updateView({ activeId: 'another' });
  await Promise.all([again, another]);
  expect(useView.getState().activeId).toBe('another');
});

test('of two highlights made one right after the other, the later is active', async () => {
  const workspace = await aWorkspace(await aDatabase());
  const first = highlightSelection(workspace, ARTICLE);
  updateView({ selection: { start: 8, end: 10 } });
  await Promise.all([first, highlightSelection(workspace, ARTICLE)]);
  const later = workspace.annotations
    .ofArticle(ARTICLE.id)
    .find(({ position }) => position.start === 8);
  expect(useView.getState().activeId).toBe(later?.id);
});
