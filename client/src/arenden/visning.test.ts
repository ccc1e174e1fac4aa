import type { Arende } from '@samskrift/shared';
import { expect, it } from 'vitest';
import { visade } from './visning.ts';

const arende = (id: string, mer: Partial<Arende>): Arende => ({
  id,
  dnr: 'KUN 2026/1',
  titel: id,
  namnd: { id: 'n', namn: 'N' },
  handlingar: 0,
  andrad: '2026-11-01T00:00:00.000Z',
  slag: 'ovrigt',
  lage: 'beredning',
  remiss: null,
  handlaggare: null,
  sammantrade: null,
  mitt: false,
  ...mer,
});
const jag = { id: 'jag', namn: 'Jag' };
const till = (sistaDag: string | null) => ({ handlaggare: jag, remiss: { fran: 'Regionen', sistaDag } });

it('[N11] «Mina», «Väntar på mig» and «Till nästa sammanträde» show what they say', () => {
  const arenden = [
    arende('mitt', { mitt: true }),
    arende('snart', till('2026-12-09')),
    arende('senare', till('2026-12-10')),
    arende('forsenat', till('2026-10-01')),
    arende('beslutat', { ...till('2026-10-01'), lage: 'beslutat' }),
    arende('annans', { ...till('2026-10-01'), handlaggare: { id: 'annan', namn: 'Annan' } }),
    arende('utan-dag', till(null)),
    arende('sammantrade', { lage: 'till_sammantrade' }),
  ];
  const show = (visning: Parameters<typeof visade>[1]) =>
    visade(arenden, visning, 'jag', '2026-11-25').map(({ id }) => id);
  expect(show('alla')).toHaveLength(8);
  expect(show('mina')).toEqual(['mitt']);
  expect(show('vantar')).toEqual(['snart', 'forsenat']);
  expect(show('sammantrade')).toEqual(['sammantrade']);
});
