import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from './sqlite-connection.ts';
import { serveThread } from './thread-server.ts';
import { workOperations } from './work-operations.ts';

assert(parentPort !== null, 'runs as a worker thread');
serveThread(parentPort, workOperations(openConnection((workerData as { file: string }).file)), {
  compact: (compacted) => (compacted === null ? [] : [compacted.base]),
});
