import { isAnchored } from '../annotation/anchored.ts';
import type { Annotation } from '../annotation/annotation.ts';
import { withoutPrivateNote } from '../annotation/private-note.ts';
import { type Article, articleText } from '../article/article.ts';
import type { Tag } from '../tag/tag.ts';
import { type CodePoints, codePointsOf } from './code-points.ts';
import { uuidFor } from './guid.ts';
import {
  ANNOTATION_CONTEXT,
  annotationIri,
  articleIri,
  type Json,
  OWN_NAMESPACE,
  OWN_PREFIX,
  ours,
  TRANSLATING,
  VERSION,
} from './web-annotation-terms.ts';
import { APP_NAME } from './work.ts';

/** What is written for other programs. */
export interface ExchangeInput {
  readonly title: string;
  readonly annotations: readonly Annotation[];
  /** The articles that they are in, as far as they can be read. */
  readonly articles: readonly Article[];
  readonly codebook: readonly Tag[];
  /** Called after each annotation. */
  readonly onWritten?: () => void;
}

interface Source {
  readonly textHash: string;
  readonly text: string;
  readonly points: CodePoints;
}

type Properties = { readonly [name: string]: Json };

function bodiesOf(annotation: Annotation, tagNames: ReadonlyMap<string, string>): Properties[] {
  const { tagIds, note, translation } = annotation;
  const type = 'TextualBody';
  return [
    ...tagIds.map((id) => ({
      type,
      purpose: 'tagging',
      value: tagNames.get(id) ?? id,
      ...ours({ tag: id }),
    })),
    ...(note === '' ? [] : [{ type, purpose: 'commenting', format: 'text/markdown', value: note }]),
    ...(translation
      ? [
          {
            type,
            purpose: TRANSLATING,
            format: 'text/plain',
            value: translation.text,
            ...ours({ checked: translation.checked }),
          },
        ]
      : []),
  ];
}

function motivationOf({ tagIds, note }: Annotation): Json {
  const motivations = [
    ...(tagIds.length > 0 ? ['tagging'] : []),
    ...(note === '' ? [] : ['commenting']),
  ];
  return motivations.length > 1 ? motivations : (motivations[0] ?? 'highlighting');
}

/**
 * A passage can be counted in characters only in the text that it was chosen in. Where that is not at hand, or does
 * not have it, there is no TextPositionSelector: a wrong one would mark other words.
 */
function selectorsOf(annotation: Annotation, source: Source | undefined): Properties {
  const { position, quote, textHash } = annotation;
  const { sentence, ...standard } = quote;
  const stands = source?.textHash === textHash && isAnchored(source.text, annotation);
  const points = stands ? source.points.toPoints(position) : undefined;
  const isAsCounted = points?.start === position.start && points.end === position.end;
  return {
    selector: [
      ...(points ? [{ type: 'TextPositionSelector', ...points }] : []),
      { type: 'TextQuoteSelector', ...standard },
    ],
    ...(isAsCounted ? {} : ours({ position })),
    ...ours({ sentence }),
  };
}

function toAnnotation(
  annotation: Annotation,
  source: Source | undefined,
  tagNames: ReadonlyMap<string, string>,
): Properties {
  const { id, articleId, textHash, anchor, createdAt, updatedAt } = annotation;
  const body = bodiesOf(annotation, tagNames);
  return {
    id: annotationIri(id),
    type: 'Annotation',
    motivation: motivationOf(annotation),
    created: createdAt,
    modified: updatedAt,
    ...(body.length > 0 && { body }),
    target: {
      type: 'SpecificResource',
      source: articleIri(articleId),
      ...selectorsOf(annotation, source),
      ...ours({ textHash, anchor }),
    },
  };
}

function headOf(id: string, { title, annotations, articles, codebook }: ExchangeInput): Properties {
  return {
    '@context': [ANNOTATION_CONTEXT, { [OWN_PREFIX]: OWN_NAMESPACE }],
    id: `urn:uuid:${id}`,
    type: 'AnnotationCollection',
    label: title,
    generator: { id: 'benle://app', type: 'Software', name: APP_NAME },
    total: annotations.length,
    ...ours({ version: VERSION, tags: codebook }),
    [`${OWN_PREFIX}:articles`]: articles.map(({ id, title, date, language, textHash }) => ({
      id: articleIri(id),
      ...ours({ title, date, language, textHash }),
    })),
  };
}

/**
 * The annotations as a W3C AnnotationCollection with one page, in JSON-LD, one annotation a line. Private notes are
 * left out.
 * @returns pieces of the file, in order; one an annotation.
 */
export function* writeWebAnnotations(input: ExchangeInput): Generator<string> {
  const sources = new Map<string, Source>();
  for (const article of input.articles) {
    const text = articleText(article);
    sources.set(article.id, { textHash: article.textHash, text, points: codePointsOf(text) });
  }
  const tagNames = new Map(input.codebook.map(({ id, name }) => [id, name]));
  const ids = input.annotations.map(({ id }) => id);
  const collection = uuidFor('collection', input.title, ...ids);
  const page = {
    id: `urn:uuid:${uuidFor('page', collection)}`,
    type: 'AnnotationPage',
    partOf: `urn:uuid:${collection}`,
    startIndex: 0,
  };
  const head = { ...headOf(collection, input), last: page.id };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "first": `;
  yield `${JSON.stringify(page).slice(0, -1)},"items":[`;
  let separator = '\n';
  for (const annotation of input.annotations) {
    const source = sources.get(annotation.articleId);
    yield separator +
      JSON.stringify(toAnnotation(withoutPrivateNote(annotation), source, tagNames));
    separator = ',\n';
    input.onWritten?.();
  }
  yield '\n]}\n}\n';
}
