/**
 * One run of one scenario against one system, in a process of its own so that no run inherits another's heap.
 * What it writes goes to the temporary folder its parent gives it and takes away.
 * Called by main.ts as `run.ts SCENARIO SYSTEM [quick]`; sends its Values to its parent.
 */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Values } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { freePort, RunningSystem } from './system.ts';
import { SYSTEM_KINDS } from './systems.ts';

async function run(scenarioName: string, systemName: string, quick: boolean): Promise<Values> {
  const scenario = SCENARIOS.find((one) => one.name === scenarioName);
  const kind = Object.values(SYSTEM_KINDS).find((one) => one.name === systemName);
  if (scenario === undefined || kind === undefined) throw new RangeError(`no such run: ${scenarioName} ${systemName}`);
  const systems: RunningSystem[] = [];
  try {
    return await scenario.run({
      kind,
      quick,
      async start(copyOf) {
        const dataDir = mkdtempSync(join(tmpdir(), 'data-'));
        if (copyOf !== undefined) cpSync(copyOf.dataDir, dataDir, { recursive: true });
        const system = new RunningSystem(kind, dataDir, copyOf?.address.port ?? (await freePort()));
        systems.push(system);
        await system.start();
        return system;
      },
    });
  } catch (error) {
    const logs = systems.map((system) => system.log()).join('\n');
    throw new Error(`${scenarioName} against ${systemName} failed; its server said:\n${logs}`, { cause: error });
  } finally {
    await Promise.all(systems.map((system) => system.kill()));
  }
}

const [scenario = '', system = '', quick] = process.argv.slice(2);
const values = await run(scenario, system, quick === 'quick');
process.send?.(values, () => process.exit(0));
