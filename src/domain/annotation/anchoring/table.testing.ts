import type { Tally } from './measure.testing.ts';
import type { ParallelTally } from './measure-parallels.testing.ts';

const COLUMNS = [
  'edits',
  'passages',
  'exact',
  'moved',
  'ambiguous',
  'lost',
  'wrong',
  'onTwin',
] as const;

function rowOf(tally: Tally): string {
  const { found, surviving, offered, twins } = tally;
  const share = surviving === 0 ? '–' : `${((100 * found) / surviving).toFixed(2)} %`;
  const cells = [
    tally.kind,
    ...COLUMNS.map((column) => tally[column]),
    surviving,
    share,
    offered,
    twins,
  ];
  return `| ${cells.join(' | ')} |`;
}

function add(one: Tally, other: Tally): Tally {
  const sum = {
    ...one,
    surviving: one.surviving + other.surviving,
    found: one.found + other.found,
  };
  for (const column of COLUMNS) sum[column] += other[column];
  return { ...sum, offered: one.offered + other.offered, twins: one.twins + other.twins };
}

/** The tallies as a Markdown table, with a last row for all of them. */
export function anchoringTable(tallies: readonly Tally[]): string {
  const [first, ...others] = tallies;
  if (!first) return '';
  const total = { ...others.reduce(add, first), kind: '**all**' };
  const heads = [
    'edit',
    ...COLUMNS.slice(0, -1),
    'on its twin',
    'surviving',
    'found',
    'not found but offered',
    'twins',
  ];
  const rule = heads.map((_, at) => (at === 0 ? '---' : '--:'));
  return [
    `| ${heads.join(' | ')} |`,
    `| ${rule.join(' | ')} |`,
    ...[...tallies, total].map(rowOf),
  ].join('\n');
}

const PARALLEL_COLUMNS = [
  'passages',
  'exact',
  'moved',
  'ambiguous',
  'lost',
  'wrong',
  'surviving',
] as const;

/** The same for passages of statements on one pattern, by what happened to the marked one. */
export function parallelsTable(tallies: readonly ParallelTally[]): string {
  const heads = ['the marked statement is', ...PARALLEL_COLUMNS, 'found'];
  const rows = tallies.map(({ found, ...tally }) => {
    const share = tally.surviving === 0 ? '–' : `${((100 * found) / tally.surviving).toFixed(2)} %`;
    return `| ${[tally.fate, ...PARALLEL_COLUMNS.map((column) => tally[column]), share].join(' | ')} |`;
  });
  const rule = heads.map((_, at) => (at === 0 ? '---' : '--:'));
  return [`| ${heads.join(' | ')} |`, `| ${rule.join(' | ')} |`, ...rows].join('\n');
}
