import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Reads Vitest's JSON report. A file that could not be run at all has no tests in it and counts as one failure.
 * @param {string} file
 * @returns {Counts | null} null where there is no such report: the runner ended before it had written one
 */
export function vitestCounts(file) {
  const report = readJson(file);
  if (report === null) return null;
  /** @type {readonly { status: string, assertionResults: readonly unknown[] }[]} */
  const files = report.testResults;
  const unrun = files.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unrun,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Reads Playwright's JSON report. One that passed only when tried again counts as failed: it is not to be relied on.
 * @param {string} file
 * @returns {Counts | null}
 */
export function playwrightCounts(file) {
  const report = readJson(file);
  if (report === null) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
