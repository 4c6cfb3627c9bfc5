import { readGuid } from './guid.ts';
import { childOf, childrenOf, type XmlElement } from './read-xml.ts';
import { INTERNAL, SOURCES_FOLDER } from './refi-terms.ts';

/*
 * A REFI-QDA project as it is written, without what it means here. Every tool leaves out something, so that all but
 * the shape of the elements is optional.
 */

export interface RefiCode {
  readonly guid: string | undefined;
  /** Its name after those of the codes that it is nested in. */
  readonly path: readonly string[];
  readonly description: string;
  readonly colour: string | undefined;
  readonly isCodable: boolean;
}

/** What selections and notes have in common. */
export interface RefiItem {
  readonly guid: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
  readonly notes: readonly string[];
  readonly created: string | undefined;
  readonly modified: string | undefined;
}

export interface RefiSelection extends RefiItem {
  /** As the file counts; `NaN` for what is no number. */
  readonly start: number;
  readonly end: number;
}

export interface RefiText extends RefiItem {
  /** As it is in the file, ends of lines and all; absent where there is no plain text. */
  readonly text: string | undefined;
  /** Whether there should be plain text. */
  readonly isText: boolean;
  readonly selections: readonly RefiSelection[];
}

export interface RefiProject {
  readonly origin: string;
  readonly created: string | undefined;
  readonly codes: readonly RefiCode[];
  readonly sources: readonly RefiText[];
  readonly notes: ReadonlyMap<string, RefiText>;
  /** Notes that are linked with selections, by the selection's GUID. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
  /** Pictures, recordings and PDFs, with how many selections each has. */
  readonly notText: readonly { readonly name: string; readonly count: number }[];
}

/** The text files of the archive, by their paths in lower case. */
export type RefiFiles = ReadonlyMap<string, string>;

const guidIn = (element: XmlElement, attribute = 'guid') =>
  readGuid(element.attributes.get(attribute));

function targetsOf(elements: readonly XmlElement[]): string[] {
  return elements.flatMap((element) => guidIn(element, 'targetGUID') ?? []);
}

function readItem(element: XmlElement): RefiItem {
  const codings = childrenOf(element, 'Coding');
  return {
    guid: guidIn(element),
    name: element.attributes.get('name') ?? '',
    description: childOf(element, 'Description')?.text ?? '',
    codes: targetsOf(codings.flatMap((coding) => childrenOf(coding, 'CodeRef'))),
    // Some tools hang a note on the coding instead.
    notes: targetsOf([element, ...codings].flatMap((within) => childrenOf(within, 'NoteRef'))),
    created: element.attributes.get('creationDateTime'),
    modified: element.attributes.get('modifiedDateTime'),
  };
}

function readNumber(text: string | undefined): number {
  return /^\s*\d{1,12}\s*$/.test(text ?? '') ? Number(text) : Number.NaN;
}

function readSelection(element: XmlElement): RefiSelection {
  return {
    ...readItem(element),
    start: readNumber(element.attributes.get('startPosition')),
    end: readNumber(element.attributes.get('endPosition')),
  };
}

/** The file that a path of a source means: in the archive by rights; a relative one may have been put into it. */
function fileAt(files: RefiFiles, path: string): string | undefined {
  const plain = path.replace(/^[a-z]+:\/*/i, '').toLowerCase();
  const last = plain.split(/[\\/]/).at(-1) ?? '';
  const places = path.startsWith(INTERNAL) ? [plain] : [plain, last];
  const paths = places.flatMap((place) => [`${SOURCES_FOLDER}/${place}`, place]);
  return paths.map((at) => files.get(at)).find((text) => text !== undefined);
}

function readText(element: XmlElement, files: RefiFiles): RefiText {
  const path = element.attributes.get('plainTextPath');
  const content = childOf(element, 'PlainTextContent')?.text;
  return {
    ...readItem(element),
    text: content ?? (path === undefined ? undefined : fileAt(files, path)),
    isText: content !== undefined || path !== undefined,
    selections: childrenOf(element, 'PlainTextSelection').map(readSelection),
  };
}

/** Codes in the order of the file, those within others after them. */
export function readCodes(
  codes: XmlElement | undefined,
  above: readonly string[] = [],
): RefiCode[] {
  return childrenOf(codes, 'Code').flatMap((code) => {
    const path = [...above, code.attributes.get('name') ?? ''];
    const read = {
      guid: guidIn(code),
      path,
      description: childOf(code, 'Description')?.text ?? '',
      colour: code.attributes.get('color'),
      isCodable: !/^(?:false|0)$/i.test(code.attributes.get('isCodable') ?? 'true'),
    };
    return [read, ...readCodes(code, path)];
  });
}

/** But for those in the text that a PDF was read as: it is a source of its own. */
function countSelections(element: XmlElement): number {
  return element.children
    .filter(({ name }) => name !== 'Representation')
    .reduce(
      (sum, child) => sum + Number(child.name.endsWith('Selection')) + countSelections(child),
      0,
    );
}

/** The text that a PDF was read as is a text like others. */
function representationOf(source: XmlElement, files: RefiFiles): RefiText[] {
  const name = source.attributes.get('name') ?? '';
  return childrenOf(source, 'Representation').map((text) => ({ ...readText(text, files), name }));
}

function readLinks(links: XmlElement | undefined, isNote: (guid: string) => boolean) {
  const linked = new Map<string, string[]>();
  for (const link of childrenOf(links, 'Link')) {
    const ends = ['originGUID', 'targetGUID'].flatMap((end) => guidIn(link, end) ?? []);
    const note = ends.find(isNote);
    const other = ends.find((guid) => guid !== note);
    if (note && other) linked.set(other, [...(linked.get(other) ?? []), note]);
  }
  return linked;
}

/** @param root the `Project` element. */
export function readModel(root: XmlElement, files: RefiFiles): RefiProject {
  const all = childOf(root, 'Sources')?.children ?? [];
  const others = all.filter(({ name }) => name !== 'TextSource');
  const notes = new Map(
    childrenOf(childOf(root, 'Notes'), 'Note').flatMap((element) => {
      const note = readText(element, files);
      return note.guid ? [[note.guid, note] as const] : [];
    }),
  );
  return {
    origin: root.attributes.get('origin') ?? '',
    created: root.attributes.get('creationDateTime'),
    codes: readCodes(childOf(childOf(root, 'CodeBook'), 'Codes')),
    sources: all.flatMap((source) =>
      source.name === 'TextSource' ? [readText(source, files)] : representationOf(source, files),
    ),
    notes,
    linked: readLinks(childOf(root, 'Links'), (guid) => notes.has(guid)),
    notText: others.map((source) => ({
      name: source.attributes.get('name') ?? '',
      count: countSelections(source),
    })),
  };
}
