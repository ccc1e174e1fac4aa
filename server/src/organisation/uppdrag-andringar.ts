import { type NyttUppdrag, overlappar, periodText, type Uppdragsnyckel, type Uppdragsrad } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { readPartimedlemmar, vantarPaJa } from './gruppens-ja.ts';
import { kolumner } from './uppdragsnyckel.ts';
import { nekat, type Utfall, type Vem } from './utfall.ts';

const SAKNAS = 'Uppdraget finns inte. Ladda om sidan.';

/** Changes of uppdrag. To be called in a transaction: each asks before it writes. */
export async function geUppdrag(db: Db, nytt: NyttUppdrag, vem: Vem): Promise<Utfall<Uppdragsrad>> {
  const person = await db.selectFrom('user').select('id').where('id', '=', nytt.personId).executeTakeFirst();
  if (person === undefined) return nekat('finnsInte', 'Personen finns inte.');
  if (!(await organFinns(db, nytt))) return nekat('finnsInte', 'Det som uppdraget gäller finns inte.');
  const krock = await krockande(db, nytt);
  if (krock !== undefined) {
    const rad = nytt.fran < krock.fran ? `Sätt en sista dag före ${krock.fran}, eller ändra` : 'Ändra';
    return nekat('finnsRedan', `Personen har redan det uppdraget ${periodText(krock)}. ${rad} det i stället.`);
  }
  const { personId, roll, organTyp, organId, fran, till } = nytt;
  const vantar = await vantarNu(db, nytt, vem);
  await db
    .insertInto('uppdrag')
    .values({ person_id: personId, roll, organ_typ: organTyp, organ_id: organId, fran, till, vantar })
    .execute();
  await bokforUppdrag(db, 'uppdragGivet', nytt, vem);
  return medNamn(db, nytt);
}

export async function andraSlut(db: Db, andrat: NyttUppdrag, vem: Vem): Promise<Utfall<Uppdragsrad>> {
  const krock = await krockande(db, andrat, andrat.fran);
  if (krock !== undefined) {
    return nekat('finnsRedan', `Personen har samma uppdrag ${periodText(krock)}. Välj en sista dag före det.`);
  }
  return sattSlut(db, andrat, andrat.till, vem);
}

/** The uppdrag does not hold from today on; one that has not begun is taken away, so that it never holds. */
export async function avsluta(db: Db, nyckel: Uppdragsnyckel, vem: Vem): Promise<Utfall<Uppdragsrad>> {
  const idag = vem.tid.toISOString().slice(0, 10);
  const rad = await ettUppdrag(db, nyckel).selectAll().executeTakeFirst();
  if (rad === undefined) return nekat('finnsInte', SAKNAS);
  if (rad.till !== null && rad.till <= idag) return nekat('finnsRedan', 'Uppdraget har redan tagit slut.');
  if (nyckel.fran <= idag) return sattSlut(db, nyckel, idag, vem);
  const till = nyckel.fran;
  const borttaget = await medNamn(db, { ...nyckel, till });
  await db
    .deleteFrom('uppdrag')
    .where((eb) => eb.and(kolumner(nyckel)))
    .execute();
  await bokforUppdrag(db, 'uppdragAvslutat', { ...nyckel, till }, vem);
  return borttaget;
}

async function sattSlut(db: Db, nyckel: Uppdragsnyckel, till: string | null, vem: Vem): Promise<Utfall<Uppdragsrad>> {
  const fore = await ettUppdrag(db, nyckel).select('till').executeTakeFirst();
  // One that had ended lets the person in anew; and one that is said to have ended later gives a say to who was there last.
  const oppnas = fore !== undefined && slutade(fore, vem) && (till === null || till > (fore.till ?? till));
  const { numUpdatedRows } = await db
    .updateTable('uppdrag')
    .set(oppnas ? { till, vantar: await vantarNu(db, nyckel, vem), skal: 'nytt' } : { till })
    .where((eb) => eb.and(kolumner(nyckel)))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return nekat('finnsInte', SAKNAS);
  await bokforUppdrag(db, till === null ? 'uppdragGivet' : 'uppdragAvslutat', { ...nyckel, till }, vem);
  return medNamn(db, { ...nyckel, till });
}

/** Another uppdrag of the same person in the same role and organ, some day of which is also a day of this one. */
async function krockande(db: Db, uppdrag: NyttUppdrag, utomFran?: string) {
  const rader = await db
    .selectFrom('uppdrag')
    .select(['fran', 'till'])
    .where('person_id', '=', uppdrag.personId)
    .where('organ_typ', '=', uppdrag.organTyp)
    .where('organ_id', '=', uppdrag.organId)
    .where('roll', '=', uppdrag.roll)
    .execute();
  return rader.find((rad) => rad.fran !== utomFran && (rad.fran === uppdrag.fran || overlappar(rad, uppdrag)));
}

async function vantarNu(db: Db, nyckel: Uppdragsnyckel, vem: Vem): Promise<number> {
  const medlemmar = await readPartimedlemmar(db, vem.tid.toISOString().slice(0, 10));
  return (await vantarPaJa(db, medlemmar, nyckel, nyckel.personId)) ? 1 : 0;
}

function slutade({ till }: { readonly till: string | null }, vem: Vem): boolean {
  return till !== null && till <= vem.tid.toISOString().slice(0, 10);
}

function ettUppdrag(db: Db, nyckel: Uppdragsnyckel) {
  return db.selectFrom('uppdrag').where((eb) => eb.and(kolumner(nyckel)));
}

async function organFinns(db: Db, { organTyp, organId }: Pick<NyttUppdrag, 'organTyp' | 'organId'>): Promise<boolean> {
  const tabell = organTyp === 'partikansli' ? 'parti' : organTyp;
  const rad = await db.selectFrom(tabell).select('id').where('id', '=', organId).executeTakeFirst();
  return rad !== undefined;
}

async function bokforUppdrag(
  db: Db,
  akt: 'uppdragGivet' | 'uppdragAvslutat',
  { personId, roll, organTyp, organId, fran, till }: NyttUppdrag,
  vem: Vem,
): Promise<void> {
  const detalj = { person: personId, roll, organTyp, organId, fran, ...(till === null ? {} : { till }) };
  await bokfor(db, { akt, tid: vem.tid, personId: vem.personId, detalj });
}

async function medNamn(db: Db, uppdrag: NyttUppdrag): Promise<Utfall<Uppdragsrad>> {
  const { name, email } = await db
    .selectFrom('user')
    .select(['name', 'email'])
    .where('id', '=', uppdrag.personId)
    .executeTakeFirstOrThrow();
  const { personId, roll, organTyp, organId, fran, till } = uppdrag;
  const rad = await ettUppdrag(db, uppdrag).select('vantar').executeTakeFirstOrThrow();
  const vantar = rad.vantar === 1;
  return { ok: true, varde: { personId, roll, organTyp, organId, fran, till, vantar, namn: name, epost: email } };
}
