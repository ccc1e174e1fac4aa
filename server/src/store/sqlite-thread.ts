import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from './sqlite-connection.ts';
import { sqliteOperations } from './sqlite-operations.ts';
import { serveThread } from './thread-server.ts';

assert(parentPort !== null, 'runs as a worker thread');
serveThread(parentPort, sqliteOperations(openConnection((workerData as { file: string }).file)));
