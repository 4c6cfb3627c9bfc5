import {
  checkName,
  firstFree,
  nameKey,
  nameVariants,
  TAG_NAME_LIMIT,
  tagFinder,
  tagNamed,
} from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { graphemeStart } from '../text/graphemes.ts';
import { dropInvisible, toNfc } from '../text/normalise.ts';
import { guidOf, isUuid, uuidFor } from './guid.ts';
import type { RefiCode } from './refi-model.ts';
import type { Notes, Said } from './refi-notes.ts';
import { type OwnTag, textAsMeant } from './refi-own-data.ts';
import { nearestColour } from './tag-colours.ts';

/** The codes of a file as tags. */
export interface MappedCodes {
  /**
   * The tag of the code that a reference means.
   * @returns `unresolved` when the file has no such code; `ambiguous` when it has several that are different tags.
   */
  readonly tagOf: (target: string) => Resolved;
  /** The ids of all tags that are codes of the file. */
  readonly tagIds: ReadonlySet<string>;
  /** Tags that the file brings: those of our own files as they are there, and new ones. */
  readonly tags: readonly Tag[];
}

export type Resolved = { readonly tagId: string } | 'unresolved' | 'ambiguous';

/** Between the name of a code and those of the codes that it is nested in. */
const WITHIN = ' / ';

const leafOf = ({ path }: RefiCode) => path.at(-1) ?? '';
const pathOf = ({ path }: RefiCode) => path.join(WITHIN);

/** What references may call a code: its identifier, or its name where it has none. */
const callOf = (code: RefiCode) => code.id ?? leafOf(code).trim();

/** The tags that references mean: by the identifier as it is written, then without case. */
class References {
  readonly #exact = new Map<string, Set<string>>();
  readonly #folded = new Map<string, Set<string>>();

  add(call: string, tagId: string): void {
    for (const [index, key] of [
      [this.#exact, call],
      [this.#folded, call.toLowerCase()],
    ] as const) {
      index.set(key, (index.get(key) ?? new Set()).add(tagId));
    }
  }

  find(target: string): Resolved {
    const found = this.#exact.get(target) ?? this.#folded.get(target.toLowerCase());
    const [tagId] = found ?? [];
    if (tagId === undefined) return 'unresolved';
    return found?.size === 1 ? { tagId } : 'ambiguous';
  }
}

class Mapping {
  readonly #notes: Notes;
  /** Ours and the new ones. */
  readonly #codebook: Tag[];
  readonly #ours: (name: string) => Tag | undefined;
  readonly #byGuid: ReadonlyMap<string, Tag>;
  readonly #names: Set<string>;
  readonly #leaves = new Map<string, number>();
  /** Tags of ours that a code of the file is already. */
  readonly #claimed: Set<string>;
  /** The ids of tags, by the UUIDs of codes. */
  readonly #ids = new Map<string, string>();
  /** The paths of codes, by their UUIDs in the file. */
  readonly #paths = new Map<string, string>();
  readonly #references = new References();
  /** Tags that the file brings, by id. */
  readonly #tags = new Map<string, Tag>();

  constructor(codes: readonly RefiCode[], codebook: readonly Tag[], notes: Notes) {
    this.#notes = notes;
    this.#codebook = [...codebook];
    this.#ours = tagFinder(codebook);
    this.#byGuid = new Map(codebook.map((tag) => [guidOf('tag', tag.id), tag]));
    this.#names = new Set(codebook.map((tag) => nameKey(tag.name)));
    this.#claimed = new Set(codes.flatMap(({ id }) => this.#byGuid.get(id ?? '')?.id ?? []));
    for (const code of codes) {
      const key = nameKey(leafOf(code));
      this.#leaves.set(key, (this.#leaves.get(key) ?? 0) + 1);
    }
  }

  get result(): MappedCodes {
    return {
      tagOf: (target) => this.#references.find(target),
      tagIds: new Set(this.#ids.values()),
      tags: [...this.#tags.values()],
    };
  }

  take(code: RefiCode, own: OwnTag | undefined, isUsed: boolean): void {
    code.entry.rename(pathOf(code));
    const said = this.#notes.said(code, false);
    const tagId = this.#tagFor(code, own, isUsed, said);
    if (tagId === undefined) {
      code.entry.omit('group');
      for (const { entry } of code.descriptions) entry?.omit('group');
      return;
    }
    code.entry.take(tagId);
    this.#references.add(callOf(code), tagId);
  }

  /** The id of the tag that a code is; `undefined` for a group of codes, which nothing may be coded with. */
  #tagFor(
    code: RefiCode,
    own: OwnTag | undefined,
    isUsed: boolean,
    said: Said,
  ): string | undefined {
    const guid = this.#guidFor(code);
    const known = this.#ids.get(guid);
    if (known !== undefined) return this.#describeAgain(known, code, said);
    if (own) this.#addOurs(guid, code, own, said);
    else {
      const ours = this.#byGuid.get(guid) ?? this.#named(code);
      if (ours) this.#describeOurs(guid, ours, code, said);
      else if (code.isCodable || isUsed) this.#addNew(guid, code, said);
    }
    return this.#ids.get(guid);
  }

  /** A UUID that is the code's alone: what is no UUID, or stands twice, is told apart by the code's path. */
  #guidFor(code: RefiCode): string {
    const { id, path } = code;
    if (id === undefined) return uuidFor('code', ...path);
    const key = nameKey(pathOf(code));
    if (!isUuid(id) || (this.#paths.get(id) ?? key) !== key) return uuidFor('code', id, ...path);
    this.#paths.set(id, key);
    return id;
  }

  #addOurs(guid: string, code: RefiCode, own: OwnTag, said: Said): void {
    const { id, name, description, order, shortcut } = own;
    this.#put(guid, {
      id,
      name: textAsMeant(leafOf(code), name) || id,
      description: textAsMeant(said.note, description),
      colour: nearestColour(code.colour) ?? 'slate',
      ...(shortcut !== undefined && { shortcut }),
      order,
    });
    said.take(id);
  }

  #put(guid: string, tag: Tag): void {
    this.#ids.set(guid, tag.id);
    this.#tags.set(tag.id, tag);
  }

  /**
   * A tag of ours of that name: of the whole path, or of its last part when no other code of the file has that, or
   * of the name that the code got when it came here before. No tag is two codes.
   */
  #named(code: RefiCode): Tag | undefined {
    const leaf = leafOf(code);
    const isOnlyLeaf = this.#leaves.get(nameKey(leaf)) === 1;
    for (const name of [pathOf(code), ...(isOnlyLeaf ? [leaf] : [])]) {
      const tag = this.#ours(name);
      if (tag && !this.#claimed.has(tag.id)) return tag;
    }
    for (const name of nameVariants(baseName(code))) {
      const tag = this.#ours(name);
      if (!tag || !this.#claimed.has(tag.id)) return tag;
    }
    return undefined;
  }

  /** A tag of ours stays as it is: another description of it is told. */
  #describeOurs(guid: string, ours: Tag, code: RefiCode, said: Said): void {
    this.#ids.set(guid, ours.id);
    this.#claimed.add(ours.id);
    if (ours.description.includes(toNfc(said.note).trim())) said.take(ours.id);
    else this.#omitMemos(code);
  }

  #omitMemos(code: RefiCode): void {
    for (const { entry } of [...code.descriptions, ...this.#notes.of(code)]) {
      entry?.omit('ours-stays');
    }
  }

  /** A code that stands twice in the file is one tag, and describes it with all that is said. */
  #describeAgain(tagId: string, code: RefiCode, said: Said): string {
    const tag = this.#tags.get(tagId);
    const ours = this.#codebook.find(({ id }) => id === tagId);
    const known = tag ?? ours;
    const text = toNfc(said.note);
    if (known?.description.includes(text.trim())) said.take(tagId);
    else if (tag) {
      const description = [tag.description, text].filter((one) => one !== '').join('\n\n');
      this.#tags.set(tagId, { ...tag, description });
      said.take(tagId);
    } else this.#omitMemos(code);
    return tagId;
  }

  #addNew(guid: string, code: RefiCode, said: Said): void {
    const name = firstFree(baseName(code) || guid, (one) => this.#names.has(nameKey(one)));
    const cleaned = checkName([], name);
    const made = tagNamed(this.#codebook, guid, cleaned.ok ? cleaned.value : name);
    const colour = nearestColour(code.colour) ?? made.colour;
    const tag = { ...made, description: toNfc(said.note), colour };
    this.#codebook.push(tag);
    this.#names.add(nameKey(tag.name));
    this.#put(guid, tag);
    said.take(tag.id);
  }
}

/** What a code is called as a tag, unless that is taken: its path, its own name, or the beginning of that. */
function baseName(code: RefiCode): string {
  const fitting = [pathOf(code), leafOf(code)].find((name) => checkName([], name).ok);
  if (fitting !== undefined) return fitting;
  const leaf = toNfc(dropInvisible(leafOf(code)));
  return leaf.slice(0, graphemeStart(leaf, TAG_NAME_LIMIT)).trim();
}

/**
 * Finds the tag for each code: one of ours with the same id, then one of the same name in any spelling, and else a new
 * one, whose id is the code's GUID.
 * @param own what our own files say besides, by GUID.
 * @param targets what the codings of the file refer to.
 */
export function mapCodes(
  codes: readonly RefiCode[],
  notes: Notes,
  codebook: readonly Tag[],
  own: ReadonlyMap<string, OwnTag> = new Map(),
  targets: Iterable<string> = [],
): MappedCodes {
  const mapping = new Mapping(codes, codebook, notes);
  const used = new Set([...targets].flatMap((target) => [target, target.toLowerCase()]));
  for (const code of codes) {
    const call = callOf(code);
    const isUsed = used.has(call) || used.has(call.toLowerCase());
    mapping.take(code, own.get(code.id ?? ''), isUsed);
  }
  return mapping.result;
}
