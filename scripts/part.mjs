/**
 * One part of a run and what came of it.
 * @typedef {object} Part
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} ms
 */

/**
 * @param {readonly Part[]} parts
 * @returns one line a part, then nothing: the sum is summary()'s
 */
export function table(parts) {
  const width = Math.max(...parts.map((part) => part.name.length));
  return parts.map((part) => {
    const mark = part.failed > 0 ? '✗' : part.passed === 0 ? '–' : '✓';
    const time = `${(part.ms / 1000).toFixed(1)} s`.padStart(8);
    return `${mark} ${part.name.padEnd(width)} ${time}   ${counts(part)}`;
  });
}

/**
 * @param {readonly Part[]} parts
 * @returns the last line of `npm test`, in the words that programs which read it know
 */
export function summary(parts) {
  return counts(total(parts));
}

/** @param {readonly Part[]} parts */
export function total(parts) {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @param {{ passed: number, failed: number, skipped: number }} part */
function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
