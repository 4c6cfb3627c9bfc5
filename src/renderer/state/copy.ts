import type { Annotation, TextPositionSelector } from '../../domain/annotation/annotation.ts';
import { createAnnotation } from '../../domain/annotation/edit.ts';
import { hasPlace } from '../../domain/annotation/reanchor.ts';
import { type Article, articleText } from '../../domain/article/article.ts';
import type { BriefPassage } from '../../domain/brief/brief.ts';
import { composeBrief } from '../../domain/brief/compose-brief.ts';
import {
  citation,
  citationHtml,
  passagesToHtml,
  passagesToMarkdown,
} from '../../domain/brief/copy-passage.ts';
import { FIRST_PLAN } from '../../domain/brief/saved-brief.ts';
import { briefWords, texts } from '../../shared/texts/texts.ts';
import { readCodebook } from '../db/live.ts';
import { copyToClipboard, type Flavours } from '../platform/clipboard.ts';
import { newId, now } from './ids.ts';
import { readArticle, useLibrary } from './library.ts';
import { tell, useView } from './view.ts';
import type { Workspace } from './workspace.ts';

const words = texts.copy;

/** What passages are copied as: as they stand in a brief, or as one cites them. */
export type CopyForm = 'markdown' | 'citation';

/** More take too long to write while the analyst waits; a brief has no such limit. */
const MOST = 500;

/** Copies passages, article by article in reading order. */
export async function copyPassages(
  workspace: Workspace,
  annotations: readonly Annotation[],
  form: CopyForm,
): Promise<void> {
  if (annotations.length > MOST) return tell(words.tooMany(MOST));
  await workspace.drafts.finish();
  const typed = annotations.map((each) => workspace.annotations.get(each.id) ?? each);
  const passages = await passagesOf(workspace, typed);
  const done = copyToClipboard(FORMS[form](passages));
  tell(done ? words.copied[form](passages.length) : words.refused);
}

/**
 * What the keys copy: the highlights that the selection touches, or else its words; without a selection, the active
 * annotation. Words that are not highlighted have no link, and are cited in either case.
 */
export async function copyInView(
  workspace: Workspace,
  article: Article | undefined,
  form: CopyForm,
): Promise<void> {
  const { selection, activeId } = useView.getState();
  if (selection && article) {
    const touched = touchedBy(workspace, article, selection);
    if (touched.length > 0) return copyPassages(workspace, touched, form);
    return copyPassages(workspace, [unsaved(article, selection)], 'citation');
  }
  const active = workspace.annotations.get(activeId ?? '');
  if (!active) return tell(words.selectFirst);
  await copyPassages(workspace, [active], form);
}

function touchedBy(
  workspace: Workspace,
  { id }: Article,
  { start, end }: TextPositionSelector,
): Annotation[] {
  return workspace.annotations
    .ofArticle(id)
    .filter((one) => hasPlace(one) && one.position.start < end && start < one.position.end);
}

/** Selected words as an annotation that nobody keeps. */
function unsaved({ id, textHash, ...article }: Article, position: TextPositionSelector) {
  const text = articleText(article);
  return createAnnotation({
    ...{ id: newId(), articleId: id, textHash, text, position, tagIds: [], now: now() },
  });
}

async function passagesOf(
  workspace: Workspace,
  annotations: readonly Annotation[],
): Promise<readonly BriefPassage[]> {
  const ids = [...new Set(annotations.map(({ articleId }) => articleId))];
  const read = await Promise.all(ids.map(readArticle));
  const entries = useLibrary.getState().entries ?? [];
  const order = new Map(entries.map(({ id }, place) => [id, place]));
  const articles = read.flatMap((opened) => opened?.article ?? []);
  const { sections } = composeBrief({
    title: '',
    created: '',
    plan: { ...FIRST_PLAN, arrangement: { ...FIRST_PLAN.arrangement, groupBy: 'article' } },
    codebook: await readCodebook(workspace.db),
    articles: articles.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    unavailable: entries,
    annotations,
  });
  return sections.flatMap(({ passages }) => passages);
}

const FORMS: Readonly<Record<CopyForm, (passages: readonly BriefPassage[]) => Flavours>> = {
  markdown: (passages) => ({
    plain: passagesToMarkdown(passages, briefWords),
    html: passagesToHtml(passages, briefWords),
  }),
  citation: (passages) => ({
    plain: passages.map((passage) => citation(passage, briefWords)).join('\n'),
    html: passages.map((passage) => citationHtml(passage, briefWords)).join('\n'),
  }),
};
