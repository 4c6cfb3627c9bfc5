import { byCodebookOrder } from '../tag/codebook.ts';
import type { Tag } from '../tag/tag.ts';
import { guidOf } from './guid.ts';
import { rootAttributes } from './refi-terms.ts';
import { COLOUR_VALUES } from './tag-colours.ts';
import { APP_NAME } from './work.ts';
import { element, startTag, textElement } from './write-xml.ts';

function codeElement({ id, name, description, colour }: Tag): string {
  return element(
    'Code',
    { guid: guidOf('tag', id), name, isCodable: true, color: COLOUR_VALUES[colour] },
    description === '' ? [] : [textElement('Description', description)],
  );
}

/** The codes of a codebook, in its order. Neither schema allows for a list of none. */
export function codesElement(codebook: readonly Tag[]): string {
  return element('Codes', {}, codebook.toSorted(byCodebookOrder).map(codeElement));
}

/** A codebook alone: REFI-QDA's `.qdc`. */
export function* writeCodebook(codebook: readonly Tag[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield startTag('CodeBook', { ...rootAttributes('codebook'), origin: APP_NAME });
  yield codesElement(codebook);
  yield '</CodeBook>\n';
}
