import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import { logOperations } from './log-operations.ts';
import { openConnection } from './sqlite-connection.ts';
import type { StoreThreadData } from './sqlite-store.ts';
import { serveThread } from './thread-server.ts';

assert(parentPort !== null, 'runs as a worker thread');
const { file, masterKey } = workerData as StoreThreadData;
serveThread(parentPort, logOperations(openConnection(file), masterKey), {
  load: (stored) => (stored === null ? [] : [stored.base, ...stored.tail]),
});
