import { runNode } from './child.mjs';
import { buildClient } from './client-build.mjs';

/**
 * Measures the server beside its neighbours and the page in Chromium; arguments choose scenarios.
 * @param {readonly string[]} args
 */
export async function bench(args) {
  const built = await buildClient();
  if (built !== 0) return built;
  return runNode(['server/bench/src/main.ts', ...args]);
}
