import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import { logOperations } from './log-operations.ts';
import { openConnection } from './sqlite-connection.ts';
import { serveThread } from './thread-server.ts';

assert(parentPort !== null, 'runs as a worker thread');
serveThread(parentPort, logOperations(openConnection((workerData as { file: string }).file)), {
  load: (stored) => (stored === null ? [] : [stored.base, ...stored.tail]),
});
