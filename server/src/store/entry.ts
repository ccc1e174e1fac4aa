import { parseJson } from './parse-json.ts';
import type { SealEntry, StoredSeal } from './store.ts';

type EntryWords = Omit<SealEntry, 'hash'>;

const KINDS: Readonly<Record<keyof EntryWords, 'string' | 'number'>> = {
  namndId: 'string',
  nr: 'number',
  handlingId: 'string',
  dnr: 'string',
  titel: 'string',
  typ: 'string',
  personId: 'string',
  person: 'string',
  time: 'string',
  textSha256: 'string',
  stateSha256: 'string',
  previous: 'string',
};

/** The entry of a stored row, if it can be read; its truth is verifyChain's to judge. */
export function readEntry(row: { readonly post: string; readonly hash: string }): StoredSeal {
  const words = parseEntry(row.post);
  return words === null ? 'unreadable' : { ...words, hash: row.hash };
}

/** @returns null for what is no entry: somebody has changed the row behind the triggers. */
export function parseEntry(post: string): EntryWords | null {
  const value = parseJson(post);
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const [name, kind] of Object.entries(KINDS)) if (typeof fields.get(name) !== kind) return null;
  const words = value as EntryWords;
  return Number.isNaN(Date.parse(words.time)) ? null : words;
}
