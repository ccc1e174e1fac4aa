import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dokumentArb } from './arbitrary.test-support.ts';
import { avsnitt, dokument, stycke } from './bygg.ts';
import type { TextNod } from './json.ts';
import { kontrollera, TEXT_GRANSER } from './kontroll.ts';

const nastlad = (djup: number): TextNod =>
  djup === 0 ? stycke('djupt') : { type: 'blockquote', content: [nastlad(djup - 1)] };
const markerad = (mark: unknown): unknown => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [mark] }] }],
});

test('[T14] every document of the schema is accepted as it is', () => {
  fc.assert(
    fc.property(dokumentArb, (json) => {
      expect(kontrollera(json)).toEqual({ ok: true, json });
    }),
  );
});

test.each([
  ['inget_dokument', null],
  ['inget_dokument', 'doc'],
  ['inget_dokument', []],
  ['inget_dokument', stycke('a')],
  ['inget_dokument', { type: 'doc', content: [null] }],
  ['inget_dokument', { type: 'doc', content: [{ type: 7 }] }],
  ['okand_del', { type: 'doc', content: [{ type: 'script' }] }],
  ['okand_del', { type: 'doc', content: [{ type: 'constructor' }] }],
  ['okand_markering', markerad({ type: 'underline' })],
  ['okand_markering', markerad('bold')],
  ['osaker_lank', markerad({ type: 'link', attrs: { href: 'javascript:alert(1)' } })],
  ['osaker_lank', markerad({ type: 'link' })],
  ['for_djup', dokument(nastlad(TEXT_GRANSER.djup))],
  ['for_djup', dokument(nastlad(5_000))],
  ['for_stor', dokument(stycke('a'.repeat(TEXT_GRANSER.tecken + 1)))],
  ['passar_inte', { type: 'doc', content: 'a' }],
  ['passar_inte', { type: 'doc', content: [{ type: 'text', text: '' }] }],
  ['passar_inte', { type: 'doc', content: [{ type: 'paragraph', text: 'a' }] }],
  ['passar_inte', { type: 'doc', content: [{ type: 'paragraph', attrs: [] }] }],
  ['passar_inte', { type: 'doc', content: [{ type: 'listItem' }] }],
  ['passar_inte', dokument({ type: 'bulletList', content: [stycke('a')] })],
  ['passar_inte', dokument({ ...avsnitt('eget', 'a'), attrs: { typ: { $ne: 1 } } })],
  ['passar_inte', dokument({ type: 'beslutslista', attrs: { start: 'ett' } })],
])('[T15] %s is refused by name, in Swedish: %#', (fel, value) => {
  expect(kontrollera(value)).toEqual({ ok: false, fel, meddelande: expect.stringMatching(/^\p{Lu}.{20,}\.$/u) });
});

test('[T15] too many nodes are refused before they are built', () => {
  const content = Array.from({ length: 2 * TEXT_GRANSER.noder }, () => ({ type: 'paragraph' }));
  expect(kontrollera({ type: 'doc', content })).toMatchObject({ ok: false, fel: 'for_stor' });
});
