import type { Mig } from '@samskrift/shared';
import type { QueryClient } from '@tanstack/react-query';
import { ApiFel } from '../api.ts';
import type { Minne } from '../app/minne.ts';
import { raderaSparadeKopior } from './lokalaKopior.ts';
import { migFraga, migNyckel } from './mig.ts';

/** Longer than any server that is there takes to say who one is, shorter than a person waits for a page. */
const VANTA_MS = 2_000;

/**
 * Lets persons in to the pages behind the login. The server is asked before the first of them shows anything that the
 * browser keeps: whoever was logged out elsewhere, or whose account has been closed, finds nothing here, except what is
 * nowhere else, when they log in again. Only where the server does not answer is who it was the last time believed.
 * @returns to be called before each page; fails with ApiFel 401 when nobody is logged in, and what else the question failed
 *   by where nothing is kept
 */
export function inslapp(queryClient: QueryClient, minne: Minne): () => Promise<void> {
  let inne = false;
  return async () => {
    try {
      if (inne) await queryClient.ensureQueryData({ ...migFraga, revalidateIfStale: true });
      else await vemSomKommer(queryClient);
      inne = true;
    } catch (fel) {
      if (fel instanceof ApiFel && fel.status === 401) await glom(queryClient, minne);
      throw fel;
    }
  };
}

async function vemSomKommer(queryClient: QueryClient): Promise<Mig> {
  const senast = queryClient.getQueryData<Mig>(migNyckel);
  const svar = queryClient.fetchQuery({ ...migFraga, staleTime: 0, retry: false });
  if (senast === undefined) return svar;
  const vantat = new Promise<Mig>((vidare) => setTimeout(vidare, VANTA_MS, senast));
  return Promise.race([svar, vantat]).catch((fel: unknown) => {
    if (fel instanceof ApiFel && (fel.status === 0 || fel.status >= 500)) return senast;
    throw fel;
  });
}

async function glom(queryClient: QueryClient, minne: Minne): Promise<void> {
  queryClient.clear();
  await Promise.all([minne.rensa(), raderaSparadeKopior()]);
}
