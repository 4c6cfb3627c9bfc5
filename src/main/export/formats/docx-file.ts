import { Document, type FileChild, type IPropertiesOptions, Packer } from 'docx';

/**
 * A Word document that is written as it grows. The library's own way is to keep all of a document as objects until
 * it is packed, which takes gigabytes for a brief of ten thousand passages.
 */
export class DocxFile {
  readonly #document: Document;
  readonly #pieces: string[] = [];

  /** @param section the one section, without what stands in it. */
  constructor(options: Omit<IPropertiesOptions, 'sections'>, section: Section) {
    this.#document = new Document({ ...options, sections: [{ ...section, children: [] }] });
  }

  /** What blocks look like in the file; its links and lists are known to the document from here on. */
  markupOf(block: FileChild): string {
    return markup(block.prepForXml(this.#context()) ?? {});
  }

  add(xml: string): void {
    this.#pieces.push(xml);
  }

  /** The whole file. */
  packed(): Promise<Uint8Array> {
    const body = this.#numbered(this.#pieces.join(''));
    const empty = markup(this.#document.Document.View.prepForXml(this.#context()) ?? {});
    // What comes last in a body says what its pages are like.
    const end = empty.lastIndexOf('<w:sectPr');
    const data = `${DECLARATION}${empty.slice(0, end)}${body}${empty.slice(end)}`;
    const path = 'word/document.xml';
    return Packer.toBuffer(this.#document, undefined, [{ path, data }]);
  }

  #context() {
    return { file: this.#document, viewWrapper: this.#document.Document, stack: [] };
  }

  /** Lists stand in the text by their names, in braces, until all of them are there to be numbered. */
  #numbered(body: string): string {
    const lists = this.#document.Numbering.ConcreteNumbering;
    const numbers = new Map(
      lists.map(({ reference, instance, numId }) => [`${reference}-${instance}`, `${numId}`]),
    );
    return body.replace(/\{([^{}]+)\}/g, (all, name) => numbers.get(name) ?? all);
  }
}

type Section = Omit<IPropertiesOptions['sections'][number], 'children'>;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(value: unknown): string {
  return String(value).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Writes XML as the library holds it: `{ name: [{ _attr: { … } }, { child: … }, 'text'] }`, or one of these alone. */
function markup(element: object): string {
  const [entry] = Object.entries(element);
  if (!entry) return '';
  const [name, value] = entry;
  let attributes = '';
  let content = '';
  for (const part of Array.isArray(value) ? value : [value]) {
    if (typeof part !== 'object' || part === null) content += escaped(part);
    else if ('_attr' in part) attributes += attributesOf(part._attr);
    else content += markup(part);
  }
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function attributesOf(attributes: object): string {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return entries.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
}
