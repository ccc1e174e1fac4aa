import { createHash, randomUUID } from 'node:crypto';
import { type Arendelage, forBeslut, harNatt, type PartigruppId, type PersonId } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { insertHandling, type NyRad } from '../handlingar/create-handling.ts';
import type { CleanCopy } from '../store/store.ts';

/** What is handed in, by whom and for whom. */
export interface NyInlamning {
  /** The draft's own words about itself; nothing else of it is known here. */
  readonly utkast: Pick<NyRad, 'id' | 'arende_id' | 'namnd_id' | 'typ' | 'mall' | 'titel'>;
  readonly grupp: { readonly id: PartigruppId; readonly namn: string };
  readonly personId: PersonId;
  readonly kopia: CleanCopy;
  /** The person knows that the group has handed in another text of this draft. */
  readonly ersatt: boolean;
  readonly tid: Date;
}

export type Inlamnat =
  /** `ersatta` are the copies that were taken back by this. */
  | { readonly outcome: 'inlamnad'; readonly id: string; readonly ersatta: readonly string[] }
  | { readonly outcome: 'redan'; readonly id: string }
  | { readonly outcome: 'ersatter' };

/**
 * Registers a clean copy of a group's draft as a handling of the nämnd (domain R20, R21, R23), in one transaction with what is
 * written of it. The same words twice are one handing in, however often it is clicked; other words take the place of the earlier
 * ones while those can still be taken back.
 */
export function lamnaIn(db: Db, ny: NyInlamning): Promise<Inlamnat> {
  const sha256 = createHash('sha256').update(ny.kopia.text).digest('hex');
  const { utkast, grupp, tid } = ny;
  return db.transaction().execute(async (trx): Promise<Inlamnat> => {
    const tidigare = await trx
      .selectFrom('inlamning as i')
      .innerJoin('handling as h', 'h.id', 'i.handling_id')
      .innerJoin('arende as a', 'a.id', 'h.arende_id')
      .where('i.utkast_id', '=', utkast.id)
      .where('i.aterkallad', 'is', null)
      .select(['h.id', 'h.titel', 'h.lage', 'i.sha256', 'a.lage as arendelage'])
      .execute();
    const samma = tidigare.find((en) => en.sha256 === sha256 && en.titel === utkast.titel);
    if (samma !== undefined) return { outcome: 'redan', id: samma.id };
    if (tidigare.length > 0 && !ny.ersatt) return { outcome: 'ersatter' };

    const id = randomUUID();
    const skapad = tid.toISOString();
    const agare = { agare_typ: 'namnd', agare_id: utkast.namnd_id } as const;
    const nummer = await insertHandling(
      trx,
      { ...utkast, id, ...agare, skapad, skapad_av: ny.personId, lage: 'inlamnad', lage_sedan: skapad },
      ny.kopia.base,
    );
    await trx
      .insertInto('inlamning')
      .values({
        handling_id: id,
        utkast_id: utkast.id,
        partigrupp_id: grupp.id,
        person_id: ny.personId,
        tid: skapad,
        sha256,
        aterkallad: null,
        aterkallad_av: null,
      })
      .execute();
    const om = { tid, personId: ny.personId, arendeId: utkast.arende_id, namndId: utkast.namnd_id };
    await bokfor(trx, { ...om, akt: 'kopiaInlamnad', handlingId: utkast.id, detalj: { nummer: nummer ?? 0 } });
    await bokfor(trx, { ...om, akt: 'inlamnad', handlingId: id, detalj: { grupp: grupp.namn } });
    const ersatta = tidigare.filter(kanAtertas).map((en) => en.id);
    for (const ersatt of ersatta) await aterta(trx, { ...om, handlingId: ersatt });
    return { outcome: 'inlamnad', id, ersatta };
  });
}

interface Atertagande {
  readonly handlingId: string;
  readonly arendeId: string;
  readonly namndId: string;
  readonly personId: PersonId;
  readonly tid: Date;
}

/** Takes back what was handed in; that it came in stays. @returns false where somebody was first. */
export async function aterta(trx: Db, { handlingId, personId, tid, ...om }: Atertagande): Promise<boolean> {
  const done = await trx
    .updateTable('inlamning')
    .set({ aterkallad: tid.toISOString(), aterkallad_av: personId })
    .where('handling_id', '=', handlingId)
    .where('aterkallad', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await bokfor(trx, { ...om, akt: 'atertagen', tid, personId, handlingId });
  return true;
}

function kanAtertas({ lage, arendelage }: { lage: Parameters<typeof harNatt>[0]; arendelage: Arendelage }): boolean {
  return !harNatt(lage, 'justerad') && forBeslut(arendelage);
}
