import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.mjs';
import { runNode } from './child.mjs';
import { chromium } from './chromium.mjs';
import { buildClient } from './client-build.mjs';
import { summary, table, total } from './part.mjs';
import { binary, inRoot } from './paths.mjs';
import { playwrightCounts, vitestCounts } from './reports.mjs';
import { say } from './say.mjs';
import { buildServer } from './server-build.mjs';

/**
 * Runs everything there is: the checks, the unit and integration tests, the build, and the persons in the browser. Each
 * part runs whether or not the one before held.
 * @returns {Promise<number>} 0 where something ran and nothing failed
 */
export async function test() {
  const reports = mkdtempSync(join(tmpdir(), 'samskrift-test-'));
  try {
    const browser = await chromium();
    /** @type {NodeJS.ProcessEnv} */
    const env = browser === null ? {} : { CHROMIUM_PATH: browser };
    const parts = [...(await runChecks())];
    parts.push(await vitest(join(reports, 'vitest.json'), env));
    parts.push(await build());
    parts.push(await playwright(join(reports, 'playwright.json'), env));
    process.stdout.write(`\n${table(parts).join('\n')}\n\n${summary(parts)}\n`);
    const { passed, failed } = total(parts);
    return failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/**
 * @param {string} report
 * @param {NodeJS.ProcessEnv} env
 */
function vitest(report, env) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return part(
    'vitest',
    () => runNode([binary('.', 'vitest', 'vitest'), ...args], { env }),
    () => vitestCounts(report),
  );
}

function build() {
  const both = async () => (await buildClient()) || (await buildServer());
  return part('bygge av sidorna och servern', both, () => ({ passed: 1, failed: 0, skipped: 0 }));
}

/**
 * @param {string} report
 * @param {NodeJS.ProcessEnv} env
 */
function playwright(report, env) {
  const args = ['test', '--reporter=list,json'];
  const run = () =>
    runNode([binary('e2e', '@playwright/test', 'playwright'), ...args], {
      cwd: inRoot('e2e'),
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
  return part('playwright', run, () => playwrightCounts(report));
}

/**
 * @param {string} name
 * @param {() => Promise<number>} run
 * @param {() => import('./reports.mjs').Counts | null} count what the runner itself says came of it
 * @returns {Promise<import('./part.mjs').Part>}
 */
async function part(name, run, count) {
  say(`Kör ${name} …`);
  const since = performance.now();
  const code = await run();
  const { passed, failed, skipped } = count() ?? { passed: 0, failed: 0, skipped: 0 };
  // A runner can fail without a failed test: an unhandled error, no tests at all, or an end before its report.
  return { name, passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped, ms: performance.now() - since };
}
