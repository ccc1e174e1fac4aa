/** The thread of the search index: a text of a hundred pages stops neither the event loop nor anybody's commit. */
import assert from 'node:assert';
import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from '../store/sqlite-connection.ts';
import { serveThread } from '../store/thread-server.ts';
import { type SokOperations, sokOperations } from './sok-operations.ts';

const { file } = workerData as { readonly file: string };

/** An index that cannot be read is made again: it holds nothing that is not in the store. */
function open(): SokOperations {
  try {
    return sokOperations(openConnection(file));
  } catch (error) {
    // SQLITE_CORRUPT, SQLITE_NOTADB; a disk that fails is not mended by taking a file away.
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (code !== 11 && code !== 26) throw error;
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    return sokOperations(openConnection(file));
  }
}

assert(parentPort !== null, 'runs as a worker thread');
serveThread(parentPort, open());
