import { getCellAddress, sanitizeAttributeValue } from 'write-excel-file/utility';

/** A cell, counted from 0, and where it leads. */
export interface CellLink {
  readonly row: number;
  readonly column: number;
  readonly url: string;
}

/** What Excel takes on a sheet ("Excel specifications and limits"). Further links stay text. */
const MOST_LINKS = 65_530;

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** A `Feature` of write-excel-file, which cannot link by itself: cells that can be clicked. */
export function linkingCells(all: readonly CellLink[]) {
  const links = all.slice(0, MOST_LINKS);
  const elements = links.map(
    ({ row, column }, index) =>
      `<hyperlink ref="${getCellAddress(row, column)}" r:id="link-${index}"/>`,
  );
  const relationships = links.map(
    ({ url }, index) =>
      `<Relationship Id="link-${index}" Type="${HYPERLINK}" Target="${sanitizeAttributeValue(url)}" TargetMode="External"/>`,
  );
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // No text stands in this file, so that the end of the rows is there once.
          transform: (xml: string) =>
            links.length === 0
              ? xml
              : xml.replace(
                  '</sheetData>',
                  () => `</sheetData><hyperlinks>${elements.join('')}</hyperlinks>`,
                ),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: () => relationships.join('') },
      },
    },
  };
}
