import { handlingId } from '@samskrift/shared';
import type { Logger } from 'pino';
import type { Db } from '../db/open.ts';
import type { Store } from '../store/store.ts';
import { ThreadClient } from '../store/thread-client.ts';
import type { Bit } from './ord.ts';
import type { Post, SokOperations } from './sok-operations.ts';

export interface Traff {
  readonly id: string;
  readonly utdrag: readonly Bit[];
}

/** What can be searched: an id of an ärende or a handling, and the title it has now. */
export interface Sokbar {
  readonly id: string;
  readonly titel: string;
}

interface SokOptions {
  /** The index, a file of its own beside the store: made again from the store where it is missing. */
  readonly file: string;
  readonly db: Db;
  readonly store: Pick<Store, 'load'>;
  readonly log: Logger;
  /** Handlingar with something written that no compaction has covered, and how much. */
  readonly tails: () => ReadonlyMap<string, number>;
}

/**
 * The search index, kept apart from the store so that no commit waits for it. A text comes into it in the background when it is
 * new, has been compacted or is sealed; what has been missed, and what stands in open rooms, the next search fetches first. A
 * partigrupp's handling is never written to it: the one place that writes asks whose it is.
 */
export class Sok {
  readonly #options: SokOptions;
  #thread: ThreadClient<SokOperations> | null = null;
  /** Title of what this process has put into the index, or has seen to be there. */
  readonly #known = new Map<string, string>();
  readonly #dirty = new Set<string>();
  readonly #tails = new Map<string, number>();
  /** One text at a time: an import of a thousand does not hold a thousand in memory. */
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: SokOptions) {
    this.#options = options;
  }

  /** The ärende or handling has got another text or title. Returns at once. */
  changed(id: string): void {
    this.#dirty.add(id);
    void this.#soon([id]);
  }

  /** Those of what may be seen that have every word, best first. Rejects if the index cannot be read. */
  async search(ord: readonly string[], synliga: readonly Sokbar[]): Promise<readonly Traff[]> {
    const tails = this.#options.tails();
    const behind = synliga.filter(
      ({ id, titel }) =>
        this.#dirty.has(id) || this.#known.get(id) !== titel || (tails.get(id) ?? 0) !== (this.#tails.get(id) ?? 0),
    );
    await this.#soon(behind.map(({ id }) => id));
    const ids = synliga.map(({ id }) => id);
    return this.#call('search', [ord, ids]);
  }

  /** Asks one text that is not in the index; an excerpt, or null where it does not have every word. */
  async match(ord: readonly string[], { id, titel }: Sokbar): Promise<readonly Bit[] | null> {
    const bytes = await this.#bytes(id);
    return bytes === null ? null : this.#call('match', [ord, { id, titel, ovrigt: '', bytes }]);
  }

  /** No text is indexed any more; the file is closed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
    if (this.#thread === null || this.#thread.ended) return;
    await this.#thread.call('close', []);
    await this.#thread.end();
  }

  #soon(ids: readonly string[]): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      for (const id of ids) if (!this.#closed) await this.#index(id);
    });
    return this.#turn;
  }

  /** Never rejects: what could not be indexed is tried again at its next change and at the next search. */
  async #index(id: string): Promise<void> {
    this.#dirty.delete(id);
    try {
      const tail = this.#options.tails().get(id) ?? 0;
      const post = await this.#read(id);
      if (post === null) return;
      await this.#call('index', [post]);
      this.#known.set(id, post.titel);
      this.#tails.set(id, tail);
    } catch (error) {
      this.#dirty.add(id);
      this.#options.log.error({ err: error }, 'a text could not be indexed');
    }
  }

  /** What is to be written; null for a partigrupp's and for what does not exist. */
  async #read(id: string): Promise<Post | null> {
    const { db } = this.#options;
    const handling = await db
      .selectFrom('handling')
      .where('id', '=', id)
      .where('agare_typ', '<>', 'partigrupp')
      .select('titel')
      .executeTakeFirst();
    if (handling !== undefined) {
      const bytes = await this.#bytes(id);
      return bytes === null ? null : { id, titel: handling.titel, ovrigt: '', bytes };
    }
    const arende = await db.selectFrom('arende').where('id', '=', id).select(['titel', 'dnr']).executeTakeFirst();
    return arende === undefined ? null : { id, titel: arende.titel, ovrigt: arende.dnr, bytes: [] };
  }

  async #bytes(id: string): Promise<readonly Uint8Array[] | null> {
    const stored = await this.#options.store.load(handlingId(id));
    return stored === null ? null : [stored.base, ...stored.tail];
  }

  #call<Name extends keyof SokOperations>(
    name: Name,
    args: Parameters<SokOperations[Name]>,
  ): Promise<ReturnType<SokOperations[Name]>> {
    const { file } = this.#options;
    if (this.#thread?.ended !== false)
      this.#thread = new ThreadClient<SokOperations>(new URL('./sok-thread.ts', import.meta.url), { file });
    return this.#thread.call(name, args);
  }
}
