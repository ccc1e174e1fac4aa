import { type ArendeMedHandlingar, SYNLIGA_MEST, SynligaSchema } from '@samskrift/shared';
import type { Query, QueryClient } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { ApiFel, api } from '../api.ts';
import { kopiorAv, raderaKopia } from '../konto/lokalaKopior.ts';
import { skallMinnas } from './queryClient.ts';

/** How long the window may be left before what it keeps is asked about when somebody comes back to it. */
const BORTA_MS = 60_000;

/** Asks which of so many handlingar exist for whoever is logged in; what comes is not believed before it has been read. */
type Fraga = (ids: string[]) => Promise<unknown>;
const fragaServern: Fraga = (ids) => parseResponse(api.synliga.$post({ json: { ids } }));

/**
 * Removes what the browser keeps of handlingar that the person may no longer see, whether or not they are open anywhere: the
 * copies of their texts, and the remembered answers that name them. Only the server's own answer removes anything.
 */
export class Stadning {
  readonly #queryClient: QueryClient;
  readonly #fraga: Fraga;
  readonly #oppna = new Set<string>();
  #senast = Number.NEGATIVE_INFINITY;
  /** One after the other: what is asked for while one goes on may be about what has happened since it asked. */
  #ko: Promise<void> = Promise.resolve();

  constructor(queryClient: QueryClient, fraga: Fraga = fragaServern) {
    this.#queryClient = queryClient;
    this.#fraga = fraga;
  }

  /** The handling is open in this tab, and its session lets go of its copy by itself. Returns its undo. */
  oppnades(handlingId: string): () => void {
    this.#oppna.add(handlingId);
    return () => this.#oppna.delete(handlingId);
  }

  /** Sweeps when somebody comes back to the window, and when the network does. Returns its undo. */
  folj(personId: string): () => void {
    const lyssnar = new AbortController();
    const { signal } = lyssnar;
    const ater = () => {
      if (document.visibilityState === 'visible' && Date.now() - this.#senast >= BORTA_MS) void this.stada(personId);
    };
    window.addEventListener('focus', ater, { signal });
    document.addEventListener('visibilitychange', ater, { signal });
    window.addEventListener('online', () => void this.stada(personId), { signal });
    return () => lyssnar.abort();
  }

  /** Resolves when it has been done, or could not be. */
  stada(personId: string): Promise<void> {
    this.#senast = Date.now();
    this.#ko = this.#ko
      .then(() => this.#enGang(personId))
      .catch((fel: unknown) => {
        // Without network, or logged out, all stays; it is asked again.
        if (!(fel instanceof ApiFel)) console.error('städningen:', fel);
      });
    return this.#ko;
  }

  async #enGang(personId: string): Promise<void> {
    const kopior = await kopiorAv(personId);
    const alla = new Set([...kopior, ...this.#namnda()]);
    const borta = await this.#ejSynliga(personId, [...alla]);
    if (borta.size === 0) return;
    this.#glom(borta);
    const radera = kopior.filter((id) => borta.has(id) && !this.#oppna.has(id));
    await Promise.all(radera.map((id) => raderaKopia(personId, id)));
  }

  /** @throws what any of the questions failed by, also an answer that is not the server's to this person */
  async #ejSynliga(personId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const borta = new Set(ids);
    for (let fran = 0; fran < ids.length; fran += SYNLIGA_MEST) {
      const svar = SynligaSchema.safeParse(await this.#fraga(ids.slice(fran, fran + SYNLIGA_MEST)));
      if (!svar.success || svar.data.personId !== personId) {
        throw new ApiFel('okant', 0, 'Svaret kom inte från servern, eller gällde en annan person.');
      }
      for (const id of svar.data.ids) borta.delete(id);
    }
    return borta;
  }

  /** The handlingar that the remembered answers are about. */
  #namnda(): string[] {
    const minns = (nyckel: string) =>
      this.#queryClient.getQueryCache().findAll({ queryKey: [nyckel], predicate: skallMinnas });
    const lasta = minns('handling').map(({ queryKey }) => String(queryKey[1]));
    const listade = minns('arende').flatMap(({ state }) => (state.data as ArendeMedHandlingar).lista);
    return [...lasta, ...listade.map(({ id }) => id)];
  }

  /** What is not on the page is removed, and what is is asked again; what the browser keeps of them is written anew by that. */
  #glom(borta: ReadonlySet<string>): void {
    const namner = (query: Query) => {
      if (!skallMinnas(query)) return false;
      const sagt = JSON.stringify([query.queryKey, query.state.data]);
      return [...borta].some((id) => sagt.includes(`"${id}"`));
    };
    // What is never remembered may name them too, and is soon read again.
    this.#queryClient.removeQueries({
      type: 'inactive',
      predicate: (query) => query.meta?.minns !== true || namner(query),
    });
    void this.#queryClient.invalidateQueries({ predicate: namner });
  }
}
