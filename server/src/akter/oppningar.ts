import type { HandlingId, PersonId } from '@samskrift/shared';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../db/open.ts';

/** More than anybody opens in a day; past it the store is asked again, which only takes longer. */
const MINNS = 100_000;
/** How long an opening by a socket waits for others: when two thousand come at once they are one statement. */
const VANTAR_MS = 1_000;

interface Oppning {
  readonly tid: string;
  readonly person: PersonId;
  readonly handling: HandlingId;
}

/**
 * Writes down that a person has opened a handling, once a day, whether on its page or by a socket without one. What it has written
 * it remembers: when a thousand sockets come back at once, the store is not asked about them.
 */
export class Oppningar {
  readonly #db: Db;
  readonly #log: Logger;
  readonly #now: () => Date;
  #dag = '';
  readonly #kanda = new Set<string>();
  #nya: Oppning[] = [];
  #timer: NodeJS.Timeout | null = null;
  #skrivs: Promise<void> = Promise.resolve();

  constructor(db: Db, log: Logger, now: () => Date) {
    this.#db = db;
    this.#log = log;
    this.#now = now;
  }

  /** By a socket: written within a second, on nobody's way to the text. */
  note(handling: HandlingId, person: PersonId): void {
    if (!this.#ny(handling, person) || this.#timer !== null) return;
    this.#timer = setTimeout(() => void this.klart(), VANTAR_MS);
    this.#timer.unref();
  }

  /** On a page: written when this resolves. Never rejects: what is opened is not closed by a disk that does not take the line. */
  async noteNow(handling: HandlingId, person: PersonId): Promise<void> {
    if (this.#ny(handling, person)) await this.klart();
  }

  /** Writes what waits; to be called before the store is closed. */
  klart(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const nya = this.#nya;
    this.#nya = [];
    if (nya.length > 0) this.#skrivs = this.#skrivs.then(() => this.#skriv(nya));
    return this.#skrivs;
  }

  /** Whether it is the first of the day, as far as is remembered. */
  #ny(handling: HandlingId, person: PersonId): boolean {
    const tid = this.#now().toISOString();
    const dag = tid.slice(0, 10);
    if (dag !== this.#dag || this.#kanda.size >= MINNS) this.#kanda.clear();
    this.#dag = dag;
    const nyckel = nyckelFor(handling, person);
    if (this.#kanda.has(nyckel)) return false;
    this.#kanda.add(nyckel);
    this.#nya.push({ tid, person, handling });
    return true;
  }

  async #skriv(nya: readonly Oppning[]): Promise<void> {
    try {
      await sql`
        INSERT INTO akt (tid, akt, person_id, handling_id, arende_id, namnd_id, detalj)
        SELECT ny.value ->> 'tid', 'handlingOppnad', ny.value ->> 'person', h.id, a.id, a.namnd_id, '{}'
        FROM json_each(${JSON.stringify(nya)}) AS ny
          JOIN handling AS h ON h.id = ny.value ->> 'handling' JOIN arende AS a ON a.id = h.arende_id
        WHERE NOT EXISTS (
          SELECT 1 FROM akt WHERE handling_id = h.id AND person_id = ny.value ->> 'person' AND akt = 'handlingOppnad'
            AND tid >= substr(ny.value ->> 'tid', 1, 10))
        ORDER BY ny.key`.execute(this.#db);
    } catch (error) {
      for (const { handling, person } of nya) this.#kanda.delete(nyckelFor(handling, person));
      this.#log.error({ err: error, akt: 'handlingOppnad' }, 'an act could not be written down');
    }
  }
}

function nyckelFor(handling: HandlingId, person: PersonId): string {
  return `${person} ${handling}`;
}
