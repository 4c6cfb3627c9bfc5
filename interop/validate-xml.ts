import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Schemas of other people's formats, by the names of their files. */
export type Schema = 'Project-mrt2019.xsd';

/** The way to xmllint, as `npm test` found it. */
const { BENLE_XMLLINT: xmllint = 'xmllint' } = process.env;

/**
 * Holds an XML file against a schema, with xmllint.
 * @param file path of an XML file, such as the `project.qde` of an unpacked `.qdpx`.
 * @returns what is wrong with it, a line each; nothing when it is valid.
 * @throws where xmllint cannot be run
 */
export function validateXml(file: string, schema: Schema): string[] {
  const path = join(import.meta.dirname, 'schemas', schema);
  const { error, status, stderr } = spawnSync(
    xmllint,
    ['--noout', '--nonet', '--schema', path, file],
    {
      encoding: 'utf8',
    },
  );
  if (error) throw error;
  return status === 0 ? [] : stderr.trim().split('\n');
}
