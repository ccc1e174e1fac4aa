// @vitest-environment happy-dom
import { onlineManager, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { ApiFel } from '../api.ts';
import { migNyckel } from '../konto/mig.ts';
import { createQueryClient, skallMinnas } from './queryClient.ts';
import { Session } from './session.ts';

const fraga = (nyckel: string, minns: boolean, queryFn: () => Promise<string>) => ({
  queryKey: [nyckel],
  queryFn,
  retry: false,
  meta: { minns },
});
const nekad = (status: number) => () => Promise.reject(new ApiFel('nej', status, 'Nej.'));

it('[G3] what was read is kept for a reload without network, but not what the server says is not there', async () => {
  const klient = createQueryClient(new Session());
  const minns = (nyckel: string) => {
    const funnen = klient.getQueryCache().find({ queryKey: [nyckel] });
    return funnen !== undefined && skallMinnas(funnen);
  };

  await klient.prefetchQuery(fraga('last', true, () => Promise.resolve('svar')));
  await klient.prefetchQuery(fraga('hemlig', false, () => Promise.resolve('svar')));
  expect([minns('last'), minns('hemlig')]).toEqual([true, false]);

  await klient.prefetchQuery({ ...fraga('last', true, nekad(0)), staleTime: 0 });
  expect(minns('last')).toBe(true);
  await klient.prefetchQuery({ ...fraga('last', true, nekad(404)), staleTime: 0 });
  expect(minns('last')).toBe(false);
  klient.clear();
});

it('[G7] an answer of 401 ends the session of one who was logged in, and of nobody else', async () => {
  const session = new Session();
  const klient = createQueryClient(session);

  await klient.prefetchQuery(fraga('forst', false, nekad(401)));
  expect(session.arUpphord()).toBe(false);

  klient.setQueryData(migNyckel, { id: 'anna' });
  await klient.prefetchQuery(fraga('sedan', false, nekad(500)));
  expect(session.arUpphord()).toBe(false);
  await klient.prefetchQuery(fraga('sist', false, nekad(401)));
  expect(session.arUpphord()).toBe(true);
  klient.clear();
});

it('[G19] a page that did not reach the server asks again by itself, and at once when the network is back', async () => {
  vi.useFakeTimers();
  const klient = createQueryClient(new Session());
  klient.mount();
  let nabar = false;
  const svar = () => (nabar ? Promise.resolve('svar') : nekad(0)());
  const sidan = new QueryObserver(klient, fraga('sidan', false, svar));
  const lamna = sidan.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(1);
  expect(sidan.getCurrentResult().error).toBeInstanceOf(ApiFel);
  nabar = true;
  await vi.advanceTimersByTimeAsync(5_001);
  expect(sidan.getCurrentResult()).toMatchObject({ data: 'svar', error: null });

  nabar = false;
  onlineManager.setOnline(false);
  await sidan.refetch();
  nabar = true;
  onlineManager.setOnline(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(sidan.getCurrentResult().error).toBeNull();
  lamna();
  klient.unmount();
  klient.clear();
  vi.useRealTimers();
});
