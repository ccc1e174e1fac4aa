import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import type { QueryClient } from '@tanstack/react-query';
import { persistQueryClientRestore, persistQueryClientSubscribe } from '@tanstack/react-query-persist-client';
import { clear, createStore, del, get, set } from 'idb-keyval';
import { MINNESTID, skallMinnas } from './queryClient.ts';

/** Raised when a remembered answer of the old shape could not be shown by the pages of now. */
const MINNETS_VERSION = '4';

/** What has been read, kept in the browser so that the pages open without network. */
export interface Minne {
  /**
   * Fills the cache with what is kept, to be shown until it has been asked again. Resolves soon whatever the browser's
   * storage does: with nothing where it denies or waits.
   */
  aterstall(queryClient: QueryClient): Promise<void>;
  /** Keeps what is read from now on; returns its undo. */
  folj(queryClient: QueryClient): () => void;
  /** Removes what is kept; what is read afterwards is kept again. Resolves soon, as `aterstall`. */
  rensa(): Promise<void>;
  /** Removes what is kept and keeps nothing more: a write already on its way would put a person's titles back. */
  glom(): Promise<void>;
}

/** Longer than any browser that answers takes to read it, shorter than a person waits for a page. */
const VANTA_MS = 1000;
/** A logout waits longer: what it leaves behind, the next person at this computer could read. */
const GLOM_MS = 5000;

export function createMinne(): Minne {
  const lagring = createStore('samskrift-minne', 'svar');
  let glomt = false;
  // What comes too late could be another person's by then, or older than what the page has read.
  let forSent = false;
  const persister = createAsyncStoragePersister({
    key: 'svar',
    throttleTime: 500,
    storage: {
      getItem: async (nyckel) => {
        const varde = await get<string>(nyckel, lagring);
        return forSent ? undefined : varde;
      },
      setItem: async (nyckel, varde) => {
        if (!glomt) await set(nyckel, varde, lagring);
      },
      removeItem: (nyckel) => del(nyckel, lagring),
    },
  });
  return {
    aterstall: async (queryClient) => {
      await snart(() =>
        persistQueryClientRestore({ queryClient, persister, maxAge: MINNESTID, buster: MINNETS_VERSION }),
      );
      forSent = true;
      // However fresh: what the last page did in its last half second had not been kept yet.
      await queryClient.invalidateQueries({ refetchType: 'none' });
    },
    folj: (queryClient) =>
      persistQueryClientSubscribe({
        queryClient,
        persister,
        buster: MINNETS_VERSION,
        dehydrateOptions: { shouldDehydrateQuery: skallMinnas, shouldDehydrateMutation: () => false },
      }),
    // What is written later comes after it, also where it takes its time.
    rensa: () => snart(() => clear(lagring)),
    glom: () => {
      glomt = true;
      return snart(() => clear(lagring), GLOM_MS);
    },
  };
}

/** Waits for the browser's storage, but not for ever. A private window may deny it: all works there but opening without network. */
async function snart(las: () => Promise<unknown>, vanta = VANTA_MS): Promise<void> {
  // Inside a promise, because a storage that is denied throws at once.
  const avslutad = Promise.resolve()
    .then(las)
    .catch((fel: unknown) => console.error('minnet:', fel));
  await Promise.race([avslutad, new Promise((resolve) => setTimeout(resolve, vanta))]);
}
