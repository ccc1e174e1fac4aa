import { randomUUID } from 'node:crypto';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { GJORT, nekat, type Utfall, upptaget, type Vem } from './utfall.ts';

/** Changes of nämnder and what works under them. To be called in a transaction: each asks before it writes. */
export async function skapaNamnd(db: Db, namn: string, { personId, tid }: Vem): Promise<Utfall> {
  const tagen = upptaget(await db.selectFrom('namnd').selectAll().execute(), namn);
  if (tagen !== undefined) return nekat('finnsRedan', `${tagen.namn} finns redan. Välj ett annat namn.`);
  const id = randomUUID();
  await db.insertInto('namnd').values({ id, namn }).execute();
  await bokfor(db, { akt: 'organSkapat', tid, personId, namndId: id, detalj: { typ: 'namnd', id, namn } });
  return GJORT;
}

export async function bytNamnPaNamnd(db: Db, id: string, namn: string, { personId, tid }: Vem): Promise<Utfall> {
  const alla = await db.selectFrom('namnd').selectAll().execute();
  const forut = alla.find((en) => en.id === id);
  if (forut === undefined) return nekat('finnsInte', 'Nämnden finns inte.');
  const tagen = upptaget(alla, namn, id);
  if (tagen !== undefined) return nekat('finnsRedan', `${tagen.namn} finns redan. Välj ett annat namn.`);
  await db.updateTable('namnd').set({ namn }).where('id', '=', id).execute();
  const detalj = { typ: 'namnd', id, forut: forut.namn, namn };
  await bokfor(db, { akt: 'organAndrat', tid, personId, namndId: id, detalj });
  return GJORT;
}

export async function skapaForvaltning(db: Db, namndId: string, namn: string, { personId, tid }: Vem): Promise<Utfall> {
  const namnd = await db.selectFrom('namnd').select('id').where('id', '=', namndId).executeTakeFirst();
  if (namnd === undefined) return nekat('finnsInte', 'Nämnden finns inte.');
  const tagen = upptaget(await db.selectFrom('forvaltning').selectAll().execute(), namn);
  if (tagen !== undefined) return nekat('finnsRedan', `${tagen.namn} finns redan. Välj ett annat namn.`);
  const id = randomUUID();
  await db.insertInto('forvaltning').values({ id, namn, namnd_id: namndId }).execute();
  await bokfor(db, { akt: 'organSkapat', tid, personId, namndId, detalj: { typ: 'forvaltning', id, namn } });
  return GJORT;
}

export async function bytNamnPaForvaltning(db: Db, id: string, namn: string, { personId, tid }: Vem): Promise<Utfall> {
  const alla = await db.selectFrom('forvaltning').selectAll().execute();
  const forut = alla.find((en) => en.id === id);
  if (forut === undefined) return nekat('finnsInte', 'Förvaltningen finns inte.');
  const tagen = upptaget(alla, namn, id);
  if (tagen !== undefined) return nekat('finnsRedan', `${tagen.namn} finns redan. Välj ett annat namn.`);
  await db.updateTable('forvaltning').set({ namn }).where('id', '=', id).execute();
  const detalj = { typ: 'forvaltning', id, forut: forut.namn, namn };
  await bokfor(db, { akt: 'organAndrat', tid, personId, namndId: forut.namnd_id, detalj });
  return GJORT;
}

export async function skapaAvdelning(
  db: Db,
  forvaltningId: string,
  namn: string,
  { personId, tid }: Vem,
): Promise<Utfall> {
  const over = await db.selectFrom('forvaltning').selectAll().where('id', '=', forvaltningId).executeTakeFirst();
  if (over === undefined) return nekat('finnsInte', 'Förvaltningen finns inte.');
  const syskon = await db.selectFrom('avdelning').selectAll().where('forvaltning_id', '=', forvaltningId).execute();
  const tagen = upptaget(syskon, namn);
  if (tagen !== undefined) return nekat('finnsRedan', `${tagen.namn} finns redan i ${over.namn}. Välj ett annat namn.`);
  const id = randomUUID();
  await db.insertInto('avdelning').values({ id, namn, forvaltning_id: forvaltningId }).execute();
  const detalj = { typ: 'avdelning', id, namn };
  await bokfor(db, { akt: 'organSkapat', tid, personId, namndId: over.namnd_id, detalj });
  return GJORT;
}

export async function bytNamnPaAvdelning(db: Db, id: string, namn: string, { personId, tid }: Vem): Promise<Utfall> {
  const forut = await db
    .selectFrom('avdelning')
    .innerJoin('forvaltning', 'forvaltning.id', 'avdelning.forvaltning_id')
    .select(['avdelning.namn', 'forvaltning_id', 'namnd_id'])
    .where('avdelning.id', '=', id)
    .executeTakeFirst();
  if (forut === undefined) return nekat('finnsInte', 'Avdelningen finns inte.');
  const syskon = await db
    .selectFrom('avdelning')
    .selectAll()
    .where('forvaltning_id', '=', forut.forvaltning_id)
    .execute();
  const tagen = upptaget(syskon, namn, id);
  if (tagen !== undefined) return nekat('finnsRedan', `${tagen.namn} finns redan där. Välj ett annat namn.`);
  await db.updateTable('avdelning').set({ namn }).where('id', '=', id).execute();
  const detalj = { typ: 'avdelning', id, forut: forut.namn, namn };
  await bokfor(db, { akt: 'organAndrat', tid, personId, namndId: forut.namnd_id, detalj });
  return GJORT;
}
