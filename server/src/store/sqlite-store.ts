import { encodeBatches } from './batch-codec.ts';
import type { LogOperations } from './log-operations.ts';
import type { Store } from './store.ts';
import { ThreadClient } from './thread-client.ts';
import type { WorkOperations } from './work-operations.ts';

/** What both threads are started with. */
export interface StoreThreadData {
  readonly file: string;
  readonly masterKey: Uint8Array | null;
}

/**
 * The embedded store. Two threads with a connection each: one for what a keystroke waits for (append, load), one for what takes
 * its time (compaction, sealing, verify), so that a long text's compaction does not delay anybody's «Sparat».
 * @param file a SQLite file that the migrations have made ready.
 * @param masterKey opens the partigrupper's documents; null for whoever only verifies.
 */
export function openSqliteStore(file: string, masterKey: Uint8Array | null): Store {
  const data: StoreThreadData = { file, masterKey };
  const log = new ThreadClient<LogOperations>(new URL('./log-thread.ts', import.meta.url), data);
  // Made at its first use: it loads the whole text schema, which must not compete with everybody coming back after a restart.
  let working: ThreadClient<WorkOperations> | null = null;
  const work = (): ThreadClient<WorkOperations> => {
    working ??= new ThreadClient<WorkOperations>(new URL('./work-thread.ts', import.meta.url), data);
    return working;
  };
  return {
    create: (id, seed) => log.call('create', [id, seed]),
    load: (id) => log.call('load', [id]),
    async append(batches) {
      const bytes = encodeBatches(batches);
      const outcomes = await log.call('append', [bytes, Date.now()], [bytes.buffer]);
      return outcomes ?? batches.map(() => 'saved');
    },
    compact: (id) => work().call('compact', [id]),
    seal: (request) => work().call('seal', [request]),
    snapshot: (id) => work().call('snapshot', [id]),
    cleanCopy: (id) => work().call('cleanCopy', [id]),
    verify: () => work().call('verify', []),
    async close() {
      await Promise.all([log.call('close', []), working?.call('close', [])]);
      await Promise.all([log.end(), working?.end()]);
    },
  };
}
