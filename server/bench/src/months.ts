import { TEXT_FRAGMENT } from '@samskrift/shared';
import * as Y from 'yjs';
import { generator } from './history.ts';

const SENTENCES_A_SESSION = 40;
const LONGEST_PARAGRAPH = 500;
const CLAUSE = 80;
const LETTERS = 'abcdefghijklmno ';

/**
 * Lets months go over a handling's text: sentences written at the end or in the middle of a paragraph, three letters in a
 * hundred regretted at once, a clause taken out now and then, and a new client id each session, as browsers have.
 * @returns the updates of at least so many key presses, one a sentence.
 */
export function monthsOf(doc: Y.Doc, edits: number): readonly Uint8Array[] {
  const next = generator(7);
  const random = (below: number) => Math.floor(next() * below);
  const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
  const paragraphs = fragment.toArray().flatMap((avsnitt) => (avsnitt instanceof Y.XmlElement ? textsIn(avsnitt) : []));
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on('update', keep);
  let edit = 0;
  const sentence = () => {
    let text = paragraphs[random(paragraphs.length)];
    if (text === undefined) throw new Error('the text has no paragraph to write in');
    if (text.length > LONGEST_PARAGRAPH) {
      text = newParagraph(fragment.get(random(fragment.length)));
      paragraphs.push(text);
    }
    let at = random(4) > 0 ? text.length : random(text.length + 1);
    for (let keys = 60 + random(120); keys > 0; keys -= 1) {
      text.insert(at, LETTERS[random(LETTERS.length)] ?? ' ');
      at += 1;
      edit += 1;
      for (let regrets = random(1000) < 30 ? 1 + random(3) : 0; regrets > 0 && at > 0; regrets -= 1) {
        at -= 1;
        text.delete(at, 1);
        edit += 1;
      }
    }
    if (random(8) === 0 && text.length > CLAUSE) text.delete(random(text.length - CLAUSE), CLAUSE);
  };
  for (let session = 1000; edit < edits; session += 1) {
    doc.clientID = session;
    for (let turn = 0; turn < SENTENCES_A_SESSION; turn += 1) doc.transact(sentence);
  }
  doc.off('update', keep);
  return updates;
}

function textsIn(avsnitt: Y.XmlElement): readonly Y.XmlText[] {
  return avsnitt.toArray().flatMap((block) => {
    const text = block instanceof Y.XmlElement && block.nodeName === 'paragraph' ? block.get(0) : null;
    return text instanceof Y.XmlText ? [text] : [];
  });
}

function newParagraph(avsnitt: Y.XmlElement | Y.XmlText | Y.XmlHook): Y.XmlText {
  if (!(avsnitt instanceof Y.XmlElement)) throw new Error('the text has something between its avsnitt');
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  avsnitt.insert(avsnitt.length, [paragraph]);
  return text;
}
