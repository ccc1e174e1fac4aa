import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { createMinne } from './minne.ts';

/** What a browser that is opened again would know. */
async function minns(): Promise<unknown> {
  const klient = new QueryClient();
  await createMinne().aterstall(klient);
  return klient.getQueryData(['mig']);
}

it('[G12] what was read is there in a new page, and after a logout nothing is, also what was about to be written', async () => {
  const klient = new QueryClient();
  klient.setQueryDefaults(['mig'], { meta: { minns: true } });
  const minne = createMinne();
  const sluta = minne.folj(klient);
  await klient.prefetchQuery({ queryKey: ['mig'], queryFn: () => 'Anna' });
  await vi.waitFor(async () => expect(await minns()).toBe('Anna'), 5000);

  // The clock of the throttled writes only: fake-indexeddb answers by setImmediate.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  klient.setQueryData(['mig'], 'Anna igen');
  await minne.glom();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
  expect(await minns()).toBeUndefined();
  sluta();
});

it('[G18] what is kept is shown and asked again, however fresh it is', async () => {
  const klient = new QueryClient();
  klient.setQueryDefaults(['handling'], { meta: { minns: true } });
  const sluta = createMinne().folj(klient);
  await klient.prefetchQuery({ queryKey: ['handling'], queryFn: () => 'före' });
  // The throttled write is waited for by asking what a new page would get, not by a time.
  const ny = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
  await vi.waitFor(async () => {
    await createMinne().aterstall(ny);
    expect(ny.getQueryData(['handling'])).toBe('före');
  }, 5000);
  sluta();
  await ny.prefetchQuery({ queryKey: ['handling'], queryFn: () => 'efter' });
  expect(ny.getQueryData(['handling'])).toBe('efter');
});

it('[G13] a browser whose storage never answers, or denies, keeps nobody from the page', async () => {
  const oppna = vi.spyOn(indexedDB, 'open');
  const klagan = vi.spyOn(console, 'error').mockReturnValue();
  oppna.mockReturnValueOnce({} as IDBOpenDBRequest);
  const stum = createMinne();
  await stum.aterstall(new QueryClient());
  await stum.rensa();
  expect(klagan).not.toHaveBeenCalled();
  oppna.mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const nekad = createMinne();
  await nekad.aterstall(new QueryClient());
  await nekad.rensa();
  expect(klagan).toHaveBeenCalled();
});
