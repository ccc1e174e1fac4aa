import type { SealEntry } from './store.ts';

/** The entry of a stored row; its truth is verifyChain's to judge. */
export function readEntry(row: { readonly post: string; readonly hash: string }): SealEntry {
  return { ...(JSON.parse(row.post) as Omit<SealEntry, 'hash'>), hash: row.hash };
}
