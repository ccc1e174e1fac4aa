import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { summary } from './part.mjs';
import { binary, inRoot, NODE } from './paths.mjs';
import { playwrightCounts, vitestCounts } from './reports.mjs';

const TESTS = (/** @type {string} */ from, /** @type {string} */ skip) => `
  import { expect, test } from '${from}';
  test('holds', () => expect(1).toBe(1));
  test('holds too', () => expect(1).toBe(1));
  test('does not', () => expect(1).toBe(2));
  ${skip}('is left out', () => expect(1).toBe(2));
`;

describe("the runners' own reports", () => {
  const folder = mkdtempSync(join(tmpdir(), 'samskrift reports '));
  const report = join(folder, 'report.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** @param {string} name @param {string} text */
  const put = (name, text) => writeFileSync(join(folder, name), text);
  /** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env */
  const run = (args, env = {}) =>
    spawnSync(NODE, args, { cwd: folder, env: { ...process.env, ...env }, timeout: 60_000 }).status;

  it('[K4] are summed as Vitest writes them; a file that does not load is a failure', () => {
    symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'), 'junction');
    put('a.test.ts', TESTS('vitest', 'test.skip'));
    put('b.test.ts', "throw new Error('does not load');");
    const code = run([binary('.', 'vitest', 'vitest'), 'run', '--reporter=json', `--outputFile.json=${report}`]);
    expect(code).toBe(1);
    expect(vitestCounts(report)).toEqual({ passed: 2, failed: 2, skipped: 1 });
  });

  it('[K4] are summed as Playwright writes them', () => {
    mkdirSync(join(folder, 'e2e'));
    symlinkSync(inRoot('e2e', 'node_modules'), join(folder, 'e2e', 'node_modules'), 'junction');
    put('e2e/a.spec.ts', TESTS('@playwright/test', 'test.skip'));
    const code = run([binary('e2e', '@playwright/test', 'playwright'), 'test', 'e2e', '--reporter=json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    expect(code).toBe(1);
    expect(playwrightCounts(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('[K4] are null where there is none, or half of one', () => {
    put('half.json', '{"numPassed');
    expect(vitestCounts(join(folder, 'half.json'))).toBeNull();
    expect(playwrightCounts(join(folder, 'none.json'))).toBeNull();
  });

  it('[K4] end in one line', () => {
    const part = { name: 'x', passed: 2, failed: 1, skipped: 0, ms: 1 };
    expect(summary([part, part])).toBe('4 passed, 2 failed');
    expect(summary([part, { ...part, failed: 0, skipped: 3 }])).toBe('4 passed, 1 failed, 3 skipped');
  });
});
