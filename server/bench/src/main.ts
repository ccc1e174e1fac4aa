/** `npm run bench`: our server, the peers and the bare relay under the same load, interleaved; ends with the targets. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.ts';
import { nativeSqliteFault } from './native-sqlite.ts';
import { scenarioTable, targetTable } from './report.ts';
import { Results } from './results.ts';
import type { Scenario, Values } from './scenario.ts';
import type { SystemName } from './system.ts';

const RUN = fileURLToPath(new URL('./run.ts', import.meta.url));
const BUILD = fileURLToPath(new URL('../../../scripts/server-build.mjs', import.meta.url));

/** How long a run may take to end its servers and its browser before it is ended the hard way. */
const END_WITHIN = 3_000;

/** A run leads a process group of its own, so that its servers end with it however it ends. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** @returns null if the run failed or took too long; why stands on stderr. */
function runOnce(scenario: Scenario, system: SystemName, quick: boolean): Promise<Values | null> {
  return new Promise((resolve) => {
    const folder = mkdtempSync(join(tmpdir(), 'samskrift-bench-'));
    const child = fork(RUN, [scenario.name, system, quick ? 'quick' : ''], {
      detached: true,
      env: { ...process.env, TMPDIR: folder },
    });
    let values: Values | null = null;
    let interrupted = false;
    const end = () => {
      // Chromium is in a group of its own; its keeper closes it on SIGTERM.
      endGroup(child, 'SIGTERM');
      setTimeout(() => endGroup(child, 'SIGKILL'), END_WITHIN).unref();
    };
    const interrupt = () => {
      interrupted = true;
      end();
    };
    const limit = setTimeout(() => {
      console.error(`${scenario.name} mot ${system} avbröts efter ${scenario.limit} s.`);
      end();
    }, scenario.limit * 1000);
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    child.on('message', (message: Values) => {
      values = message;
    });
    child.on('exit', () => {
      clearTimeout(limit);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      endGroup(child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      if (interrupted) process.exit(130);
      resolve(values);
    });
  });
}

const { scenarios, systems, rounds, quick } = readArguments(process.argv.slice(2));
// What is measured is what `npm start` runs, of the sources as they stand.
if (spawnSync(process.execPath, [BUILD], { stdio: 'inherit' }).status !== 0) process.exit(1);

const withoutSqlite = systems.includes('hocuspocus') ? nativeSqliteFault() : null;
if (withoutSqlite !== null)
  console.error(`hocuspocus mäts inte, better-sqlite3 går inte att köra här: ${withoutSqlite}`);

const results = new Results();
let failed = 0;
for (const scenario of scenarios) {
  const measured = systems.filter(
    (system) => scenario.systems.includes(system) && !(system === 'hocuspocus' && withoutSqlite !== null),
  );
  for (let round = 0; round < (rounds ?? scenario.rounds); round += 1) {
    for (const system of measured) {
      const values = await runOnce(scenario, system, quick);
      if (values === null) failed += 1;
      else results.add(scenario.name, system, values);
    }
  }
  console.log(`\n${scenarioTable(scenario.name, results)}`);
}
console.log(`\n${targetTable(results)}`);
console.log(
  `\n${new Date().toISOString()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, failed runs: ${failed}`,
);
process.exitCode = failed === 0 ? 0 : 1;
