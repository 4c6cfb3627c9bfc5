import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateXml } from './validate-xml.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-xml-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problemsOf(xml: string): string[] {
  const file = join(folder, 'project.qde');
  writeFileSync(file, xml);
  return validateXml(file, 'Project-mrt2019.xsd');
}

const codebook = (code: string) =>
  `<CodeBook xmlns="urn:QDA-XML:project:1.0"><Codes>${code}</Codes></CodeBook>`;
const project = (attributes: string) =>
  `<Project xmlns="urn:QDA-XML:project:1.0" ${attributes}></Project>`;

test('a project that follows the schema is valid', () => {
  expect(problemsOf(project('name="Quan hệ Việt Nam – Nhật Bản"'))).toEqual([]);
});

test('one that does not is refused, and it is said why', () => {
  expect(problemsOf(project('title="ODA"')).join('\n')).toMatch(/title.*not allowed/s);
  expect(problemsOf(codebook('')).join('\n')).not.toBe('');
  expect(problemsOf('<Project').join('\n')).not.toBe('');
});
