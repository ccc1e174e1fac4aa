import type { Handelse } from '@samskrift/shared';
import { expect, it } from 'vitest';
import { handelsetext } from './handelsetext.ts';

const om = (mer: Partial<Handelse>): string =>
  handelsetext({ tid: '', akt: 'arendeAndrat', person: 'Anna', handling: null, detalj: {}, ...mer });
const falt = (namn: string, till: string): string => om({ detalj: { falt: namn, till } });

it('[N8] each act is told in words', () => {
  expect(om({ akt: 'arendeSkapat' })).toBe('Anna lade upp ärendet');
  expect(om({ akt: 'handlingSkapad', handling: { id: 'h', titel: 'Svar' } })).toBe('Anna skapade handlingen ”Svar”');
  expect(om({ akt: 'forseglad', handling: { id: 'h', titel: 'Svar' } })).toBe('Anna justerade handlingen ”Svar”');
  const handling = { id: 'h', titel: 'Svar' };
  expect(om({ akt: 'lageAndrat', handling, detalj: { fran: 'arbetsmaterial', till: 'inlamnad' } })).toBe(
    'Anna gjorde handlingen ”Svar” inlämnad',
  );
  expect(om({ akt: 'kopiaInlamnad', handling })).toBe('Anna lämnade in en kopia av utkastet ”Svar”');
  expect(om({ akt: 'inlamnad', handling, detalj: { grupp: 'Landsbygdslistan' } })).toBe(
    'Anna lämnade in ”Svar” för Landsbygdslistan',
  );
  expect(om({ akt: 'atertagen', handling })).toBe('Anna återtog ”Svar”');
  expect(falt('lage', 'beredning')).toBe('Anna gav ärendet läget ”Under beredning”');
  expect(falt('handlaggareId', 'Karim Haddad')).toBe('Anna gjorde Karim Haddad till handläggare');
  expect(falt('handlaggareId', '')).toBe('Anna tog bort handläggaren');
  expect(falt('sistaDag', '2026-12-24')).toBe('Anna satte sista dag till 24 december 2026');
  expect(falt('sistaDag', '')).toBe('Anna tog bort sista dag');
  expect(falt('sammantrade', '2026-12-15')).toBe('Anna satte sammanträdet till 15 december 2026');
  expect(falt('slag', 'skrivelse')).toBe('Anna ändrade ärendets slag till skrivelse');
  expect(falt('titel', '')).toBe('Anna ändrade ärendets titel');
});
