import { avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';

const text = (...paragraphs: string[]) =>
  textSchema.nodeFromJSON(dokument(avsnitt('arendet', 'Ärendet', ...paragraphs.map(stycke))));

const shown = (before: string[], after: string[]) =>
  difference(text(...before), text(...after)).map((line) =>
    line.map(({ kind, text: t }) => (kind === 'same' ? t : kind === 'added' ? `+${t}+` : `-${t}-`)).join(''),
  );

describe('difference', () => {
  it('[E8] equal texts have no difference', () => {
    expect(shown(['Ett.', 'Två.'], ['Ett.', 'Två.'])).toEqual([]);
  });

  it('[E9] a changed word is shown in its paragraph, and no other paragraph is', () => {
    expect(shown(['Remissen kom i mars.', 'Två.'], ['Remissen kom i maj.', 'Två.'])).toEqual([
      'Remissen kom i -mars-+maj+.',
    ]);
  });

  it('[E10] added and removed paragraphs are told whole', () => {
    expect(shown(['Ett stycke.'], ['Ett stycke.', 'Helt nytt.'])).toEqual(['+Helt nytt.+']);
    expect(shown(['Ett stycke.', 'Gammalt här.', 'Tre.'], ['Ett stycke.', 'Tre.'])).toEqual(['-Gammalt här.-']);
  });

  it('[E11] changes far apart are lines of their own', () => {
    const lines = shown(['Ett.', 'Mitten.', 'Tre.'], ['Ettan nu.', 'Mitten.', 'Tre till.']);
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain('Mitten');
  });
});
