import { checkName, freeName, nameKey, newTag, TAG_NAME_LIMIT } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { graphemeStart } from '../text/graphemes.ts';
import { toNfc } from '../text/normalise.ts';
import { guidOf, uuidFor } from './guid.ts';
import type { RefiCode } from './refi-model.ts';
import { type OwnTag, textAsMeant } from './refi-own-data.ts';
import { nearestColour } from './tag-colours.ts';

/** The codes of a file as tags. */
export interface MappedCodes {
  /** By the GUID of the code, in lower case. */
  readonly tagIds: ReadonlyMap<string, string>;
  /** Tags that the file brings: those of our own files as they are there, and new ones. */
  readonly tags: readonly Tag[];
}

/** Between the name of a code and those of the codes that it is nested in. */
const WITHIN = ' / ';

const leafOf = ({ path }: RefiCode) => path.at(-1) ?? '';

class Mapping {
  readonly #codebook: Tag[];
  readonly #byName: Map<string, Tag>;
  readonly #byGuid: ReadonlyMap<string, Tag>;
  readonly #leaves = new Map<string, number>();
  readonly #tagIds = new Map<string, string>();
  readonly #tags: Tag[] = [];

  constructor(codes: readonly RefiCode[], codebook: readonly Tag[]) {
    this.#codebook = [...codebook];
    this.#byName = new Map(codebook.map((tag) => [nameKey(tag.name), tag]));
    this.#byGuid = new Map(codebook.map((tag) => [guidOf('tag', tag.id), tag]));
    for (const code of codes) {
      const key = nameKey(leafOf(code));
      this.#leaves.set(key, (this.#leaves.get(key) ?? 0) + 1);
    }
  }

  get result(): MappedCodes {
    return { tagIds: this.#tagIds, tags: this.#tags };
  }

  take(code: RefiCode, own: OwnTag | undefined, isUsed: boolean): void {
    const guid = code.guid ?? uuidFor('code', ...code.path);
    if (this.#tagIds.has(guid)) return;
    const known = own ? this.#asOurs(code, own) : (this.#byGuid.get(guid) ?? this.#named(code));
    // Groups of codes are codes that nothing may be coded with.
    const tag = known ?? (code.isCodable || isUsed ? this.#asNew(guid, code) : undefined);
    if (tag) this.#tagIds.set(guid, tag.id);
  }

  #asOurs(code: RefiCode, { id, name, description, order, shortcut }: OwnTag): Tag {
    const tag: Tag = {
      id,
      name: textAsMeant(leafOf(code), name) || id,
      description: textAsMeant(code.description, description),
      colour: nearestColour(code.colour) ?? 'slate',
      ...(shortcut !== undefined && { shortcut }),
      order,
    };
    this.#tags.push(tag);
    return tag;
  }

  /** A tag of ours of that name; of the last part of it alone when no other code of the file has that. */
  #named(code: RefiCode): Tag | undefined {
    const leaf = nameKey(leafOf(code));
    const whole = this.#byName.get(nameKey(code.path.join(WITHIN)));
    return whole ?? (this.#leaves.get(leaf) === 1 ? this.#byName.get(leaf) : undefined);
  }

  #asNew(guid: string, code: RefiCode): Tag {
    const made = newTag(this.#codebook, guid, this.#nameFor(guid, code));
    if (!made.ok) throw new Error(`no name for the code ${guid}: ${made.reason.kind}`);
    const colour = nearestColour(code.colour) ?? made.value.colour;
    const tag = { ...made.value, description: toNfc(code.description), colour };
    this.#codebook.push(tag);
    this.#tags.push(tag);
    return tag;
  }

  #nameFor(guid: string, code: RefiCode): string {
    const names = [code.path.join(WITHIN), leafOf(code)];
    const fitting = names.find((name) => checkName([], name).ok);
    const shortened = toNfc(leafOf(code));
    const cut = shortened.slice(0, graphemeStart(shortened, TAG_NAME_LIMIT)).trim();
    return freeName(this.#codebook, fitting ?? (cut === '' ? guid : cut));
  }
}

/**
 * Finds the tag for each code: one of ours with the same id, then one of the same name (composed, without case), and
 * else a new one, whose id is the code's GUID.
 * @param own what our own files say besides, by GUID.
 * @param used the GUIDs of codes that something is coded with.
 */
export function mapCodes(
  codes: readonly RefiCode[],
  codebook: readonly Tag[],
  own: ReadonlyMap<string, OwnTag> = new Map(),
  used: ReadonlySet<string> = new Set(),
): MappedCodes {
  const mapping = new Mapping(codes, codebook);
  for (const code of codes) {
    const { guid = '' } = code;
    mapping.take(code, own.get(guid), used.has(guid));
  }
  return mapping.result;
}
