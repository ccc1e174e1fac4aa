import { describe, expect, it } from 'vitest';
import tokens from '../look/tokens.css?raw';
import { PERSON_COLOURS, personColour } from './colours.ts';
import look from './text.css?raw';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('personColour', () => {
  it.each(PERSON_COLOURS)('[E1] white words on %s have at least 4.5:1', (colour) => {
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PERSON_COLOURS)('[E34] a caret and its flag in %s stand out 3:1 from the paper, light and dark', (colour) => {
    const [, light = '', dark = ''] = /--papper: light-dark\((#\w{6}), (#\w{6})\)/.exec(tokens) ?? [];
    const share = Number(/color-mix\(in srgb, var\(--person\) (\d+)%, #fff\)/.exec(look)?.[1]) / 100;
    const mixed = [1, 3, 5].map((at) =>
      Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * share + 255 * (1 - share)),
    );
    const lighter = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    expect((luminance(light) + 0.05) / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(3);
    expect((luminance(lighter) + 0.05) / (luminance(dark) + 0.05)).toBeGreaterThanOrEqual(3);
  });

  it('[E2] a person has one colour, and people are spread over all of them', () => {
    expect(personColour('ada')).toBe(personColour('ada'));
    const used = new Set(Array.from({ length: 300 }, (_, i) => personColour(`person-${i}`)));
    expect(used.size).toBe(PERSON_COLOURS.length);
  });
});
