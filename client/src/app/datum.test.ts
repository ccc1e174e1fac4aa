import { expect, it } from 'vitest';
import { kortTid, tidpunkt } from './datum.ts';

const nu = new Date(2026, 10, 22, 15, 0);

it('[G4] a time is shown as short as it can be understood, and whole where it is a record', () => {
  expect(kortTid(new Date(2026, 10, 22, 9, 4).toISOString(), nu)).toBe('i dag 09:04');
  expect(kortTid(new Date(2026, 2, 3, 9, 4).toISOString(), nu)).toMatch(/^3 mars/);
  expect(kortTid(new Date(2025, 2, 3, 9, 4).toISOString(), nu)).toBe('3 mars 2025');
  expect(tidpunkt(new Date(2026, 10, 22, 9, 4).toISOString())).toBe('22 november 2026 kl. 09:04');
});
