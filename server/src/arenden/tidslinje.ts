import { type Akt, gallande, type Handelse, type RattPerson } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { berattasFran } from '../samarbete/berattas-fran.ts';
import { parseJson } from '../store/parse-json.ts';
import type { SynligtArende } from './arenden.ts';

/** What is told of a handling; who has opened, exported or been given it is not everybody's. */
const OM_HANDLING: readonly Akt[] = [
  'handlingSkapad',
  'titelAndrad',
  'lageAndrat',
  'kopiaInlamnad',
  'inlamnad',
  'atertagen',
];
const OM_ARENDE: readonly Akt[] = ['arendeSkapat', 'arendeAndrat', 'javAnmalt', 'javHavt'];

/**
 * What has happened in an ärende, oldest first, as the person may see it: acts on the ärende and on the handlingar in
 * `found`. A partigrupp's acts are its members' own, also where the handling has been shown to others: when a group began to
 * write is not theirs to know. A seal speaks for itself, and what is older than the log is told by its row.
 */
export async function readTidslinje(db: Db, found: SynligtArende, person: RattPerson, now: Date): Promise<Handelse[]> {
  const mina = new Set(gallande(person, now).map(({ organ }) => `${organ.typ} ${organ.id}`));
  const egna = found.lista.filter(
    ({ agare, medgrupper }) =>
      agare.typ !== 'partigrupp' || [agare, ...medgrupper].some(({ id }) => mina.has(`partigrupp ${id}`)),
  );
  const fran = new Map(found.rader.map((rad) => [rad.ratt.id as string, berattasFran(person, rad, now)]));
  const handlingar = new Map(egna.map((handling) => [handling.id, handling]));
  const [rows, personer, row] = await Promise.all([
    db
      .selectFrom('akt')
      .where('arende_id', '=', found.arende.id)
      .where('akt', 'in', [...OM_HANDLING, ...OM_ARENDE])
      .select(['tid', 'akt', 'person_id', 'handling_id', 'detalj'])
      .orderBy('nr')
      .execute(),
    db.selectFrom('user').select(['id', 'name']).execute(),
    db.selectFrom('arende').select(['skapad', 'skapad_av']).where('id', '=', found.arende.id).executeTakeFirstOrThrow(),
  ]);
  const namn = new Map(personer.map(({ id, name }) => [id, name]));
  const rader: Handelse[] = [];
  const told = new Set<string>();
  for (const { tid, akt, person_id, handling_id, detalj } of rows) {
    const handling = handling_id === null ? null : handlingar.get(handling_id);
    if (handling === undefined || OM_HANDLING.includes(akt) !== (handling !== null)) continue;
    told.add(`${akt} ${handling_id ?? ''}`);
    if (tid < (fran.get(handling_id ?? '') ?? '')) continue;
    rader.push({
      tid,
      akt,
      person: namn.get(person_id ?? '') ?? '',
      handling: handling === null ? null : { id: handling.id, titel: handling.titel },
      detalj: strings(detalj, namn),
    });
  }
  const add = (akt: Akt, tid: string, av: string, handling: Handelse['handling']) =>
    void rader.push({ akt, tid, person: av, handling, detalj: {} });
  if (!told.has('arendeSkapat ')) add('arendeSkapat', row.skapad, namn.get(row.skapad_av) ?? '', null);
  // A copy that was handed in is told of as such.
  for (const { id, titel, skapad, skapadAv, inlamning } of egna)
    if (!told.has(`handlingSkapad ${id}`) && inlamning === null && skapad >= (fran.get(id) ?? ''))
      add('handlingSkapad', skapad, skapadAv, { id, titel });
  for (const { id, titel, sigill } of found.lista)
    if (sigill !== null && 'tid' in sigill) add('forseglad', sigill.tid, sigill.person, { id, titel });
  return rader.sort((a, b) => a.tid.localeCompare(b.tid));
}

/** The details as words; a handläggare, and who is jävig, is told by name. */
function strings(detalj: string, namn: ReadonlyMap<string, string>): Record<string, string> {
  const parsed = parseJson(detalj);
  if (typeof parsed !== 'object' || parsed === null) return {};
  const entries = Object.entries(parsed).map(([key, value]): [string, string] => [key, String(value)]);
  const isPerson = entries.some(([key, value]) => key === 'falt' && value === 'handlaggareId');
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === 'person' || (isPerson && key !== 'falt') ? (namn.get(value) ?? '') : value,
    ]),
  );
}
