import * as fc from 'fast-check';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { dokumentArb } from './arbitrary.test-support.ts';
import { dokument } from './bygg.ts';
import { htmlFromJson, jsonFromDom } from './html.ts';
import type { TextJson, TextNod } from './json.ts';

const { document } = new Window();

function tillbaka(html: string): TextJson {
  const rot = document.createElement('div');
  rot.innerHTML = html;
  return jsonFromDom(rot);
}

const lankad = (href: unknown): TextNod => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'här', marks: [{ type: 'link', attrs: { href } }] }],
});

test('[T8] any document is the same after HTML', () => {
  fc.assert(
    fc.property(dokumentArb, (json) => {
      expect(tillbaka(htmlFromJson(json))).toEqual(json);
    }),
    { numRuns: 200 },
  );
});

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//example.se',
  'x',
])('[T9] a link to %s goes nowhere in HTML, and its words stay', (href) => {
  const html = htmlFromJson(dokument(lankad(href)));
  expect(html).toContain('href=""');
  expect(html).toContain('>här</a>');
  expect(tillbaka(`<p><a href="${href}">här</a></p>`)).toMatchObject({
    content: [{ content: [{ type: 'text', text: 'här' }] }],
  });
});

test('[T10] a footnote is a note at its reference, and a header cell says what it heads', () => {
  const html = htmlFromJson(
    dokument(
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'ord' },
          { type: 'fotnot', content: [{ type: 'text', text: 'not' }] },
        ],
      },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader' }] }] },
    ),
  );
  expect(html).toContain('ord<span data-fotnot="" role="note">not</span>');
  expect(html).toContain('<th colspan="1" rowspan="1" scope="col">');
});
