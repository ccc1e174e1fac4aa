import { randomUUID } from 'node:crypto';
import { likform } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { GJORT, nekat, type Utfall, upptaget, type Vem } from './utfall.ts';

interface Partinamn {
  readonly namn: string;
  readonly forkortning: string;
}

/** Changes of parties and their groups. To be called in a transaction: each asks before it writes. */
export async function skapaParti(db: Db, ny: Partinamn, { personId, tid }: Vem): Promise<Utfall> {
  const krock = await partikrock(db, ny);
  if (krock !== null) return krock;
  const id = randomUUID();
  await db.insertInto('parti').values({ id, namn: ny.namn, forkortning: ny.forkortning }).execute();
  await bokfor(db, { akt: 'organSkapat', tid, personId, detalj: { typ: 'parti', id, ...ny } });
  return GJORT;
}

export async function andraParti(db: Db, id: string, ny: Partinamn, { personId, tid }: Vem): Promise<Utfall> {
  const forut = await db.selectFrom('parti').selectAll().where('id', '=', id).executeTakeFirst();
  if (forut === undefined) return nekat('finnsInte', 'Partiet finns inte.');
  const krock = await partikrock(db, ny, id);
  if (krock !== null) return krock;
  await db.updateTable('parti').set({ namn: ny.namn, forkortning: ny.forkortning }).where('id', '=', id).execute();
  const detalj = { typ: 'parti', id, forut: forut.namn, ...ny };
  await bokfor(db, { akt: 'organAndrat', tid, personId, detalj });
  return GJORT;
}

export async function skapaPartigrupp(
  db: Db,
  namndId: string,
  ny: { readonly partiId: string; readonly namn?: string | undefined },
  { personId, tid }: Vem,
): Promise<Utfall> {
  const namnd = await db.selectFrom('namnd').selectAll().where('id', '=', namndId).executeTakeFirst();
  if (namnd === undefined) return nekat('finnsInte', 'Nämnden finns inte.');
  const parti = await db.selectFrom('parti').selectAll().where('id', '=', ny.partiId).executeTakeFirst();
  if (parti === undefined) return nekat('finnsInte', 'Partiet finns inte.');
  const grupper = await db.selectFrom('partigrupp').selectAll().where('namnd_id', '=', namndId).execute();
  if (grupper.some((grupp) => grupp.parti_id === parti.id)) {
    return nekat('finnsRedan', `${parti.namn} har redan en partigrupp i ${namnd.namn}.`);
  }
  const namn = ny.namn ?? parti.namn;
  const tagen = upptaget(grupper, namn);
  if (tagen !== undefined)
    return nekat('finnsRedan', `${tagen.namn} finns redan i ${namnd.namn}. Välj ett annat namn.`);
  const id = randomUUID();
  await db.insertInto('partigrupp').values({ id, namn, namnd_id: namndId, parti_id: parti.id }).execute();
  await bokfor(db, { akt: 'organSkapat', tid, personId, namndId, detalj: { typ: 'partigrupp', id, namn } });
  return GJORT;
}

export async function bytNamnPaPartigrupp(db: Db, id: string, namn: string, { personId, tid }: Vem): Promise<Utfall> {
  const forut = await db.selectFrom('partigrupp').selectAll().where('id', '=', id).executeTakeFirst();
  if (forut === undefined) return nekat('finnsInte', 'Partigruppen finns inte.');
  const syskon = await db.selectFrom('partigrupp').selectAll().where('namnd_id', '=', forut.namnd_id).execute();
  const tagen = upptaget(syskon, namn, id);
  if (tagen !== undefined) return nekat('finnsRedan', `${tagen.namn} finns redan där. Välj ett annat namn.`);
  await db.updateTable('partigrupp').set({ namn }).where('id', '=', id).execute();
  const detalj = { typ: 'partigrupp', id, forut: forut.namn, namn };
  await bokfor(db, { akt: 'organAndrat', tid, personId, namndId: forut.namnd_id, detalj });
  return GJORT;
}

/** Names and förkortningar are one set: a list that says «MP» must mean one party. */
async function partikrock(db: Db, ny: Partinamn, egen?: string) {
  const alla = await db.selectFrom('parti').selectAll().execute();
  for (const ord of [ny.namn, ny.forkortning]) {
    const tagen = alla.find(
      (parti) => parti.id !== egen && [parti.namn, parti.forkortning].some((annat) => likform(annat) === likform(ord)),
    );
    if (tagen === undefined) continue;
    return nekat('finnsRedan', `«${ord}» används redan av ${tagen.namn} (${tagen.forkortning}). Välj något annat.`);
  }
  return null;
}
