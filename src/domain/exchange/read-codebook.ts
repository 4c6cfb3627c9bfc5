import { failed, ok, type Result } from '../result.ts';
import type { Tag } from '../tag/tag.ts';
import { mapCodes } from './map-codes.ts';
import { childOf, readXml } from './read-xml.ts';
import { readCodes } from './refi-model.ts';
import type { ExchangeProblem, ForeignWork } from './work.ts';

/** Reads a REFI-QDA codebook (`.qdc`): the tags that are not in our codebook yet. */
export function readCodebook(
  document: string,
  codebook: readonly Tag[],
): Result<ForeignWork, ExchangeProblem> {
  const root = readXml(document);
  if (!root.ok) return failed({ kind: 'damaged', detail: root.reason });
  if (root.value.name !== 'CodeBook') {
    return failed({ kind: 'not-ours', detail: `<${root.value.name}> is no codebook` });
  }
  const codes = readCodes(childOf(root.value, 'Codes'));
  return ok({
    origin: root.value.attributes.get('origin') ?? '',
    annotations: [],
    tags: mapCodes(codes, codebook).tags,
    leftOut: [],
  });
}
