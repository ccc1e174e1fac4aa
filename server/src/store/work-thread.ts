import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from './sqlite-connection.ts';
import type { StoreThreadData } from './sqlite-store.ts';
import { serveThread } from './thread-server.ts';
import { workOperations } from './work-operations.ts';

assert(parentPort !== null, 'runs as a worker thread');
const { file, masterKey } = workerData as StoreThreadData;
serveThread(parentPort, workOperations(openConnection(file), masterKey), {
  compact: (compacted) => (compacted === null ? [] : [compacted.base]),
});
