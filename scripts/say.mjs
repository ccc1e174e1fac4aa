/**
 * One line to the person at the keyboard. On standard error, so that what a command answers on standard output stays clean.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`[samskrift] ${line}\n`);
}

/**
 * Seconds since an instant of performance.now(), as a Swede reads them.
 * @param {number} since milliseconds
 */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} s`;
}
