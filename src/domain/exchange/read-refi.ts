import { readFileId } from './guid.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import type { OmissionReason, Thing } from './omissions.ts';
import type { XmlElement } from './read-xml.ts';
import {
  attributeOf,
  hasWithin,
  isNamed,
  type Kind,
  kindOf,
  saysSomething,
  unsupportedThing,
} from './refi-elements.ts';
import { FileIndex, type RefiFiles } from './refi-files.ts';
import type {
  RefiCode,
  RefiItem,
  RefiLink,
  RefiProject,
  RefiRef,
  RefiText,
  RefiUser,
} from './refi-model.ts';

/** While its element is read, what is found within it is added. */
type Open<Item> = {
  -readonly [Name in keyof Item]: Item[Name] extends readonly (infer One)[] ? One[] : Item[Name];
};

/** Where an element stands: what the things in it belong to. */
interface Place {
  /** The nearest item around it; `undefined` right in the project, or in a thing that the app has no place for. */
  readonly item: Open<RefiItem> | undefined;
  /** The nearest source or note around it. */
  readonly text: Open<RefiText> | undefined;
  /** The names of the codes around it. */
  readonly path: readonly string[];
  /** Why things here are not taken over, if all of them are not. */
  readonly reason: OmissionReason | undefined;
}

function readNumber(text: string | undefined): number {
  return /^\s*\d{1,12}\s*$/.test(text ?? '') ? Number(text) : Number.NaN;
}

/**
 * Walks the elements of a project or codebook once. Elements that no format knows are wrappers: what is in them
 * belongs to what is around them.
 */
class Walk {
  readonly ledger = new Ledger();
  readonly codes: RefiCode[] = [];
  readonly sources: RefiText[] = [];
  readonly notes: RefiText[] = [];
  readonly links: Open<RefiLink>[] = [];
  readonly users: RefiUser[] = [];
  readonly #noteRefs: Open<RefiRef>[] = [];
  /** All identifiers, by what they are without case. */
  readonly #ids = new Map<string, Set<string>>();
  readonly #files: FileIndex;

  constructor(files: FileIndex) {
    this.#files = files;
  }

  children(element: XmlElement, place: Place): void {
    for (const child of element.children) this.#element(child, place);
  }

  readonly #readers: Readonly<Record<Kind, (element: XmlElement, place: Place) => void>> = {
    code: (element, place) => this.#code(element, place),
    selection: (element, place) => this.#selection(element, place),
    source: (element, place) => this.#source(element, place),
    representation: (element, place) => this.#representation(element, place),
    note: (element, place) => this.#note(element, place),
    description: (element, place) => this.#memo(element, place),
    plaintextcontent: (element, place) => this.#content(element, place),
    unsupported: (element, place) => this.#unsupported(element, place),
    coding: (element, place) => this.#coding(element, place),
    coderef: (element, place) => this.#codeRef(element, place),
    noteref: (element, place) => this.#noteRef(element, place),
    link: (element, place) => this.#link(element, place),
    user: (element, place) => this.#user(element, place),
    container: (element, place) => this.#wrapper(element, place),
    part: (element, place) => this.#part(element, place),
    unknown: (element, place) => this.#unknown(element, place),
  };

  #element(element: XmlElement, place: Place): void {
    this.#readers[kindOf(element)](element, place);
  }

  /** An element that only holds others. */
  #wrapper(element: XmlElement, place: Place): void {
    this.strayText(element, place);
    this.children(element, place);
  }

  #unknown(element: XmlElement, place: Place): void {
    if (saysSomething(element)) this.#other(element, place);
    this.children(element, place);
  }

  /** Parts are known within what they are parts of. */
  #part(element: XmlElement, place: Place): void {
    const isKnown = place.reason === 'unsupported' || place.text !== undefined;
    if (!isKnown) this.#other(element, place);
    this.children(element, place);
  }

  #other(element: XmlElement, place: Place): void {
    const name = attributeOf(element, 'name') || `<${element.name}>`;
    this.#enter('other', 'unreadable', place, name);
  }

  #user(element: XmlElement, place: Place): void {
    const entry = this.#enterNamed('user', 'unsupported', element, place);
    this.users.push({ entry, id: readFileId(attributeOf(element, 'guid')) });
    this.#wrapper(element, place);
  }

  /** A coding is one for each code that it refers to. */
  #coding(element: XmlElement, place: Place): void {
    if (!hasWithin(element, 'coderef')) this.#enter('coding', 'unreadable', place, '');
    this.#wrapper(element, place);
  }

  #enter(thing: Thing, reason: OmissionReason, place: Place, name: string): LedgerEntry {
    const around = place.item?.name ?? '';
    return this.ledger.enter(thing, place.reason ?? reason, name.trim() === '' ? around : name);
  }

  #enterNamed(thing: Thing, reason: OmissionReason, element: XmlElement, place: Place) {
    return this.#enter(thing, reason, place, attributeOf(element, 'name') ?? '');
  }

  /** Text beside elements, where no format has any. */
  strayText(element: XmlElement, place: Place): void {
    if (element.text.trim() !== '') this.#enter('text', 'unreadable', place, element.text);
  }

  #open(element: XmlElement, entry: LedgerEntry): Open<RefiItem> {
    const id = readFileId(attributeOf(element, 'guid'));
    if (id !== undefined) {
      const key = id.toLowerCase();
      this.#ids.set(key, (this.#ids.get(key) ?? new Set()).add(id));
    }
    return {
      entry,
      id,
      name: attributeOf(element, 'name') ?? '',
      descriptions: [],
      codings: [],
      noteRefs: [],
      ownNotes: [],
      created: attributeOf(element, 'creationDateTime'),
      modified: attributeOf(element, 'modifiedDateTime'),
    };
  }

  #code(element: XmlElement, place: Place): void {
    this.strayText(element, place);
    const path = [...place.path, attributeOf(element, 'name') ?? ''];
    const code = {
      ...this.#open(element, this.#enterNamed('code', 'unreadable', element, place)),
      path,
      colour: attributeOf(element, 'color'),
      isCodable: !/^(?:false|0)$/i.test(attributeOf(element, 'isCodable')?.trim() ?? 'true'),
    };
    this.codes.push(code);
    this.children(element, { ...place, item: code, text: undefined, path });
  }

  #selection(element: XmlElement, place: Place): void {
    const isText = isNamed(element, 'plaintextselection');
    this.strayText(element, place);
    const reason = isText ? 'no-passage' : 'not-text';
    const selection = {
      ...this.#open(element, this.#enterNamed('selection', reason, element, place)),
      start: readNumber(attributeOf(element, 'startPosition')),
      end: readNumber(attributeOf(element, 'endPosition')),
      isText,
    };
    place.text?.selections.push(selection);
    this.children(element, {
      ...place,
      item: selection,
      reason: place.reason ?? (isText ? undefined : 'not-text'),
    });
  }

  #note(element: XmlElement, place: Place): void {
    const note = this.#openText(element, this.#enterNamed('note', 'no-passage', element, place));
    if (element.text.trim() !== '') note.text = element.text;
    note.isText ||= note.text !== undefined;
    this.notes.push(note);
    place.item?.ownNotes.push(note);
    this.#within(element, note, place);
    if (note.name.trim() === '') note.entry.rename(note.text ?? '');
  }

  #source(element: XmlElement, place: Place): void {
    this.strayText(element, place);
    const entry = this.#enterNamed('source', 'not-text', element, place);
    const source = this.#openText(element, entry);
    this.sources.push(source);
    this.#within(element, source, place);
  }

  /** A text that a source was read as. */
  #representation(element: XmlElement, place: Place): void {
    this.strayText(element, place);
    const entry = this.#enterNamed('source', 'not-text', element, place);
    const text = this.#openText(element, entry);
    if (text.name === '') text.name = place.text?.name ?? '';
    // What a place in a picture or on a page was read as is no text to find an article by.
    if (place.reason === undefined) (place.text?.representations ?? this.sources).push(text);
    this.#within(element, text, place);
  }

  #openText(element: XmlElement, entry: LedgerEntry): Open<RefiText> {
    const isText = attributeOf(element, 'plainTextPath') !== undefined;
    return {
      ...this.#open(element, entry),
      text: undefined,
      isText,
      selections: [],
      representations: [],
    };
  }

  /** Reads what is within a text. A text that is in the project itself counts before one in a file. */
  #within(element: XmlElement, text: Open<RefiText>, place: Place): void {
    this.children(element, { ...place, item: text, text, path: [] });
    const path = attributeOf(element, 'plainTextPath');
    if (path !== undefined) text.text ??= this.#files.find(path);
  }

  /** The text of a source or a note. A second one of a source is told, since there is no telling which one counts. */
  #content(element: XmlElement, place: Place): void {
    const { text: around, item } = place;
    const isOfText = around !== undefined && item === around;
    if (isOfText && around.text === undefined) {
      around.text = element.text;
      around.isText = true;
    } else if (isOfText && around.entry.thing === 'source' && around.text !== element.text) {
      this.#enter('text', 'ambiguous', place, element.text);
    } else if (!isOfText || around.text !== element.text) this.#addMemo(element, place);
    this.children(element, place);
  }

  #memo(element: XmlElement, place: Place): void {
    this.#addMemo(element, place);
    this.children(element, place);
  }

  #addMemo({ text }: XmlElement, place: Place): void {
    const isBlank = text.trim() === '';
    const memo = isBlank ? { text } : { text, entry: this.#memoEntry(text, place) };
    place.item?.descriptions.push(memo);
  }

  #memoEntry(text: string, place: Place): LedgerEntry {
    return this.#enter('note', 'no-passage', place, text);
  }

  #codeRef(element: XmlElement, place: Place): void {
    const target = readFileId(attributeOf(element, 'targetGUID'));
    const reason = target === undefined ? 'unreadable' : 'no-passage';
    const entry = this.#enter('coding', reason, place, '');
    place.item?.codings.push({ target, entry });
    this.#wrapper(element, place);
  }

  #noteRef(element: XmlElement, place: Place): void {
    const target = readFileId(attributeOf(element, 'targetGUID'));
    const reason = target === undefined ? 'unreadable' : 'unresolved';
    // A reference to a note that is there counts as taken over, wherever it stands: what the note says is told.
    const entry = this.ledger.enter('reference', reason, place.item?.name ?? '');
    const ref = { target, entry };
    this.#noteRefs.push(ref);
    place.item?.noteRefs.push(ref);
    this.#wrapper(element, place);
  }

  /** The identifier that is meant: as it is written, or else the only one that differs in case alone. */
  #meant(target: string): string {
    const ids = this.#ids.get(target.toLowerCase()) ?? new Set();
    const [only] = ids;
    return ids.has(target) || ids.size !== 1 || only === undefined ? target : only;
  }

  /** What references mean is known when all is read. */
  resolve(): void {
    const known = new Set(this.notes.map(({ id }) => id));
    for (const ref of this.#noteRefs) {
      if (ref.target === undefined) continue;
      ref.target = this.#meant(ref.target);
      if (known.has(ref.target)) ref.entry.take(ref.target);
    }
    for (const link of this.links) link.ends = link.ends.map((end) => this.#meant(end));
  }

  #link(element: XmlElement, place: Place): void {
    const name = attributeOf(element, 'name') ?? '';
    const ends = ['originGUID', 'targetGUID'].flatMap(
      (end) => readFileId(attributeOf(element, end)) ?? [],
    );
    this.links.push({ entry: this.ledger.enter('link', 'unsupported', name), ends });
    this.#wrapper(element, place);
  }

  #unsupported(element: XmlElement, place: Place): void {
    const thing = unsupportedThing(element) ?? 'other';
    this.#enterNamed(thing, 'unsupported', element, place);
    this.strayText(element, place);
    this.children(element, { item: undefined, text: undefined, path: [], reason: 'unsupported' });
  }
}

/**
 * Reads a project or a codebook.
 * @param root the outermost element.
 * @param folder that the project's file is in within the archive.
 */
export function readRefi(root: XmlElement, files: RefiFiles, folder = ''): RefiProject {
  const walk = new Walk(new FileIndex(files, folder));
  const top: Place = { item: undefined, text: undefined, path: [], reason: undefined };
  walk.strayText(root, top);
  walk.children(root, top);
  walk.resolve();
  const { ledger, codes, sources, notes, links, users } = walk;
  return {
    ledger,
    origin: attributeOf(root, 'origin') ?? '',
    created: attributeOf(root, 'creationDateTime'),
    codes,
    sources,
    notes,
    links,
    users,
  };
}
