import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import type { QueryClient } from '@tanstack/react-query';
import { persistQueryClientRestore, persistQueryClientSubscribe } from '@tanstack/react-query-persist-client';
import { clear, createStore, del, get, set } from 'idb-keyval';
import { MINNESTID, skallMinnas } from './queryClient.ts';

/** Raised when a remembered answer of the old shape could not be shown by the pages of now. */
const MINNETS_VERSION = '1';

/** What has been read, kept in the browser so that the pages open without network. */
export interface Minne {
  /** Fills the cache with what is kept. Resolves soon whatever the browser's storage does: with nothing where it denies or waits. */
  aterstall(queryClient: QueryClient): Promise<void>;
  /** Keeps what is read from now on; returns its undo. */
  folj(queryClient: QueryClient): () => void;
  /** Removes what is kept; what is read afterwards is kept again. */
  rensa(): Promise<void>;
  /** Removes what is kept and keeps nothing more: a write already on its way would put a person's titles back. */
  glom(): Promise<void>;
}

/** Longer than any browser that answers takes to read it, shorter than a person waits for a page. */
const VANTA_MS = 400;

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
      const last = persistQueryClientRestore({ queryClient, persister, maxAge: MINNESTID, buster: MINNETS_VERSION });
      // A private window is such a place; everything works there but opening without network.
      const utan = last.catch((fel: unknown) => console.error('minnet:', fel));
      await Promise.race([utan, new Promise((resolve) => setTimeout(resolve, VANTA_MS))]);
      forSent = true;
    },
    folj: (queryClient) =>
      persistQueryClientSubscribe({
        queryClient,
        persister,
        buster: MINNETS_VERSION,
        dehydrateOptions: { shouldDehydrateQuery: skallMinnas, shouldDehydrateMutation: () => false },
      }),
    rensa: () => clear(lagring),
    glom: () => {
      glomt = true;
      return clear(lagring);
    },
  };
}
