import type { Akt, Handling, PersonId, RattHandling, RattPerson } from '@samskrift/shared';
import type { Logger } from 'pino';
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

export interface OmHandling extends NyAkt {
  readonly personId: PersonId;
  readonly handlingId: string;
}

/** An act of a person about a handling. */
export function aktOm(
  {
    handling,
    rad,
  }: { readonly handling: Pick<Handling, 'id' | 'arendeId'>; readonly rad: { readonly ratt: RattHandling } },
  akt: Akt,
  person: Pick<RattPerson, 'id'>,
  tid: Date,
): OmHandling {
  const { id: handlingId, arendeId } = handling;
  return { akt, tid, personId: person.id, handlingId, arendeId, namndId: rad.ratt.namndId };
}

/** Writes down what is done already and stays done: a disk that does not take the line must not make it look undone. */
export async function bokforEfterat({ db, log }: { readonly db: Db; readonly log: Logger }, akt: NyAkt): Promise<void> {
  try {
    await bokfor(db, akt);
  } catch (error) {
    log.error({ err: error, akt: akt.akt }, 'an act could not be written down');
  }
}
