import { createHash } from 'node:crypto';
import type { NamndId } from '@samskrift/shared';
import { canonicalText } from './document-bytes.ts';
import { parseEntry } from './entry.ts';
import type { ChainFault, ChainReport, SealEntry, SealRequest, Snapshot } from './store.ts';

export const FIRST_PREVIOUS = '0'.repeat(64);

/** A snapshot as its row stands in the store, before anything of it is believed. */
export interface StoredSnapshot {
  readonly nr: number;
  readonly namndId: string;
  readonly handlingId: string;
  /** The entry as the canonical JSON that was hashed. */
  readonly post: string;
  readonly hash: string;
  readonly text: string;
  readonly state: Uint8Array;
  /** The document as it is served to readers; must be the sealed state. */
  readonly served: Uint8Array | null;
}

/** Makes the next entry of a chain and the exact words that its hash is taken of. */
export function makeSnapshot(
  request: SealRequest,
  state: Uint8Array,
  nr: number,
  previous: string,
): { readonly snapshot: Snapshot; readonly post: string } {
  const text = canonicalText(state);
  const post = entryText({ ...request, nr, previous, textSha256: sha256(text), stateSha256: sha256(state) });
  const entry = { ...(JSON.parse(post) as Omit<SealEntry, 'hash'>), hash: sha256(post) };
  return { snapshot: { entry, text, state }, post };
}

/** Where a chain ends, as the store noted it beside the chain at the last seal. */
export interface ChainEnd {
  readonly entries: number;
  readonly hash: string;
}

/** Recomputes one nämnd's chain from its rows in order of `nr`, and names everything that does not hold. */
export function verifyChain(namndId: NamndId, rows: Iterable<StoredSnapshot>, end: ChainEnd): ChainReport {
  const faults: ChainFault[] = [];
  let previous = FIRST_PREVIOUS;
  let expectedNr = 1;
  for (const row of rows) {
    for (const what of rowFaults(row, namndId, expectedNr, previous)) {
      faults.push({ nr: row.nr, handlingId: row.handlingId as ChainFault['handlingId'], titel: titelOf(row), what });
    }
    previous = row.hash;
    expectedNr = row.nr + 1;
  }
  if (expectedNr - 1 !== end.entries || previous !== end.hash) {
    const what = `kedjan slutar inte där den ska: ${end.entries} poster har förseglats`;
    faults.push({ nr: end.entries, handlingId: null, titel: '', what });
  }
  return { namndId, entries: expectedNr - 1, last: previous === FIRST_PREVIOUS ? null : previous, faults };
}

function* rowFaults(row: StoredSnapshot, namndId: NamndId, nr: number, previous: string): Generator<string> {
  if (row.nr !== nr) yield `post ${nr} saknas i kedjan`;
  if (sha256(row.post) !== row.hash) yield 'sigillets uppgifter stämmer inte med dess kontrollsumma';
  const entry = parseEntry(row.post);
  if (entry === null) {
    yield 'sigillets uppgifter går inte att läsa';
    return;
  }
  if (entry.previous !== previous) yield 'kedjan är bruten: föregående posts kontrollsumma är en annan';
  if (entry.nr !== row.nr || entry.namndId !== namndId || entry.handlingId !== row.handlingId) {
    yield 'sigillet hör till en annan handling, nämnd eller plats i kedjan';
  }
  if (sha256(row.text) !== entry.textSha256) yield 'den förseglade texten har ändrats';
  if (sha256(row.state) !== entry.stateSha256) yield 'det förseglade dokumentet har ändrats';
  else if (canonicalText(row.state) !== row.text) yield 'texten är inte dokumentets';
  if (row.served === null || !Buffer.from(row.served).equals(row.state))
    yield 'den text som visas är inte den förseglade';
}

function titelOf(row: StoredSnapshot): string {
  return parseEntry(row.post)?.titel ?? '';
}

/** Keys in one order for ever: the bytes of the entry are what is hashed. */
function entryText(entry: Omit<SealEntry, 'hash'>): string {
  return JSON.stringify({
    namndId: entry.namndId,
    nr: entry.nr,
    handlingId: entry.handlingId,
    dnr: entry.dnr,
    titel: entry.titel,
    typ: entry.typ,
    personId: entry.personId,
    person: entry.person,
    time: entry.time,
    textSha256: entry.textSha256,
    stateSha256: entry.stateSha256,
    previous: entry.previous,
  });
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
