import { failed, ok, type Result } from '../result.ts';
import type { Tag } from '../tag/tag.ts';
import { mapCodes } from './map-codes.ts';
import { readRefi } from './read-refi.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { isNamed } from './refi-elements.ts';
import { explainNotes, Notes } from './refi-notes.ts';
import type { ExchangeProblem, ForeignWork } from './work.ts';

/** A code alone is a list of one. */
const frameOf = (code: XmlElement): XmlElement => ({
  ...{ name: 'Codes', attributes: new Map(), text: '' },
  children: [code],
});

/** Reads a REFI-QDA codebook (`.qdc`): the tags that are not in our codebook yet. */
export function readCodebook(
  document: string,
  codebook: readonly Tag[],
): Result<ForeignWork, ExchangeProblem> {
  const root = readXml(document);
  if (!root.ok) return failed({ kind: 'damaged', detail: root.reason });
  // A list of codes that lost its frame is one still.
  if (!['codebook', 'codes', 'code'].some((name) => isNamed(root.value, name))) {
    return failed({ kind: 'not-ours', detail: `<${root.value.name}> is no codebook` });
  }
  const project = readRefi(
    isNamed(root.value, 'code') ? frameOf(root.value) : root.value,
    new Map(),
  );
  const { ledger, codes, notes, origin } = project;
  const { tags } = mapCodes(codes, new Notes(project), codebook);
  explainNotes(notes);
  return ok({
    origin,
    annotations: [],
    tags,
    leftOut: ledger.omissions.list,
    outcomes: ledger.outcomes,
  });
}
