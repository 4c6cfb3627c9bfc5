import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config from '../.dependency-cruiser.mjs';
import packageJson from '../package.json' with { type: 'json' };
import { at } from './lib/paths.mjs';

/** File -> what it imports, and the rule that must refuse it (none: all of it is allowed). */
const PLANTED = [
  ['src/domain/good.ts', "export type A = 1; import './brief/good.ts';"],
  ['src/domain/good.test.ts', "import 'vitest'; import 'fast-check'; import 'node:fs';"],
  ['src/domain/a.ts', "import 'zod';", 'domain-imports'],
  ['src/domain/b.ts', "import type { Stats } from 'node:fs';", 'domain-imports'],
  ['src/domain/c.ts', "import { type LexicalNode } from 'lexical';", 'domain-imports'],
  ['src/domain/d.ts', "export type * from 'lexical';", 'domain-imports'],
  ['src/domain/e.ts', "const x = await import('dexie');", 'domain-imports'],
  ['src/domain/f.ts', "import { toMarkdown } from 'mdast-util-to-markdown';", 'domain-imports'],
  ['src/domain/g.ts', "import { t } from '../../tools/t.mjs';", 'domain-imports'],
  ['src/domain/good.testing.ts', "import 'commonmark';"],
  ['src/domain/h.ts', "import './good.testing.ts';", 'tests-are-leaves'],
  ['src/domain/i.ts', "import './nowhere.ts';", 'not-to-unresolvable'],
  ['src/domain/j.ts', "import type { K } from './k.ts';", 'no-circular'],
  ['src/domain/k.ts', "import type { J } from './j.ts';"],
  ['src/domain/l.test.ts', "import 'dexie';", 'domain-tests-import'],
  [
    'src/domain/brief/good.ts',
    "import 'yaml'; import 'mdast-util-to-markdown'; import type { Root } from 'mdast';",
  ],
  ['src/domain/brief/a.ts', "import 'commonmark';", 'domain-brief-imports'],
  ['src/shared/good.ts', "import 'zod'; import type { A } from '../domain/good.ts';"],
  ['src/shared/a.ts', "import type { BrowserWindow } from 'electron';", 'shared-imports'],
  ['src/shared/b.ts', "import 'micromark';", 'in-package-json'],
  [
    'src/main/good.ts',
    "import 'electron'; import 'node:path'; import 'filenamify'; import '../shared/good.ts';",
  ],
  ['src/main/a.ts', "import type { FC } from 'react';", 'main-imports'],
  ['src/main/b.ts', "import '../renderer/platform/good.ts';", 'main-imports'],
  ['src/main/c.ts', "import 'vite';", 'app-without-dev-dependencies'],
  ['src/preload/good.ts', "import 'electron'; import type {} from '../shared/good.ts';"],
  ['src/preload/a.ts', "import type { Stats } from 'fs';", 'preload-imports'],
  ['src/renderer/platform/good.ts', "import '../../shared/good.ts';"],
  ['src/renderer/platform/a.ts', "import 'zod';", 'renderer-platform-imports'],
  ['src/renderer/db/good.ts', "import 'dexie'; import 'dexie-react-hooks'; import 'react';"],
  ['src/renderer/db/a.ts', "import '../platform/good.ts';", 'renderer-db-imports'],
  [
    'src/renderer/editor/good.tsx',
    "import 'lexical'; import { LexicalComposer } from '@lexical/react/LexicalComposer'; import '../ui/good.tsx'; export const E = () => <LexicalComposer />;",
  ],
  ['src/renderer/editor/a.tsx', "import '../state/good.ts';", 'renderer-editor-imports'],
  ['src/renderer/state/good.ts', "import '../db/good.ts'; import '../platform/good.ts';"],
  ['src/renderer/state/a.ts', "import type { Table } from 'dexie';", 'renderer-state-imports'],
  [
    'src/renderer/features/x/good.tsx',
    "import '../../state/good.ts'; import '../../editor/good.tsx'; import './y.tsx'; import { Plus } from 'lucide-react'; export const X = () => <Plus />;",
  ],
  ['src/renderer/features/x/y.tsx', "import '../../ui/good.tsx';"],
  [
    'src/renderer/features/x/a.tsx',
    "import type { Y } from '../y/good.tsx'; export const A = () => <Y />;",
    'features-apart',
  ],
  ['src/renderer/features/x/b.tsx', "import '../../db/good.ts';", 'renderer-features-imports'],
  [
    'src/renderer/features/x/c.tsx',
    "import '../../platform/good.ts';",
    'renderer-features-imports',
  ],
  [
    'src/renderer/features/x/d.tsx',
    "import type { EditorState } from 'lexical'; export const D = () => <p />;",
    'renderer-features-imports',
  ],
  ['src/renderer/features/y/good.tsx', "import 'react';"],
  [
    'src/renderer/ui/good.tsx',
    "import styles from './good.module.css'; import icon from './icon.svg?raw'; import '@fontsource/be-vietnam-pro/400.css'; import '@fontsource-variable/literata'; import { Button } from 'react-aria-components'; export const U = () => <Button className={styles.x}>{icon}</Button>;",
  ],
  ['src/renderer/ui/good.module.css', '.x {}'],
  ['src/renderer/ui/icon.svg', '<svg/>'],
  ['src/renderer/ui/a.tsx', "import '../state/good.ts';", 'renderer-ui-imports'],
  ['src/renderer/ui/b.tsx', "import type { A } from '../../domain/good.ts';"],
  ['src/renderer/ui/c.tsx', "import { A } from '../../domain/good.ts';", 'ui-domain-types'],
  [
    'src/renderer/main.tsx',
    "import { createRoot } from 'react-dom/client'; import './db/good.ts'; import './features/x/good.tsx';",
  ],
  ['src/renderer/a.ts', "import 'dexie';", 'renderer-root-imports'],
  ['src/renderer/new-room/a.ts', "import 'react';", 'every-file-has-a-room'],
  ['tools/t.mjs', 'export const t = 1;'],
  [
    'e2e/good.spec.ts',
    "import '@playwright/test'; import 'node:fs'; import type { A } from '../src/domain/good.ts';",
  ],
  ['e2e/a.spec.ts', "import '../src/main/good.ts';", 'e2e-imports'],
  ['src/main/export/good.ts', "import 'docx';"],
  [
    'interop/good.test.ts',
    "import 'vitest'; import 'node:fs'; import '../src/main/export/good.ts';",
  ],
  ['interop/a.test.ts', "import '../src/main/good.ts';", 'interop-tests-import'],
];

let root;
/** Names of the broken rules, by file. */
const broken = new Map();

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'import-rules-'));
  for (const [file, text] of PLANTED) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}\n`);
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify(packageJson));
  symlinkSync(at('node_modules'), join(root, 'node_modules'), 'junction');
  const { options, ...ruleSet } = config;
  const { output } = await cruise(
    ['src', 'e2e', 'interop'],
    { ...options, ruleSet, validate: true, baseDir: root },
    options.enhancedResolveOptions,
  );
  for (const { from, rule } of output.summary.violations) {
    broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const sources = PLANTED.filter(([file]) => /^(src|e2e|interop).*\.tsx?$/.test(file));

test.each(sources.filter(([, , rule]) => rule))('%s is refused: %s', (file, _, rule) => {
  expect(broken.get(file)).toContain(rule);
});

test.each(sources.filter(([, , rule]) => !rule))('%s is allowed: %s', (file) => {
  expect(broken.get(file)).toBeUndefined();
});
