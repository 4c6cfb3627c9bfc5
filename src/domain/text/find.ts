import { type FoldedText, type Folding, foldText } from './fold.ts';

/** Where a hit stands, in UTF-16 code units of the original text; `end` is exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/**
 * Every place, from the beginning and without overlaps, where the folded query stands in the folded text.
 * White space at the query's ends and its amount inside do not count.
 * @param haystack folded with the same `folding`.
 */
export function findAll(haystack: FoldedText, query: string, folding: Folding): Hit[] {
  const needle = foldText(query.normalize('NFC').replace(/\s+/gu, ' ').trim(), folding).text;
  if (needle === '') return [];
  const hits: Hit[] = [];
  let from = haystack.text.indexOf(needle);
  while (from >= 0) {
    const to = from + needle.length;
    hits.push({ start: haystack.origins[from] ?? 0, end: haystack.origins[to] ?? 0 });
    from = haystack.text.indexOf(needle, to);
  }
  return hits;
}
