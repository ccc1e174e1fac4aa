import {
  avsnitt,
  dokument,
  jsonFromYdoc,
  plainFromJson,
  stycke,
  TEXT_FRAGMENT,
  updateFromJson,
} from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compareWithSeal } from './late-edits.ts';

const SEED = updateFromJson(dokument(avsnitt('arendet', 'Ärendet', stycke('Remissen kom i mars.'))));

function copy(of: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, of);
  return doc;
}

function write(doc: Y.Doc, words: string): void {
  const section = doc.getXmlFragment(TEXT_FRAGMENT).get(0);
  const paragraph = section instanceof Y.XmlElement ? section.get(1) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new RangeError('the seed has another shape');
  text.insert(0, words);
}

const words = (doc: Y.Doc | null) => (doc === null ? null : plainFromJson(jsonFromYdoc(doc)));

describe('compareWithSeal', () => {
  it('[S18] the sealed text is shown exactly, and what was late stands apart from it', () => {
    const mine = copy(SEED);
    write(mine, 'För sent. ');
    const { sealed, merged } = compareWithSeal(SEED, Y.encodeStateAsUpdate(mine));
    expect(words(sealed)).not.toContain('För sent.');
    expect(words(merged)).toContain('För sent. Remissen kom i mars.');
  });

  it('[S19] what others wrote while this browser was away is no difference of its own', () => {
    const mine = copy(SEED);
    const others = copy(SEED);
    write(others, 'Av andra. ');
    expect(compareWithSeal(Y.encodeStateAsUpdate(others), Y.encodeStateAsUpdate(mine)).merged).toBeNull();
    write(mine, 'För sent. ');
    const { merged } = compareWithSeal(Y.encodeStateAsUpdate(others), Y.encodeStateAsUpdate(mine));
    expect(words(merged)).toContain('Av andra.');
    expect(words(merged)).toContain('För sent.');
  });

  it('[S20] a late deletion is a difference too', () => {
    const mine = copy(SEED);
    mine.getXmlFragment(TEXT_FRAGMENT).delete(0, 1);
    expect(words(compareWithSeal(SEED, Y.encodeStateAsUpdate(mine)).merged)).not.toContain('Remissen');
  });
});
