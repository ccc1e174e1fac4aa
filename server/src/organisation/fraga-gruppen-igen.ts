import type { PersonId } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { harAnvants, PARTIORGAN, partiOf } from './gruppens-ja.ts';
import { kolumner } from './uppdragsnyckel.ts';

/**
 * Puts what a person has and has had in partigrupper and partikanslier back to waiting for their yes, but in a party that is being
 * set up: whoever comes in first there vouches for the others. Also what has ended, or whoever holds the account would have a say
 * in who comes in after it. To be called in a transaction, before the person's login is written down.
 */
export async function fragaGruppenIgen(db: Db, personId: PersonId, tid: Date): Promise<void> {
  const uppdrag = await db
    .selectFrom('uppdrag')
    .select(['roll', 'organ_typ as organTyp', 'organ_id as organId', 'fran'])
    .where('person_id', '=', personId)
    .where('organ_typ', 'in', [...PARTIORGAN])
    .where('vantar', '=', 0)
    .execute();
  for (const ett of uppdrag) {
    const { roll, organTyp, organId } = ett;
    const partiId = await partiOf(db, { organTyp, organId });
    if (partiId === null || !(await harAnvants(db, partiId))) continue;
    await db
      .updateTable('uppdrag')
      .set({ vantar: 1, skal: 'konto' })
      .where((eb) => eb.and(kolumner({ ...ett, personId })))
      .execute();
    await bokfor(db, { akt: 'medlemProvas', tid, personId, detalj: { person: personId, roll, organTyp, organId } });
  }
}
