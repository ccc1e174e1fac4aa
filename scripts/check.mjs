import { runNode } from './child.mjs';
import { table, total } from './part.mjs';
import { binary } from './paths.mjs';
import { say } from './say.mjs';

/** @param {string} project */
const types = (project) => ({
  name: `typer: ${project.replace('/tsconfig.test.json', ' (tester)')}`,
  args: () => [binary('.', 'typescript', 'tsc'), '-p', project],
});

/** Every step, cheapest first; all of them run, whichever fails. */
const STEPS = [
  {
    name: 'form, lint, importriktning och cykler',
    args: () => [binary('.', '@biomejs/biome', 'biome'), 'check', '--error-on-warnings'],
  },
  {
    name: 'löften (lint med typer)',
    args: () => [binary('.', 'oxlint', 'oxlint'), '--type-aware', '--deny-warnings'],
  },
  types('scripts'),
  types('shared'),
  types('shared/tsconfig.test.json'),
  types('server'),
  types('client'),
  types('e2e'),
  { name: 'oanvänd kod', args: () => [binary('.', 'knip', 'knip'), '--no-progress', '--treat-config-hints-as-errors'] },
];

/**
 * Runs the checks and says what came of each.
 * @returns {Promise<number>}
 */
export async function check() {
  const parts = await runChecks();
  for (const line of table(parts)) say(line);
  return total(parts).failed === 0 ? 0 : 1;
}

/** @returns {Promise<readonly import('./part.mjs').Part[]>} one part a step, each counted as one test */
export async function runChecks() {
  const parts = [];
  for (const { name, args } of STEPS) {
    say(`Kontrollerar ${name} …`);
    const since = performance.now();
    const code = await runNode(args());
    parts.push({
      name,
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      skipped: 0,
      ms: performance.now() - since,
    });
  }
  return parts;
}
