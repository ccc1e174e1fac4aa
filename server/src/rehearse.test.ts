import { afterEach, expect, it, vi } from 'vitest';
import { type AppBed, openAppBed } from './http/testbed.ts';

let bed: AppBed | null = null;
afterEach(() => bed?.close());

it('[C19] what lets a socket in is done once for nobody after the start: it asks all that is asked, and leaves no trace', async () => {
  bed = await openAppBed();
  const { services } = bed;
  const counted = async () =>
    (await (await services.app.request('/metrics')).text()).split('\n').filter((line) => line.startsWith('samskrift_'));
  const acts = () => services.db.selectFrom('akt').selectAll().execute();
  const before = [await counted(), await acts()];
  const load = vi.spyOn(services.store, 'load');
  await services.rehearse();
  expect(load).toHaveBeenCalledOnce();
  expect(await load.mock.results[0]?.value).toBeNull();
  expect([await counted(), await acts()]).toEqual(before);
  expect(bed.log.filter((line) => !line.includes('/metrics'))).toEqual([]);
});
