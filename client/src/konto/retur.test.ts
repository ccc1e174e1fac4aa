import { expect, it } from 'vitest';
import { inomAppen } from './retur.ts';

it('[G6] the way back after a login never leads out of the app', () => {
  expect(inomAppen('/handlingar/h1?x=1#y')).toBe('/handlingar/h1?x=1#y');
  for (const utat of [
    '//ond.se/x',
    '/\\ond.se',
    'https://ond.se/',
    'javascript:alert(1)',
    '/logga-in?till=/x',
    undefined,
  ]) {
    expect(inomAppen(utat), String(utat)).toBeUndefined();
  }
});
