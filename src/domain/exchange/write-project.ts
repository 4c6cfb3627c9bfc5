import { isAnchored } from '../annotation/anchored.ts';
import type { Annotation } from '../annotation/annotation.ts';
import { withoutPrivateNote } from '../annotation/private-note.ts';
import { type Article, articleText } from '../article/article.ts';
import { type CodePoints, codePointsOf } from './code-points.ts';
import { guidOf, uuidFor } from './guid.ts';
import { excerpt } from './omissions.ts';
import {
  contextOf,
  type OwnAnnotation,
  ownTagOf,
  type Shown,
  shownOf,
  unshownOf,
  writeOwnData,
} from './refi-own-data.ts';
import {
  INTERNAL,
  NOTE_NAMES,
  noteGuid,
  OWN_DATA_GUID,
  OWN_DATA_NAME,
  PROJECT_FILE,
  rootAttributes,
  SOURCES_FOLDER,
  sourceFile,
  USER_GUID,
} from './refi-terms.ts';
import { APP_NAME } from './work.ts';
import { codesElement } from './write-codes.ts';
import type { ExchangeInput } from './write-web-annotations.ts';
import { element, startTag, textElement } from './write-xml.ts';

export interface ProjectInput extends ExchangeInput {
  /** ISO day. */
  readonly created: string;
}

/** One file of the archive. */
export interface ProjectFile {
  readonly path: string;
  /** Its text, in order. */
  readonly pieces: Iterable<string>;
}

/** An article as a source, with what was highlighted in it. */
interface Source {
  readonly guid: string;
  readonly id: string;
  /** Absent when it cannot be read. */
  readonly article: Article | undefined;
  readonly text: string;
  readonly points: CodePoints;
  readonly annotations: Annotation[];
}

function sourcesOf({ annotations, articles }: ProjectInput): readonly Source[] {
  const known = new Map(articles.map((article) => [article.id, article]));
  const sources = new Map<string, Source>();
  for (const annotation of annotations) {
    const { articleId: id } = annotation;
    let source = sources.get(id);
    if (!source) {
      const article = known.get(id);
      const text = article ? articleText(article) : '';
      const points = codePointsOf(text);
      source = { guid: guidOf('article', id), id, article, text, points, annotations: [] };
      sources.set(id, source);
    }
    source.annotations.push(annotation);
  }
  return [...sources.values()];
}

/** Whether the passage may be shown in the text: anywhere else, other words would look as if they had been chosen. */
function hasPlaceIn({ article, text }: Source, annotation: Annotation): boolean {
  return article?.textHash === annotation.textHash && isAnchored(text, annotation);
}

const times = ({ createdAt, updatedAt }: Shown) => ({
  creatingUser: USER_GUID,
  creationDateTime: createdAt,
  modifyingUser: USER_GUID,
  modifiedDateTime: updatedAt,
});

const noteRef = (targetGUID: string) => element('NoteRef', { targetGUID });

class Writing {
  readonly #input: ProjectInput;
  readonly #sources: readonly Source[];
  readonly #isKnown: (tagId: string) => boolean;

  constructor(input: ProjectInput) {
    this.#input = input;
    this.#sources = sourcesOf(input);
    const known = new Set(input.codebook.map(({ id }) => id));
    this.#isKnown = (tagId) => known.has(tagId);
  }

  files(): readonly ProjectFile[] {
    const inSources = (guid: string) => `${SOURCES_FOLDER}/${sourceFile(guid)}`;
    return [
      { path: PROJECT_FILE, pieces: this.#project() },
      { path: inSources(OWN_DATA_GUID), pieces: this.#ownData() },
      ...this.#sources.map(({ guid, text }) => ({ path: inSources(guid), pieces: [text] })),
    ];
  }

  *#project(): Generator<string> {
    const { title, created, codebook } = this.#input;
    const day = `${created}T00:00:00Z`;
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield startTag('Project', {
      ...rootAttributes('project'),
      name: title || APP_NAME,
      origin: APP_NAME,
      creatingUserGUID: USER_GUID,
      creationDateTime: day,
      modifyingUserGUID: USER_GUID,
      modifiedDateTime: day,
    });
    yield element('Users', {}, [element('User', { guid: USER_GUID, name: APP_NAME })]);
    if (codebook.length > 0) yield element('CodeBook', {}, [codesElement(codebook)]);
    if (this.#sources.length > 0) yield* this.#sourceElements();
    yield* this.#notes();
    yield noteRef(OWN_DATA_GUID);
    yield '</Project>\n';
  }

  *#sourceElements(): Generator<string> {
    yield '\n<Sources>';
    for (const source of this.#sources) {
      const { guid, id, article, annotations } = source;
      yield '\n';
      yield startTag('TextSource', {
        guid,
        name: article?.title ?? id,
        plainTextPath: INTERNAL + sourceFile(guid),
        creatingUser: USER_GUID,
        ...(article && { creationDateTime: `${article.date}T00:00:00Z` }),
      });
      for (const annotation of annotations) {
        if (!hasPlaceIn(source, annotation)) continue;
        yield `\n${this.#selection(source, annotation)}`;
        this.#input.onWritten?.();
      }
      for (const annotation of annotations) {
        if (!hasPlaceIn(source, annotation)) yield noteRef(guidOf('annotation', annotation.id));
      }
      yield '</TextSource>';
    }
    yield '\n</Sources>';
  }

  #shown(annotation: Annotation): Shown {
    return shownOf(annotation, this.#isKnown);
  }

  /** What selections, and notes in their stead, say about a passage: coded with its tags, and with its notes. */
  #about(guid: string, { tagIds, note, translation, createdAt }: Shown): readonly string[] {
    return [
      ...tagIds.map((tagId) =>
        element(
          'Coding',
          {
            guid: uuidFor('coding', guid, tagId),
            creatingUser: USER_GUID,
            creationDateTime: createdAt,
          },
          [element('CodeRef', { targetGUID: guidOf('tag', tagId) })],
        ),
      ),
      ...(note === '' ? [] : [noteRef(noteGuid(guid, 'note'))]),
      ...(translation ? [noteRef(noteGuid(guid, 'translation'))] : []),
    ];
  }

  #selection({ points }: Source, annotation: Annotation): string {
    const guid = guidOf('annotation', annotation.id);
    const shown = this.#shown(annotation);
    const { start, end } = points.toPoints(annotation.position);
    return element(
      'PlainTextSelection',
      {
        guid,
        name: excerpt(annotation.quote.exact),
        startPosition: start,
        endPosition: end,
        ...times(shown),
      },
      [
        // Some tools show what describes a selection, some its notes, few both.
        ...(shown.note === '' ? [] : [textElement('Description', shown.note)]),
        ...this.#about(guid, shown),
      ],
    );
  }

  *#notes(): Generator<string> {
    yield '\n<Notes>\n';
    yield element('Note', {
      guid: OWN_DATA_GUID,
      name: OWN_DATA_NAME,
      plainTextPath: INTERNAL + sourceFile(OWN_DATA_GUID),
      creatingUser: USER_GUID,
    });
    for (const source of this.#sources) {
      for (const annotation of source.annotations) {
        if (!hasPlaceIn(source, annotation)) {
          yield `\n${this.#passageNote(annotation)}`;
          this.#input.onWritten?.();
        }
        yield* this.#notesOf(annotation);
      }
    }
    yield '\n</Notes>';
  }

  /** A passage that has no place in the text of its article: kept as a note to it, coded as the passage is. */
  #passageNote(annotation: Annotation): string {
    const guid = guidOf('annotation', annotation.id);
    const shown = this.#shown(annotation);
    const { exact } = annotation.quote;
    return element('Note', { guid, name: excerpt(exact), ...times(shown) }, [
      textElement('PlainTextContent', exact),
      ...this.#about(guid, shown),
    ]);
  }

  *#notesOf(annotation: Annotation): Generator<string> {
    const guid = guidOf('annotation', annotation.id);
    const shown = this.#shown(annotation);
    const { note, translation } = shown;
    const noteElement = (of: 'note' | 'translation', name: string, text: string) =>
      `\n${element('Note', { guid: noteGuid(guid, of), name, ...times(shown) }, [
        textElement('PlainTextContent', text),
      ])}`;
    if (note !== '') yield noteElement('note', NOTE_NAMES.note, note);
    if (translation) {
      const name = translation.checked ? NOTE_NAMES.checked : NOTE_NAMES.unchecked;
      yield noteElement('translation', name, translation.text);
    }
  }

  *#ownData(): Generator<string> {
    const { codebook } = this.#input;
    const articles = this.#sources.flatMap(({ guid, id, article }) =>
      article ? [{ guid, id, textHash: article.textHash }] : [],
    );
    const tags = codebook.map((tag) => ownTagOf(guidOf('tag', tag.id), tag));
    yield* writeOwnData(articles, tags, this.#ownAnnotations());
  }

  *#ownAnnotations(): Generator<OwnAnnotation> {
    for (const source of this.#sources) {
      for (const annotation of source.annotations) {
        const { id, articleId, textHash, position, quote, anchor } = annotation;
        yield {
          guid: guidOf('annotation', id),
          id,
          ...(hasPlaceIn(source, annotation)
            ? { position, ...contextOf(source.text, annotation) }
            : { elsewhere: { articleId, textHash, position, quote } }),
          ...(anchor && { anchor }),
          ...unshownOf(annotation, this.#shown(annotation)),
        };
      }
    }
  }
}

/**
 * The annotations as a REFI-QDA project: the files of its archive. Positions are code points into the text of the
 * source, which is the article's text. Private notes are left out.
 */
export function writeProject(input: ProjectInput): readonly ProjectFile[] {
  return new Writing({ ...input, annotations: input.annotations.map(withoutPrivateNote) }).files();
}
