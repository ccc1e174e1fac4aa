import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/**
 * Whether the SQLite of hocuspocus' extension runs on this machine; its package brings a binary for the usual ones. Tried
 * in a process of its own, because a binary that does not fit may end the process.
 * @returns null, or why it does not.
 */
export function nativeSqliteFault(): string | null {
  const extension = createRequire(import.meta.url).resolve('@hocuspocus/extension-sqlite');
  const library = createRequire(extension).resolve('better-sqlite3');
  const tried = spawnSync(process.execPath, ['-e', `new (require(${JSON.stringify(library)}))(':memory:').close()`], {
    encoding: 'utf8',
  });
  return tried.status === 0 ? null : tried.stderr.trim();
}
