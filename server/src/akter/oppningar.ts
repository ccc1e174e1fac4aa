import type { HandlingId, PersonId } from '@samskrift/shared';
import type { Logger } from 'pino';
import type { Db } from '../db/open.ts';
import { bokfor } from './bokfor.ts';

/** More than anybody opens in a day; past it the store is asked again, which only takes longer. */
const MINNS = 100_000;

/**
 * Writes down that a person has opened a handling, once a day, whether on its page or by a socket without one. What it has written
 * it remembers: when a thousand sockets come back at once, the store is not asked about them.
 */
export class Oppningar {
  readonly #db: Db;
  readonly #log: Logger;
  readonly #now: () => Date;
  #dag = '';
  readonly #kanda = new Map<string, Promise<void>>();

  constructor(db: Db, log: Logger, now: () => Date) {
    this.#db = db;
    this.#log = log;
    this.#now = now;
  }

  /** Never rejects: what is opened is not closed by a disk that does not take the line. */
  note(handlingId: HandlingId, personId: PersonId): Promise<void> {
    const tid = this.#now();
    const dag = tid.toISOString().slice(0, 10);
    if (dag !== this.#dag || this.#kanda.size >= MINNS) this.#kanda.clear();
    this.#dag = dag;
    const nyckel = `${personId} ${handlingId}`;
    const kand = this.#kanda.get(nyckel);
    if (kand !== undefined) return kand;
    const skrivs = this.#skriv(handlingId, personId, tid, dag).catch((error: unknown) => {
      this.#kanda.delete(nyckel);
      this.#log.error({ err: error, akt: 'handlingOppnad' }, 'an act could not be written down');
    });
    this.#kanda.set(nyckel, skrivs);
    return skrivs;
  }

  /** When everything that is being written has been; to be called before the store is closed. */
  async klart(): Promise<void> {
    await Promise.all(this.#kanda.values());
  }

  async #skriv(handlingId: HandlingId, personId: PersonId, tid: Date, dag: string): Promise<void> {
    const redan = await this.#db
      .selectFrom('akt')
      .select('nr')
      .where('handling_id', '=', handlingId)
      .where('person_id', '=', personId)
      .where('akt', '=', 'handlingOppnad')
      .where('tid', '>=', dag)
      .executeTakeFirst();
    if (redan !== undefined) return;
    const om = await this.#db
      .selectFrom('handling as h')
      .innerJoin('arende as a', 'a.id', 'h.arende_id')
      .where('h.id', '=', handlingId)
      .select(['a.id as arendeId', 'a.namnd_id as namndId'])
      .executeTakeFirst();
    if (om === undefined) return;
    await bokfor(this.#db, { akt: 'handlingOppnad', tid, personId, handlingId, ...om });
  }
}
