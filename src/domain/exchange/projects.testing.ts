import fc from 'fast-check';
import { type Article, articleText } from '../article/article.ts';
import { hashOf } from './exchange.testing.ts';
import { uuidFor } from './guid.ts';
import { element, textElement, xmlText } from './write-xml.ts';

/*
 * Projects as other tools write them, with every oddity that has been seen: identifiers of many kinds, things in other
 * places than the standard has them, wrappers, prefixes, odd paths. What must come of each is known.
 */

/** A passage that must be in the rows. */
export interface ExpectedPassage {
  readonly quote: string;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
}

export interface GeneratedProject {
  readonly document: string;
  /** By their paths in the archive. */
  readonly files: ReadonlyMap<string, string>;
  /** Of the project itself. */
  readonly path: string;
  readonly article: Article;
  readonly passages: readonly ExpectedPassage[];
  /** How many things of each kind must be told, of those that the generator has put there to be told. */
  readonly told: Readonly<Record<string, number>>;
}

const SUBJECTS = ['Chính phủ', 'Bộ Tài chính', 'Tỉnh Nghệ An', 'Nhật Bản', 'JICA', 'Quốc hội'];
const VERBS = ['cho biết', 'đề nghị', 'ký kết', 'giải ngân', 'tiếp nhận 😀', 'phê duyệt'];

/** Sentences of which no two are alike. */
const SENTENCES = SUBJECTS.flatMap((subject, at) =>
  VERBS.map((verb, other) => `${subject} ${verb} dự án số ${at * VERBS.length + other + 10}.`),
);

function articleOf(sentences: readonly string[]): Article {
  const blocks = sentences.map((text) => ({ kind: 'paragraph' as const, text }));
  return {
    id: 'article-1',
    title: 'Bài báo',
    titleBasis: 'printed',
    date: '2023-12-18',
    dateBasis: 'inferred',
    language: 'vi',
    origin: 'bundled',
    blocks,
    textHash: hashOf(articleText({ blocks })),
  };
}

/** How a tool writes identifiers. */
const ID_STYLES = {
  plain: (id: string) => id,
  capitals: (id: string) => id.toUpperCase(),
  braces: (id: string) => `{${id.toUpperCase()}}`,
  hex: (id: string) => id.replaceAll('-', ''),
  spaced: (id: string) => ` ${id}\n`,
  urn: (id: string) => `urn:uuid:${id}`,
} as const;
type IdStyle = keyof typeof ID_STYLES;

const idStyle = fc.constantFrom(...(Object.keys(ID_STYLES) as IdStyle[]));

/** Ids are numbers in the shape; whether they are UUIDs is the project's choice. */
const shape = fc.record({
  sentences: fc.shuffledSubarray(SENTENCES, { minLength: 6, maxLength: 12 }),
  areUuids: fc.boolean(),
  defined: idStyle,
  referred: idStyle,
  codes: fc.array(fc.record({ inside: fc.boolean(), memo: fc.constantFrom('', 'text', 'note') }), {
    minLength: 1,
    maxLength: 5,
  }),
  codeFrame: fc.constantFrom('CodeBook/Codes', 'Codes', 'CodeBook', '', 'CodeBook/Codes/Group'),
  nesting: fc.constantFrom('', 'SubCodes', 'Children/Codes'),
  coding: fc.constantFrom('Coding', '', 'Codings/Coding', 'Coding/Codes'),
  sourceFrame: fc.constantFrom('Sources', 'Sources/Documents', ''),
  selectionFrame: fc.constantFrom('', 'Selections', 'PlainTextSelections/Group'),
  noteFrame: fc.constantFrom('Notes', '', 'Memos/Notes'),
  prefix: fc.constantFrom('', 'qda:', 'ns0:'),
  attributes: fc.constantFrom('as they are', 'lower', 'upper'),
  passages: fc.array(
    fc.record({
      sentence: fc.nat(),
      codes: fc.array(fc.nat(), { maxLength: 3 }),
      note: fc.constantFrom('', 'description', 'inline', 'ref', 'coding ref', 'link', 'own text'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  missingCodes: fc.nat({ max: 2 }),
  text: fc.constantFrom('inline', 'internal', 'relative', 'nfd', 'percent', 'folder', 'backslash'),
  unsupported: fc.boolean(),
  pictures: fc.nat({ max: 2 }),
});
type Shape = typeof shape extends fc.Arbitrary<infer One> ? One : never;

/** Elements around others, the outermost first. */
function within(frame: string, inside: string): string {
  const names = frame === '' ? [] : frame.split('/');
  return names.reduceRight((all, name) => element(name, {}, [all]), inside);
}

class Writing {
  readonly #shape: Shape;
  readonly #article: Article;
  readonly #notes: string[] = [];
  readonly #links: string[] = [];

  constructor(of: Shape) {
    this.#shape = of;
    this.#article = articleOf(of.sentences);
  }

  #id(name: string, style: IdStyle): string {
    const { areUuids } = this.#shape;
    // What is no GUID cannot be written without hyphens or as a URN.
    if (!areUuids) return style === 'braces' || style === 'spaced' ? ` ${name} ` : name;
    return ID_STYLES[style](uuidFor('generated', name));
  }

  #guid = (name: string) => this.#id(name, this.#shape.defined);
  #ref = (name: string) => this.#id(name, this.#shape.referred);

  #note(name: string, text: string): string {
    return element('Note', { guid: this.#guid(name) }, [textElement('PlainTextContent', text)]);
  }

  #noteRef(name: string): string {
    return element('NoteRef', { targetGUID: this.#ref(name) });
  }

  #codes(): string {
    const { codes, nesting, codeFrame } = this.#shape;
    let nested = '';
    const all: string[] = [];
    for (const [at, { inside, memo }] of [...codes.entries()].toReversed()) {
      if (memo === 'note') this.#notes.push(this.#note(`memo-${at}`, `Ghi chú của mã ${at}`));
      const code = element('Code', { guid: this.#guid(`code-${at}`), name: `Mã ${at}` }, [
        ...(memo === 'text' ? [textElement('Description', `Mô tả ${at}`)] : []),
        ...(memo === 'note' ? [this.#noteRef(`memo-${at}`)] : []),
        ...(nested === '' ? [] : [within(nesting, nested)]),
      ]);
      nested = inside && at > 0 ? code : '';
      if (nested === '') all.unshift(code);
    }
    return within(codeFrame, all.join(''));
  }

  /** What a code is called as a tag. */
  tagOf(at: number): string {
    const { codes } = this.#shape;
    const above = codes[at]?.inside && at > 0 ? `${this.tagOf(at - 1)} / ` : '';
    return `${above}Mã ${at}`;
  }

  #selection(at: number, { sentence, codes, note }: Shape['passages'][number]): string {
    const { sentences, coding, codes: all } = this.#shape;
    const text = articleText(this.#article);
    const quote = sentences[sentence % sentences.length] ?? '';
    const start = [...text.slice(0, text.indexOf(quote))].length;
    const said = `Ghi chú số ${at}`;
    const name = `note-${at}`;
    if (['ref', 'coding ref', 'link'].includes(note)) this.#notes.push(this.#note(name, said));
    if (note === 'link') this.#link(name, `selection-${at}`);
    const refs = codes.map((code) =>
      element('CodeRef', { targetGUID: this.#ref(`code-${code % all.length}`) }),
    );
    const isOnCoding = note === 'coding ref' && coding !== '' && refs.length > 0;
    const inCoding = isOnCoding ? this.#noteRef(name) : '';
    return element(
      'PlainTextSelection',
      {
        guid: this.#guid(`selection-${at}`),
        startPosition: start,
        endPosition: start + [...quote].length,
      },
      [
        ...(note === 'description' ? [textElement('Description', said)] : []),
        ...(note === 'inline'
          ? [element('Note', { name: 'x' }, [textElement('PlainTextContent', said)])]
          : []),
        ...(note === 'own text' ? [`<Note>${xmlText(said)}</Note>`] : []),
        ...(note === 'ref' || (note === 'coding ref' && !isOnCoding) ? [this.#noteRef(name)] : []),
        ...refs.map((ref) => within(coding, ref + inCoding)),
      ],
    );
  }

  #link(note: string, other: string): void {
    this.#links.push(
      element('Link', {
        guid: this.#guid(`link-${note}`),
        originGUID: this.#ref(note),
        targetGUID: this.#ref(other),
      }),
    );
  }

  #source(): string {
    const { passages, text, selectionFrame, missingCodes } = this.#shape;
    const selections = passages.map((passage, at) => this.#selection(at, passage));
    const lost = Array.from({ length: missingCodes }, (_, at) => this.#lostCoding(at));
    const path = this.#places().path;
    const body = within(selectionFrame, [...selections, ...lost].join(''));
    const content = textElement('PlainTextContent', articleText(this.#article));
    return element(
      'TextSource',
      { guid: this.#guid('source'), name: 'Bài báo', ...(path !== '' && { plainTextPath: path }) },
      text === 'inline' ? [content, body] : [body],
    );
  }

  /** A coding with a code that is not in the file, of a passage of its own. */
  #lostCoding(at: number): string {
    return element('PlainTextSelection', { startPosition: at, endPosition: at + 4 }, [
      within('Coding', element('CodeRef', { targetGUID: this.#ref(`gone-${at}`) })),
    ]);
  }

  /** Where the source's text is, and what the project calls that place. */
  #places(): { readonly path: string; readonly file: string } {
    const places = {
      inline: ['', ''],
      internal: ['internal://Bài báo.txt', 'sources/Bài báo.txt'],
      relative: ['relative:///Tài liệu/Bài báo.txt', 'Sources/Bài báo.txt'],
      nfd: ['internal://Bài báo.txt', 'sources/Bài báo.txt'.normalize('NFD')],
      percent: [`internal://${encodeURIComponent('Bài báo.txt')}`, 'sources/Bài báo.txt'],
      folder: ['internal://Bài báo.txt', 'project/Sources/BÀI BÁO.TXT'],
      backslash: ['internal://Bài báo.txt', 'sources\\Bài báo.txt'],
    } as const;
    const [path, file] = places[this.#shape.text];
    return { path, file };
  }

  #unsupported(): string {
    const { unsupported, pictures } = this.#shape;
    const picture = (at: number) =>
      element('PictureSource', { guid: this.#guid(`picture-${at}`), name: 'Ảnh' }, [
        element('PictureSelection', { firstX: 1 }, [
          within('Coding', element('CodeRef', { targetGUID: this.#ref('code-0') })),
        ]),
      ]);
    const all = Array.from({ length: pictures }, (_, at) => picture(at));
    if (!unsupported) return all.join('');
    const coded = element('CodeRef', { targetGUID: this.#ref('code-0') });
    return [
      ...all,
      element('Cases', {}, [element('Case', { name: 'Nghệ An' }, [coded])]),
      element('Sets', {}, [element('Set', { name: 'Nhóm' }, [element('MemberCode', {})])]),
      element('Graphs', {}, [element('Graph', { name: 'Sơ đồ' }, [element('Vertex', {})])]),
      element('Users', {}, [element('User', { name: 'An' })]),
    ].join('');
  }

  write(): GeneratedProject {
    const { sourceFrame, noteFrame, prefix, attributes, text } = this.#shape;
    const codes = this.#codes();
    const source = within(sourceFrame, this.#source());
    const inside = [
      codes,
      source,
      within(noteFrame, this.#notes.join('')),
      element('Links', {}, this.#links),
      this.#unsupported(),
    ];
    const root = element('Project', { name: 'Dự án', origin: 'X' }, inside);
    const { file } = this.#places();
    const path = text === 'folder' ? 'project/Project.QDE' : 'project.qde';
    return {
      document: `<?xml version="1.0" encoding="utf-8"?>\n${dress(root, prefix, attributes)}`,
      files: new Map(file === '' ? [] : [[file, articleText(this.#article)]]),
      path,
      article: this.#article,
      passages: this.#expected(),
      told: this.#told(),
    };
  }

  #expected(): ExpectedPassage[] {
    const { passages, sentences, codes } = this.#shape;
    const found = new Map<string, { tags: Set<string>; notes: string[] }>();
    for (const [at, { sentence, codes: coded, note }] of passages.entries()) {
      const quote = sentences[sentence % sentences.length] ?? '';
      const passage = found.get(quote) ?? { tags: new Set(), notes: [] };
      for (const code of coded) passage.tags.add(this.tagOf(code % codes.length));
      if (note !== '') passage.notes.push(`Ghi chú số ${at}`);
      found.set(quote, passage);
    }
    return [...found].map(([quote, { tags, notes }]) => ({ quote, tags: [...tags], notes }));
  }

  #told(): Record<string, number> {
    const { missingCodes, unsupported, pictures } = this.#shape;
    const all = {
      'coding/unresolved': missingCodes,
      'source/not-text': pictures,
      'selection/not-text': pictures,
      'coding/not-text': pictures,
      'case/unsupported': Number(unsupported),
      'coding/unsupported': Number(unsupported),
      'set/unsupported': Number(unsupported),
      'graph/unsupported': Number(unsupported),
      'user/unsupported': Number(unsupported),
    };
    return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
  }
}

/** The same document with a name space prefix, or attributes in another case. */
function dress(document: string, prefix: string, attributes: string): string {
  const named = document.replace(/<(\/?)(?=[A-Z])/g, `<$1${prefix}`);
  const space = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const spaced = named.replace('Project ', `Project ${space}="urn:QDA-XML:project:1.0" `);
  if (attributes === 'as they are') return spaced;
  return spaced.replace(
    / (guid|targetGUID|originGUID|startPosition|endPosition|plainTextPath)=/g,
    (name) => (attributes === 'lower' ? name.toLowerCase() : name.toUpperCase()),
  );
}

export const aProject: fc.Arbitrary<GeneratedProject> = shape.map((of) => new Writing(of).write());
