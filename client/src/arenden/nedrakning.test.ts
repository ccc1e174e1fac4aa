import { expect, it } from 'vitest';
import { dagIOrd, idag, nedrakning } from './nedrakning.ts';

it('[N11] the last day is counted down in whole Swedish days, over months, years and summer time', () => {
  expect(nedrakning('2026-12-24', '2026-12-21')).toBe('3 dagar kvar');
  expect(nedrakning('2026-12-24', '2026-12-23')).toBe('1 dag kvar');
  expect(nedrakning('2026-12-24', '2026-12-24')).toBe('i dag');
  expect(nedrakning('2026-12-24', '2026-12-25')).toBe('1 dag försenat');
  expect(nedrakning('2026-12-31', '2027-01-02')).toBe('2 dagar försenat');
  expect(nedrakning('2026-03-30', '2026-03-28')).toBe('2 dagar kvar');
  expect(nedrakning('2028-03-01', '2028-02-28')).toBe('2 dagar kvar');
  expect(dagIOrd('2026-12-24')).toBe('24 december 2026');
  // Half past midnight in Sweden is the evening before in UTC.
  expect(idag(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
  expect(idag(new Date('2026-12-01T22:30:00Z'))).toBe('2026-12-01');
});
