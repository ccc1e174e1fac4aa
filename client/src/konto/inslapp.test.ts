import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ApiFel } from '../api.ts';
import type { Minne } from '../app/minne.ts';
import { openLocalCopy } from '../sync/local-copy.ts';
import { inslapp } from './inslapp.ts';
import { raderaKopior } from './lokalaKopior.ts';
import { migNyckel } from './mig.ts';

const ADA = { id: 'p1', namn: 'Ada Ek' };

let queryClient: QueryClient;
let svar: () => Promise<Response>;
let rensat: number;

const minne: Minne = {
  aterstall: () => Promise.resolve(),
  folj: () => () => undefined,
  rensa: () => {
    rensat++;
    return Promise.resolve();
  },
  glom: () => Promise.resolve(),
};

beforeEach(() => {
  queryClient = new QueryClient();
  // What was read the last time, as the browser has kept it.
  queryClient.setQueryData(migNyckel, ADA);
  queryClient.setQueryData(['handling', 'h1'], { titel: 'Behåll bokbussen' });
  rensat = 0;
  vi.stubGlobal('fetch', () => svar());
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  queryClient.clear();
  await raderaKopior();
});

const kommer = () => inslapp(queryClient, minne)();
const json = (status: number, body: object) =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));
const kopior = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

async function kopia(name: string): Promise<NonNullable<Awaited<ReturnType<typeof openLocalCopy>>>> {
  const copy = await openLocalCopy(name, new Y.Doc());
  if (copy === null) throw new Error('there is no database');
  return copy;
}

describe('the first page', () => {
  it('[G23] nobody who has been logged out elsewhere is shown what is kept, and it goes, but for what is nowhere else', async () => {
    await (await kopia('samskrift:p1:sparad')).close();
    const osparad = await kopia('samskrift:p1:osparad');
    osparad.markDirty(true);
    await osparad.close();
    const oppen = await kopia('samskrift:p1:oppen');
    svar = () => json(401, { fel: 'ej_inloggad', meddelande: 'Du är inte inloggad.' });
    await expect(kommer()).rejects.toMatchObject({ status: 401 });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
    expect(rensat).toBe(1);
    const kvar = await kopior();
    expect(kvar).toContain('samskrift:p1:osparad');
    expect(kvar).toContain('samskrift:p1:oppen');
    expect(kvar).not.toContain('samskrift:p1:sparad');
    await oppen.close();
  });

  it('[G23] whoever is logged in is asked for first, whatever is kept', async () => {
    svar = () => json(200, { ...ADA, namn: 'Ada Alm' });
    await kommer();
    expect(queryClient.getQueryData(migNyckel)).toMatchObject({ namn: 'Ada Alm' });
    expect(rensat).toBe(0);
  });

  it('[G23] without network, or with a server that fails or never answers, what is kept is shown', async () => {
    svar = () => Promise.reject(new TypeError('Failed to fetch'));
    await kommer();
    svar = () => json(503, { fel: 'lagret', meddelande: 'Lagret svarar inte.' });
    await kommer();
    vi.useFakeTimers();
    svar = () => new Promise(() => undefined);
    const vantar = kommer();
    await vi.advanceTimersByTimeAsync(2_000);
    await vantar;
    expect(queryClient.getQueryData(['handling', 'h1'])).toBeDefined();
    expect(rensat).toBe(0);
  });

  it('[G23] with nothing kept there is nothing to show', async () => {
    queryClient.clear();
    svar = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(kommer()).rejects.toBeInstanceOf(ApiFel);
  });
});
