import { expect, it } from 'vitest';
import css from './tokens.css?raw';

const [LJUST, MORKT] = [0, 1];

/** A token's colour in one scheme as its channels 0–1. */
function farg(namn: string, schema: number): number[] {
  const par = new RegExp(`--${namn}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const hex = par?.[schema + 1];
  if (hex === undefined) throw new Error(`no token --${namn}`);
  return [1, 3, 5].map((fran) => Number.parseInt(hex.slice(fran, fran + 2), 16) / 255);
}

/** WCAG 2.2 contrast ratio of two tokens. */
function kontrast(a: string, b: string, schema: number): number {
  const ljushet = (namn: string) =>
    farg(namn, schema)
      .map((kanal) => (kanal <= 0.04045 ? kanal / 12.92 : ((kanal + 0.055) / 1.055) ** 2.4))
      .reduce((summa, kanal, index) => summa + kanal * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [ljus, mork] = [ljushet(a), ljushet(b)].sort((x, y) => y - x) as [number, number];
  return (ljus + 0.05) / (mork + 0.05);
}

const text = ['blaeck', 'dampad', 'accent', 'fel', 'varning'].flatMap((ord) =>
  ['bord', 'papper', 'upphojd'].map((yta) => [ord, yta] as const),
);
const parvis = [
  ['pa-accent', 'accent'],
  ['fel', 'fel-svag'],
  ['varning', 'varning-svag'],
  ['accent', 'accent-svag'],
  ['dampad', 'accent-svag'],
  ['blaeck', 'accent-svag'],
  ['blaeck', 'fel-svag'],
  ['blaeck', 'varning-svag'],
  ['blaeck', 'markering'],
  ['blaeck', 'sokt'],
] as const;

it.each([
  ['light', LJUST],
  ['dark', MORKT],
] as const)('[G1] text passes AA on every surface it stands on (%s)', (_, schema) => {
  for (const [ord, yta] of [...text, ...parvis]) {
    expect(kontrast(ord, yta, schema), `${ord} on ${yta}`).toBeGreaterThanOrEqual(4.5);
  }
});

it.each([
  ['light', LJUST],
  ['dark', MORKT],
] as const)('[G2] the edge of what can be filled in, and focus, stand out 3:1 (%s)', (_, schema) => {
  for (const kant of ['linje-stark', 'accent']) {
    for (const yta of ['bord', 'papper', 'upphojd']) {
      expect(kontrast(kant, yta, schema), `${kant} on ${yta}`).toBeGreaterThanOrEqual(3);
    }
  }
});
