import type { Akt, PersonId } from '@samskrift/shared';
import type { Db } from '../db/open.ts';

/** One act as it is written down. What it was done to, as far as it concerns something with a right of its own. */
export interface NyAkt {
  readonly akt: Akt;
  readonly tid: Date;
  /** Null for what nobody known did, as a failed login. */
  readonly personId: PersonId | null;
  readonly handlingId?: string;
  readonly arendeId?: string;
  readonly namndId?: string;
  /** Plain facts that make the line readable; never a word of a text or a title. */
  readonly detalj?: Readonly<Record<string, string | number>>;
}

/** Writes an act into the log that nobody can change. To be called in the transaction that does what it tells of. */
export async function bokfor(db: Db, akt: NyAkt): Promise<void> {
  await db
    .insertInto('akt')
    .values({
      tid: akt.tid.toISOString(),
      akt: akt.akt,
      person_id: akt.personId,
      handling_id: akt.handlingId ?? null,
      arende_id: akt.arendeId ?? null,
      namnd_id: akt.namndId ?? null,
      detalj: JSON.stringify(akt.detalj ?? {}),
    })
    .execute();
}
