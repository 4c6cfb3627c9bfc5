import { uuidFor } from './guid.ts';
import type { Attributes } from './write-xml.ts';

/*
 * What REFI-QDA projects and codebooks (version 1.0, www.qdasoftware.org) are called by, and what is called by names
 * of ours in them. See docs/formats/refi-qda.md.
 */

export const PROJECT_FILE = 'project.qde';
export const SOURCES_FOLDER = 'sources';
export const INTERNAL = 'internal://';

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** The attributes of a root element, by which tools find the schema. */
export function rootAttributes(kind: 'project' | 'codebook'): Attributes {
  const namespace = `urn:QDA-XML:${kind}:1.0`;
  const schema = kind === 'project' ? 'Project' : 'Codebook';
  const location = `http://schema.qdasoftware.org/versions/${schema}/v1.0/${schema}.xsd`;
  return {
    xmlns: namespace,
    'xmlns:xsi': SCHEMA_INSTANCE,
    'xsi:schemaLocation': `${namespace} ${location}`,
  };
}

export const USER_GUID = uuidFor('user');

/** The notes that belong to a passage. Their names are part of the format: they are how others' copies are known. */
export const NOTE_NAMES = {
  note: 'Note',
  checked: 'Translation (checked)',
  unchecked: 'Translation (unchecked)',
} as const;

/** The GUID of what is said of a passage: it follows from the passage's, so that writing again gives the same. */
export function noteGuid(annotationGuid: string, of: 'note' | 'translation'): string {
  return uuidFor(of, annotationGuid);
}

/** The note that holds what REFI-QDA has no room for. */
export const OWN_DATA_NAME = 'Bên Lề: what REFI-QDA has no room for';
export const OWN_DATA_GUID = uuidFor('own-data');

/** Where the text of a source lies in the archive. */
export const sourceFile = (guid: string) => `${guid}.txt`;
