// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';
import { ApiFel } from '../api.ts';
import { raderaKopior } from '../konto/lokalaKopior.ts';
import { Stadning } from './stadning.ts';

async function kopia(namn: string, osparat: 0 | 1 = 0): Promise<void> {
  const lagring = new IndexeddbPersistence(namn, new Doc());
  await lagring.whenSynced;
  await lagring.set('osparat', osparat);
  await lagring.destroy();
}

async function kopior(): Promise<(string | undefined)[]> {
  const namn = (await indexedDB.databases()).map(({ name }) => name);
  return namn.sort();
}

/** A cache with an answer of each handling, and of two ärenden that list them. */
function last(): QueryClient {
  const klient = new QueryClient();
  klient.setDefaultOptions({ queries: { meta: { minns: true }, gcTime: Number.POSITIVE_INFINITY } });
  for (const id of ['kvar', 'tagen']) klient.setQueryData(['handling', id], { id, titel: `Om ${id}` });
  klient.setQueryData(['arende', 'a1'], { id: 'a1', lista: [{ id: 'kvar' }, { id: 'tagen' }] });
  klient.setQueryData(['arende', 'a2'], { id: 'a2', lista: [{ id: 'kvar' }] });
  klient.setQueryData(['arende', 'a3'], { id: 'a3', lista: [{ id: 'olast' }] });
  return klient;
}

const minnet = (klient: QueryClient) =>
  klient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey.join(' '))
    .sort();
const ALLT = ['arende a1', 'arende a2', 'arende a3', 'handling kvar', 'handling tagen'];
const svarar = (...ids: string[]) => vi.fn((_fragade: string[]) => Promise.resolve<unknown>({ personId: 'anna', ids }));

describe('the sweep', () => {
  afterEach(raderaKopior);

  it('[G15] exactly what the server says is no longer seen goes, with the answers that name it, also unsaved text', async () => {
    await kopia('samskrift:anna:kvar');
    await kopia('samskrift:anna:tagen', 1);
    await kopia('samskrift:anna:oppen');
    await kopia('samskrift:bo:tagen');
    await kopia('annat');
    const klient = last();
    const fraga = svarar('kvar');
    const stadning = new Stadning(klient, fraga);
    const stangd = stadning.oppnades('oppen');

    await stadning.stada('anna');
    expect(fraga.mock.calls.map(([ids]) => ids.toSorted())).toEqual([['kvar', 'olast', 'oppen', 'tagen']]);
    expect(await kopior()).toEqual(['annat', 'samskrift:anna:kvar', 'samskrift:anna:oppen', 'samskrift:bo:tagen']);
    expect(minnet(klient)).toEqual(['arende a2', 'handling kvar']);

    stangd();
    await stadning.stada('anna');
    expect(await kopior()).toEqual(['annat', 'samskrift:anna:kvar', 'samskrift:bo:tagen']);
    indexedDB.deleteDatabase('annat');
  });

  it('[G15] an answer that is on the page stays there and is asked for again', async () => {
    const klient = last();
    const ny = { id: 'a1', lista: [{ id: 'kvar' }] };
    const sida = new QueryObserver(klient, { queryKey: ['arende', 'a1'], queryFn: () => ny, staleTime: 60_000 });
    const lamna = sida.subscribe(() => undefined);
    await new Stadning(klient, svarar('kvar', 'olast')).stada('anna');
    await vi.waitFor(() => expect(klient.getQueryData(['arende', 'a1'])).toEqual(ny));
    expect(minnet(klient)).toEqual(['arende a1', 'arende a2', 'arende a3', 'handling kvar']);
    lamna();
  });

  it('[G15] more than five hundred are asked of in turns, and nothing is asked where nothing is kept', async () => {
    const klient = new QueryClient();
    const fraga = svarar();
    await new Stadning(klient, fraga).stada('anna');
    expect(fraga).not.toHaveBeenCalled();
    klient.setDefaultOptions({ queries: { meta: { minns: true } } });
    const lista = Array.from({ length: 1_001 }, (_, nr) => ({ id: `h${nr}` }));
    klient.setQueryData(['arende', 'a1'], { id: 'a1', lista });
    await new Stadning(klient, fraga).stada('anna');
    expect(fraga.mock.calls.map(([ids]) => ids.length)).toEqual([500, 500, 1]);
    klient.clear();
  });

  it.each([
    ['without network', () => Promise.reject(new ApiFel('natet', 0, 'Servern går inte att nå.'))],
    ['logged out', () => Promise.reject(new ApiFel('ejInloggad', 401, 'Du är inte inloggad.'))],
    ['by another person’s session', () => Promise.resolve({ personId: 'bo', ids: [] })],
    ['by the page of a network that wants a login first', () => Promise.resolve('<!doctype html>')],
  ])('[G16] nothing goes when the question is answered %s', async (_hur, fraga: () => Promise<unknown>) => {
    await kopia('samskrift:anna:tagen', 1);
    const klient = last();
    await new Stadning(klient, fraga).stada('anna');
    expect(await kopior()).toEqual(['samskrift:anna:tagen']);
    expect(minnet(klient)).toEqual(ALLT);
  });

  it('[G16] nothing goes when the last of several questions fails', async () => {
    const klient = last();
    const lista = Array.from({ length: 600 }, (_, nr) => ({ id: `h${nr}` }));
    klient.setQueryData(['arende', 'a4'], { id: 'a4', lista });
    const fraga = svarar().mockImplementationOnce(() => Promise.resolve({ personId: 'anna', ids: [] }));
    fraga.mockImplementationOnce(() => Promise.reject(new ApiFel('natet', 0, 'Servern går inte att nå.')));
    await new Stadning(klient, fraga).stada('anna');
    expect(fraga).toHaveBeenCalledTimes(2);
    expect(minnet(klient)).toEqual([...ALLT, 'arende a4'].sort());
  });

  it('[G17] the network coming back asks, and the window after a minute, until it is no longer followed', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const fraga = svarar('kvar', 'tagen', 'olast');
    const stadning = new Stadning(last(), fraga);
    const sluta = stadning.folj('anna');
    const gar = (ms: number) => vi.setSystemTime(Date.now() + ms);
    /** How often it asks of itself; what is asked for afterwards is asked after it. */
    const fragor = async (...handelser: (() => unknown)[]) => {
      const innan = fraga.mock.calls.length;
      for (const handelse of handelser) handelse();
      await stadning.stada('anna');
      return fraga.mock.calls.length - innan - 1;
    };
    const fokus = () => window.dispatchEvent(new Event('focus'));
    const synlig = () => document.dispatchEvent(new Event('visibilitychange'));
    const natet = () => window.dispatchEvent(new Event('online'));

    await stadning.stada('anna');
    expect(await fragor(() => gar(59_999), fokus, synlig)).toBe(0);
    expect(await fragor(() => gar(60_000), fokus, synlig)).toBe(1);
    expect(await fragor(() => gar(60_000), synlig, fokus)).toBe(1);
    expect(await fragor(natet)).toBe(1);
    const dold = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    expect(await fragor(() => gar(60_000), synlig)).toBe(0);
    dold.mockRestore();
    sluta();
    expect(await fragor(() => gar(60_000), fokus, synlig, natet)).toBe(0);
    vi.useRealTimers();
  });
});
