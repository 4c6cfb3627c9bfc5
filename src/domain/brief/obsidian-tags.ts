import { dropInvisible, toNfc } from '../text/normalise.ts';

/** All that a tag of Obsidian's cannot hold. It allows letters, digits, `_`, `-`, and `/` between levels. */
const REFUSED = /[^\p{L}\p{M}\p{N}_/-]+/gu;

/**
 * Names of tags as Obsidian takes them: what it refuses becomes a hyphen, and one that is a number gets an underscore
 * before it. A name of which nothing is left is no tag; of two that come to the same, in small letters or
 * capitals, one stays.
 */
export function obsidianTags(names: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const name of names) {
    const tag = obsidianTag(name);
    const key = tag.toLowerCase();
    if (tag !== '' && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}

function obsidianTag(name: string): string {
  const levels = toNfc(dropInvisible(toNfc(name.toWellFormed())))
    .replace(REFUSED, '-')
    .split('/');
  const tag = levels
    .map((level) => level.replace(/-+/g, '-').replace(/^-|-$/g, ''))
    .filter((level) => level !== '')
    .join('/');
  return /^[\p{N}/-]+$/u.test(tag) ? `_${tag}` : tag;
}
