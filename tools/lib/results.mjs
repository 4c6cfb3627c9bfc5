/**
 * How many checks passed and failed. Only what ran counts: skipped tests are neither.
 *
 * @typedef {{ passed: number, failed: number }} Count
 */

/** @returns {Count} one check, judged by the exit code of its tool */
export const countCheck = (code) =>
  code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/**
 * @param {any} report of Vitest's JSON reporter
 * @returns {Count} a file that failed without a failing test (it did not load, a hook threw) is one failure
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * @param {any} report of Playwright's JSON reporter
 * @returns {Count} errors outside any test (a spec that did not load) are failures too; so is a test
 *   that passed only when tried again
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/**
 * A suite's results, held against its exit code. Whatever does not add up is a failure: no report, no
 * test that ran, or a runner that failed although no test did.
 *
 * @param {Count | undefined} count undefined when the suite left no report
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
export function judgeSuite(count, code) {
  if (!count) return { passed: 0, failed: 1 };
  const { passed, failed } = count;
  if (failed === 0 && (passed === 0 || code !== 0)) return { passed, failed: 1 };
  return { passed, failed };
}

/** @param {Count[]} counts */
export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

/** @param {{ title: string, seconds: number, count: Count }[]} steps @returns {string} lines */
export function table(steps) {
  const width = Math.max(...steps.map(({ title }) => title.length));
  return steps
    .map(({ title, seconds, count: { passed, failed } }) =>
      [
        failed === 0 ? '✓' : '✗',
        title.padEnd(width),
        `${seconds.toFixed(1)} s`.padStart(9),
        `${passed} passed`.padStart(13),
        failed === 0 ? '' : `${failed} failed`.padStart(13),
      ]
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {Count} total @returns {string} the line that `npm test` ends with */
export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
