// @vitest-environment happy-dom
import { jsonFromDom, plainFromJson, type TextNod } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from './paste.ts';

function pasted(html: string) {
  const body = document.createElement('div');
  body.innerHTML = cleanHtml(html, new DOMParser());
  return jsonFromDom(body);
}

/** The nodes of a text as a line of names, «bulletList(listItem(paragraph))». */
function shape(node: TextNod): string {
  const inside = (node.content ?? []).filter((child) => child.type !== 'text').map(shape);
  return inside.length === 0 ? node.type : `${node.type}(${inside.join(' ')})`;
}

const WORD_LIST = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
  `<span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; ` +
  `</span></span></span><![endif]>${words}<o:p></o:p></p>`;

describe('cleanHtml', () => {
  it('[E16] Word paragraphs that look like bullets become a list, nested as in Word, without their marks', () => {
    const text = pasted(
      `<html><head><style>p{color:red}</style></head><body><p class=MsoNormal>Före</p>${WORD_LIST(1, '·', 'Ett')}${WORD_LIST(2, 'o', 'Inuti')}${WORD_LIST(1, '·', 'Två')}<p>Efter</p></body></html>`,
    );
    expect(shape(text)).toBe(
      'doc(paragraph bulletList(listItem(paragraph bulletList(listItem(paragraph))) listItem(paragraph)) paragraph)',
    );
    expect(plainFromJson(text)).not.toContain('·');
    expect(plainFromJson(text)).not.toContain('color');
  });

  it('[E17] numbered ones become a numbered list that begins where it began', () => {
    const text = pasted(`${WORD_LIST(1, '3.', 'Tre')}${WORD_LIST(1, '4.', 'Fyra')}`);
    expect(text.content?.[0]).toMatchObject({ type: 'orderedList', attrs: { start: 3 } });
    expect(shape(text)).toBe('doc(orderedList(listItem(paragraph) listItem(paragraph)))');
  });

  it('[E18] from a web page come headings, lists, tables and links; styles, scripts and classes do not', () => {
    const text = pasted(
      '<div class="x" style="color:red"><h2>Rubrik</h2><script>alert(1)</script><ul><li>Ett</li></ul><p><b>Fet</b> <a href="https://a.se" onclick="x()">länk</a> <a href="javascript:x">nej</a></p><table><tr><th>A</th></tr><tr><td>B</td></tr></table></div>',
    );
    const json = JSON.stringify(text);
    expect(json).not.toMatch(/alert|color|onclick|javascript/);
    expect(json).toContain('https://a.se');
    expect(shape(text)).toContain('table(tableRow(tableHeader(paragraph)) tableRow(tableCell(paragraph)))');
  });

  it('[E19] the <b> that Google Docs wraps everything in makes nothing bold', () => {
    const text = pasted('<b id="docs-internal-guid-1" style="font-weight:normal"><p>Vanligt</p></b>');
    expect(JSON.stringify(text)).not.toContain('bold');
  });
});
