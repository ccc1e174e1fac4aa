import * as fc from 'fast-check';
import type { TextJson, TextMarkering, TextNod } from './json.ts';
import { jsonFromNode, nodeFromJson } from './node.ts';

/** Arbitrary documents: every node and mark of the schema, in every order that the schema allows. */

const ord = fc.constantFrom(
  'Nämnden',
  'beslutar',
  'att',
  'överlämna',
  'ärendet',
  'säkerhets',
  'Ängsö',
  'nr',
  'x',
  '17',
);
/** Words only, for what must survive as plain text. */
const svenska = fc.array(ord, { minLength: 1, maxLength: 8 }).map((delar) => delar.join(' '));
const vadSomHelst = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  // HTML has no way to write these.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  .map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, ''))
  .filter((text) => text !== '');

const markering: fc.Arbitrary<TextMarkering> = fc.oneof(
  fc.constant({ type: 'bold' }),
  fc.constant({ type: 'italic' }),
  fc
    .constantFrom('https://example.se/a?b="c"&d=<e>', 'mailto:namnden@example.se', 'tel:08-508')
    .map((href) => ({ type: 'link', attrs: { href } })),
);

function textnod(text: fc.Arbitrary<string>): fc.Arbitrary<TextNod> {
  return fc.record({
    type: fc.constant('text'),
    text,
    marks: fc.uniqueArray(markering, { maxLength: 3, selector: (mark) => mark.type }),
  });
}

function godtyckligtDokument(text: fc.Arbitrary<string>): fc.Arbitrary<TextJson> {
  const rak = fc.oneof({ weight: 5, arbitrary: textnod(text) }, fc.constant<TextNod>({ type: 'hardBreak' }));
  const fotnot = fc.array(rak, { maxLength: 3 }).map((content): TextNod => ({ type: 'fotnot', content }));
  const inline = fc.array(fc.oneof({ weight: 4, arbitrary: rak }, fotnot), { maxLength: 4 });
  const stycke = inline.map((content): TextNod => ({ type: 'paragraph', content }));
  const rubrik = inline.map((content): TextNod => ({ type: 'avsnittsrubrik', content }));
  const { block } = fc.letrec<{ block: TextNod; lista: TextNod; tabell: TextNod }>((tie) => {
    const flera = fc.array(tie('block'), { maxLength: 3 });
    const punkter = (type: string): fc.Arbitrary<readonly TextNod[]> =>
      fc.array(
        flera.map((content): TextNod => ({ type, content })),
        { maxLength: 3 },
      );
    const start = fc.integer({ min: 0, max: 40 });
    const cell = fc.record({
      type: fc.constantFrom('tableCell', 'tableHeader'),
      attrs: fc.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }) }),
      content: flera,
    });
    return {
      lista: fc.oneof(
        punkter('listItem').map((content) => ({ type: 'bulletList', content })),
        fc.record({ type: fc.constant('orderedList'), attrs: fc.record({ start }), content: punkter('listItem') }),
        fc.record({ type: fc.constant('beslutslista'), attrs: fc.record({ start }), content: punkter('beslutssats') }),
      ),
      tabell: fc
        .array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 })
        .map((rader) => ({ type: 'table', content: rader.map((content) => ({ type: 'tableRow', content })) })),
      block: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 5, arbitrary: stycke },
        { weight: 2, arbitrary: tie('lista') },
        flera.map((content) => ({ type: 'blockquote', content })),
        tie('tabell'),
      ),
    };
  });
  const typ = fc.constantFrom('arendet', 'forslag_till_beslut', 'eget', 'en_senare_versions_typ', '"<&');
  const avsnitt = fc.record({
    type: fc.constant('avsnitt'),
    attrs: fc.record({ typ }),
    content: fc.array(fc.oneof({ weight: 3, arbitrary: block }, rubrik), { maxLength: 5 }),
  });
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: avsnitt }, block, rubrik), { maxLength: 5 })
    .map((content) => jsonFromNode(nodeFromJson({ type: 'doc', content })));
}

export const dokumentArb = godtyckligtDokument(vadSomHelst);
export const svensktDokumentArb = godtyckligtDokument(svenska);
