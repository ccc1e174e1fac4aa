import { avsnitt, dokument, stycke, type TextJson } from '@samskrift/shared';

/** As long as the longest tjänsteutlåtande that has been read for this program, in characters. */
export const LONG_TEXT = 230_000;

const MENINGAR = [
  'Förvaltningen har tagit del av remissen och lämnar härmed sina synpunkter.',
  'Arbetet bedrivs inom ramen för nämndens ordinarie uppdrag och ryms i beslutad budget.',
  'Samverkan sker löpande med berörda förvaltningar, föreningar och boende i området.',
  'En uppföljning redovisas för nämnden i samband med verksamhetsberättelsen.',
  'Förslaget bedöms inte få några särskilda konsekvenser för barn och unga.',
];
const MENINGAR_PER_STYCKE = 6;
const STYCKEN_PER_AVSNITT = 20;

/** An invented tjänsteutlåtande of `length` characters or a little more. */
export function longText(length: number): TextJson {
  const avsnitten = [];
  let characters = 0;
  for (let number = 1; characters < length; number += 1) {
    const stycken = Array.from({ length: STYCKEN_PER_AVSNITT }, (_, at) =>
      Array.from(
        { length: MENINGAR_PER_STYCKE },
        (_mening, turn) => MENINGAR[(number + at + turn) % MENINGAR.length],
      ).join(' '),
    );
    characters += stycken.reduce((sum, text) => sum + text.length, 0);
    avsnitten.push(avsnitt('arendet', `Område ${number}`, ...stycken.map(stycke)));
  }
  return dokument(...avsnitten);
}
