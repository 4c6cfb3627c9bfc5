import { expect, test } from 'vitest';
import { countPlaywright, countVitest, judgeSuite, lastLine, sum, table } from './results.mjs';

const vitestReport = (passed, failed, files = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
});

test('a file that did not load counts as one failure, one with failing tests only for these', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(countVitest(vitestReport(5, 1, files))).toEqual({ passed: 5, failed: 3 });
});

test('a test that passed only at the second try, and an error outside tests, are failures', () => {
  const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 4 }, errors: [{}] };
  expect(countPlaywright(report)).toEqual({ passed: 7, failed: 3 });
});

test.each([
  ['no report at all', undefined, 1, { passed: 0, failed: 1 }],
  ['no report, though the runner is content', undefined, 0, { passed: 0, failed: 1 }],
  ['no test ran', { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
  [
    'every test passed but the runner failed',
    { passed: 3, failed: 0 },
    1,
    { passed: 3, failed: 1 },
  ],
  ['tests failed', { passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
  ['all is well', { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
])('a suite is judged: %s', (_, count, code, expected) => {
  expect(judgeSuite(count, code)).toEqual(expected);
});

test('the last line is the sum of all', () => {
  const counts = [
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ];
  expect(lastLine(sum(counts))).toBe('41 passed, 2 failed');
  expect(lastLine(sum([]))).toBe('0 passed, 0 failed');
});

test('the table names what failed', () => {
  const steps = [
    { title: 'lint', seconds: 0.51, count: { passed: 1, failed: 0 } },
    { title: 'unit tests', seconds: 12.3, count: { passed: 4, failed: 2 } },
  ];
  expect(table(steps).split('\n')).toEqual([
    '✓ lint           0.5 s      1 passed',
    '✗ unit tests    12.3 s      4 passed      2 failed',
  ]);
});
