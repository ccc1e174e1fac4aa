import {
  type Arendelage,
  farAterta,
  farDela,
  farJustera,
  farLamnaIn,
  forBeslut,
  gallande,
  gruppernas,
  type Handling,
  handlingsnummer,
  lageAv,
  mojligaAkter,
  type OlasligtSigill,
  type RattHandling,
  type RattPerson,
  ratt,
  type Sigill,
} from '@samskrift/shared';
import { sql } from 'kysely';
import { openTitle } from '../db/hemlig.ts';
import type { Db } from '../db/open.ts';
import { medgrupperAv, readMedgrupper } from '../samarbete/medgrupper.ts';
import { readEntry } from '../store/entry.ts';
import type { StoredSeal } from '../store/store.ts';
import { readInlamningar } from './inlamningar.ts';
import { inlamnatFor, javigaI, namndensOrgan, toRattHandling } from './ratt-handling.ts';

/** A handling with all that is shown of it, before anybody's right to it has been asked. */
export interface HandlingRad {
  readonly beskrivning: Omit<
    Handling,
    'ratt' | 'farJustera' | 'farDela' | 'lageakter' | 'farLamnaIn' | 'farAterta' | 'inlamnade'
  >;
  readonly ratt: RattHandling;
  /** The copies of it that have been handed in; not everybody's to know who may see the draft. */
  readonly inlamnade: Handling['inlamnade'];
  readonly arendelage: Arendelage;
  readonly skapadAvId: string;
}

/** Which handlingar to read: one, those of one ärende, or those of any ärende in the given ones. */
export type Urval = { readonly id: string } | { readonly arendeId: string } | 'alla';

/** Reads handlingar with owner, delningar and seal, oldest first. */
export async function readHandlingar(db: Db, urval: Urval): Promise<HandlingRad[]> {
  let query = db
    .selectFrom('handling as h')
    .innerJoin('arende as a', 'a.id', 'h.arende_id')
    .innerJoin('user as u', 'u.id', 'h.skapad_av')
    .leftJoin('sigill as s', 's.handling_id', 'h.id')
    .leftJoin('forvaltning as f', (join) => join.onRef('f.id', '=', 'h.agare_id').on('h.agare_typ', '=', 'forvaltning'))
    .leftJoin('namnd as n', (join) => join.onRef('n.id', '=', 'h.agare_id').on('h.agare_typ', '=', 'namnd'))
    .leftJoin('installning as v', 'v.namnd_id', 'h.namnd_id')
    .leftJoin('partigrupp as p', (join) => join.onRef('p.id', '=', 'h.agare_id').on('h.agare_typ', '=', 'partigrupp'))
    .select([
      'h.id',
      'h.arende_id',
      'h.namnd_id',
      'h.typ',
      'h.mall',
      'h.agare_typ',
      'h.agare_id',
      'h.skapad',
      'h.nummer',
      'h.lage',
      'h.lage_sedan',
      'h.skapad_av as skapad_av_id',
    ])
    .select(['a.dnr', 'a.titel as arendetitel', 'a.lage as arendelage', 'u.name as skapad_av', 's.post', 's.hash'])
    .select(openTitle.as('titel'))
    .select(['v.inlamnat_syns_for', namndensOrgan, inlamnatFor, javigaI])
    .select(sql<string>`coalesce(f.namn, n.namn, p.namn)`.as('agare_namn'))
    .select(medgrupperAv('h').as('medgrupper'))
    .orderBy('h.skapad')
    .orderBy('h.id');
  let delningar = db.selectFrom('delning').selectAll();
  if (urval !== 'alla' && 'id' in urval) {
    query = query.where('h.id', '=', urval.id);
    delningar = delningar.where('handling_id', '=', urval.id);
  } else if (urval !== 'alla') {
    query = query.where('h.arende_id', '=', urval.arendeId);
    delningar = delningar.where('handling_id', 'in', (from) =>
      from.selectFrom('handling').select('id').where('arende_id', '=', urval.arendeId),
    );
  }
  const [rows, shared, inlamningar] = await Promise.all([
    query.execute(),
    delningar.execute(),
    readInlamningar(db, urval !== 'alla' && 'id' in urval ? urval.id : null),
  ]);
  const inlamnad = new Map(inlamningar.map(({ inlamning }) => [inlamning.handlingId, inlamning]));
  const avUtkast = Map.groupBy(inlamningar, ({ utkastId }) => utkastId);
  const byHandling = Map.groupBy(shared, (delning) => delning.handling_id);
  return rows.map((row) => {
    const entry = row.post === null || row.hash === null ? null : readEntry({ post: row.post, hash: row.hash });
    const words = entry === 'unreadable' ? null : entry;
    const medgrupper = readMedgrupper(row.medgrupper);
    const inlamning = inlamnad.get(row.id) ?? null;
    const aterkallad = inlamning?.atertagen?.tid ?? null;
    const ratt = toRattHandling({ ...row, aterkallad }, medgrupper, byHandling.get(row.id) ?? [], entry !== null);
    const beskrivning = {
      id: row.id,
      arendeId: row.arende_id,
      // What was sealed is shown in the seal's own words: they are what verify answers for.
      dnr: words?.dnr ?? row.dnr,
      nummer: row.nummer === null ? null : handlingsnummer(words?.dnr ?? row.dnr, row.nummer),
      arendetitel: row.arendetitel,
      typ: row.typ,
      mall: row.mall,
      titel: words?.titel ?? row.titel,
      agare: { typ: row.agare_typ, id: row.agare_id, namn: row.agare_namn },
      medgrupper: [...medgrupper],
      skapad: row.skapad,
      skapadAv: row.skapad_av,
      sigill: entry === null ? null : toSigill(entry),
      lage: lageAv(ratt),
      lageSedan: row.lage_sedan,
      inlamning,
    };
    const inlamnade = (avUtkast.get(row.id) ?? []).map((ett) => ett.inlamning);
    return { ratt, beskrivning, inlamnade, skapadAvId: row.skapad_av_id, arendelage: row.arendelage };
  });
}

/** The handling as this person sees it; null for one that does not exist for this person. */
export function seen(rad: HandlingRad, person: RattPerson, now: Date): Handling | null {
  const rattNu = ratt(person, rad.ratt, now);
  if (rattNu === 'ingen') return null;
  const grupper = gruppernas(rad.ratt);
  const egen = gallande(person, now).some(({ organ }) => organ.typ === 'partigrupp' && grupper.includes(organ.id));
  return {
    ...rad.beskrivning,
    inlamnade: egen ? rad.inlamnade : [],
    lageakter: mojligaAkter(person, rad.ratt, now).filter((akt) => akt !== 'arkivera' || rad.arendelage === 'avslutat'),
    farLamnaIn: farLamnaIn(person, rad.ratt, now),
    farAterta: farAterta(person, rad.ratt, now) && forBeslut(rad.arendelage),
    ratt: rattNu,
    farJustera: farJustera(person, rad.ratt, now),
    farDela: farDela(person, rad.ratt, now),
  };
}

/** A seal as the API shows it. */
export function toSigill(entry: StoredSeal): Sigill | OlasligtSigill {
  if (entry === 'unreadable') return { olasligt: true };
  return {
    nr: entry.nr,
    person: entry.person,
    tid: entry.time,
    sha256: entry.textSha256,
    foregaende: entry.previous,
    kedjehash: entry.hash,
  };
}
