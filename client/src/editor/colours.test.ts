import { describe, expect, it } from 'vitest';
import { PERSON_COLOURS, personColour } from './colours.ts';

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

  it('[E2] a person has one colour, and people are spread over all of them', () => {
    expect(personColour('ada')).toBe(personColour('ada'));
    const used = new Set(Array.from({ length: 300 }, (_, i) => personColour(`person-${i}`)));
    expect(used.size).toBe(PERSON_COLOURS.length);
  });
});
