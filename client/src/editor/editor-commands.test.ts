// @vitest-environment happy-dom
import { avsnitt, dokument, stycke, textSchema } from '@samskrift/shared';
import { Editor } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { afterEach, describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  avsnittAt,
  currentAvsnitt,
  insertAvsnitt,
  isFree,
  moveAvsnitt,
  removeAvsnitt,
  renameAvsnitt,
} from './avsnitt.ts';
import { editorExtensions } from './extensions.ts';
import { outline, WordCounter } from './outline.ts';
import { People } from './people.ts';
import { step } from './roving.ts';
import { insertTable } from './tables.ts';

let editor: Editor;
afterEach(() => editor.destroy());

function open(awareness: (doc: Y.Doc) => Awareness | null = () => null): Y.Doc {
  const doc = new Y.Doc();
  const text = dokument(
    avsnitt('sammanfattning', 'Sammanfattning', stycke('Ett stycke.')),
    avsnitt('arendet', 'Ärendet', stycke('Enligt lagen (2006:544) ska det vara så.')),
    avsnitt('bakgrund', 'Bakgrund', stycke('Tre ord till.')),
  );
  prosemirrorJSONToYXmlFragment(textSchema, text, doc.getXmlFragment('text'));
  const fragment = doc.getXmlFragment('text');
  editor = new Editor({
    element: document.createElement('div'),
    extensions: editorExtensions(fragment, awareness(doc), { id: 'p', name: 'P' }),
  });
  return doc;
}

const rubriker = () => outline(editor.state.doc).map(({ rubrik }) => rubrik);
const at = (index: number) => {
  const place = avsnittAt(editor.state.doc, index);
  if (place === null) throw new RangeError(`no avsnitt ${index}`);
  return place;
};

describe('avsnitt', () => {
  it('[E20] an avsnitt is added after the caret, with its heading, ready to write in', () => {
    open();
    editor.commands.setTextSelection(3);
    insertAvsnitt(editor, 'synpunkter', 'Synpunkter');
    editor.commands.insertContent('Här.');
    expect(rubriker()).toEqual(['Sammanfattning', 'Synpunkter', 'Ärendet', 'Bakgrund']);
    expect(currentAvsnitt(editor.state)?.node.textContent).toBe('SynpunkterHär.');
  });

  it('[E21] it is renamed, moved both ways and removed, and the others stay as they were', () => {
    open();
    renameAvsnitt(editor, at(0), 'Kort sagt');
    moveAvsnitt(editor, at(2), -1);
    expect(rubriker()).toEqual(['Kort sagt', 'Bakgrund', 'Ärendet']);
    moveAvsnitt(editor, at(0), 1);
    expect(rubriker()).toEqual(['Bakgrund', 'Kort sagt', 'Ärendet']);
    removeAvsnitt(editor, at(1));
    expect(rubriker()).toEqual(['Bakgrund', 'Ärendet']);
  });

  it("[E22] it cannot be moved or removed while somebody else's caret is in it", () => {
    let awareness: Awareness | null = null;
    const doc = open((of) => {
      awareness = new Awareness(of);
      return awareness;
    });
    const section = doc.getXmlFragment('text').get(1);
    const caret = Y.createRelativePositionFromTypeIndex(section as Y.XmlElement, 1);
    const state = { user: { id: 'q', name: 'Q', color: '#111111' }, cursor: { anchor: caret, head: caret } };
    const told = awareness as unknown as Awareness;
    told.states.set(4711, JSON.parse(JSON.stringify(state)));
    told.emit('change', [{ added: [4711], updated: [], removed: [] }, 'test']);
    return expect
      .poll(() => [0, 1, 2].map((index) => isFree(editor.state, at(index))))
      .toEqual([true, false, true])
      .then(() => expect([moveAvsnitt(editor, at(1), 1), removeAvsnitt(editor, at(1))]).toEqual([false, false]))
      .finally(() => told.destroy());
  });
});

describe('tables', () => {
  it('[E27] a new table has a header row and a place to write in every cell, also in rows and columns added later', () => {
    open();
    editor.commands.setTextSelection(at(0).to - 3);
    insertTable(editor, 2, 2);
    editor.commands.insertContent('År');
    editor.commands.addRowAfter();
    editor.commands.addColumnAfter();
    const cells: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.type.name.startsWith('tableC') || node.type.name === 'tableHeader') {
        cells.push(`${node.type.name} ${node.firstChild?.type.name} ${node.textContent}`);
      }
    });
    expect(cells).toHaveLength(9);
    expect(cells[0]).toBe('tableHeader paragraph År');
    expect(cells.every((cell) => cell.includes(' paragraph'))).toBe(true);
    expect(editor.state.doc.textContent).toContain('Ett stycke.År');
  });
});

describe('the text beside the paper', () => {
  it('[E23] words are counted in headings and text, numbers and compounds as one', () => {
    open();
    expect(new WordCounter().count(editor.state.doc)).toBe(1 + 2 + 1 + 7 + 1 + 3);
  });

  it('[E24] a law reference is kept on one line, also after it has been written in two goes', () => {
    open();
    const kept = () => [...editor.view.dom.querySelectorAll('.hall-ihop')].map((e) => e.textContent);
    expect(kept()).toEqual(['lagen (2006:544)']);
    editor.commands.insertContentAt(at(2).to - 2, ' Se KS 2023');
    editor.commands.insertContentAt(at(2).to - 2, '/1267.');
    expect(kept()).toEqual(['lagen (2006:544)', 'KS 2023/1267']);
  });

  it('[E25] a person in two windows is one in the list, and oneself is not in it', () => {
    const doc = open();
    const awareness = new Awareness(doc);
    awareness.setLocalState({ user: { id: 'me', name: 'Jag' } });
    for (const [client, cursor] of [
      [1, null],
      [2, {}],
    ] as const) {
      awareness.states.set(client, { user: { id: 'bo', name: 'Bo Ek' }, cursor });
    }
    expect(new People(awareness, 'me').list()).toEqual([{ id: 'bo', name: 'Bo Ek', hasCaret: true }]);
    awareness.destroy();
  });

  it('[E26] arrow keys go round the tools', () => {
    open();
    expect([step('ArrowRight', 2, 3), step('ArrowLeft', 0, 3), step('End', 0, 3), step('a', 1, 3)]).toEqual([
      0,
      2,
      2,
      null,
    ]);
  });
});

describe('Header cell', () => {
  it('[E30] a header cell is announced as one once it says something', () => {
    open();
    editor.commands.setTextSelection(at(0).to - 3);
    insertTable(editor, 2, 2);
    const roles = () => [...editor.view.dom.querySelectorAll('th')].map((cell) => cell.getAttribute('role'));
    expect(roles()).toEqual(['cell', 'cell']);
    editor.commands.insertContent('År');
    expect(roles()).toEqual([null, 'cell']);
    const { from } = editor.state.selection;
    editor.commands.deleteRange({ from: from - 2, to: from });
    expect(roles()).toEqual(['cell', 'cell']);
  });
});

describe('Footnote', () => {
  const paragraph = () => at(0).node.child(1).content.toJSON();
  const text = (words: string) => ({ type: 'text', text: words });
  const note = (...content: readonly object[]) => ({ type: 'fotnot', content });
  const bold = (words: string) => ({ ...text(words), marks: [{ type: 'bold' }] });

  /** «Ett[Noten.] stycke.», with the caret that many letters into the note. */
  function openNote(letters: number): void {
    open();
    editor.commands.setTextSelection(at(0).to - 2 - ' stycke.'.length);
    editor.commands.insertFotnot();
    const start = editor.state.selection.from;
    editor.commands.insertContent('Noten.');
    editor.commands.setTextSelection(start + letters);
  }

  /** @returns whether the browser is kept from doing something of its own. */
  function press(key: string, keyCode: number, ctrlKey = false): boolean {
    const event = new KeyboardEvent('keydown', { key, keyCode, ctrlKey, bubbles: true, cancelable: true });
    editor.view.dom.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it('[E40] Delete at its end and Backspace at its start take nothing from the sentence around it', () => {
    openNote('Noten.'.length);
    const before = paragraph();
    expect([press('Delete', 46), press('Delete', 46, true)]).toEqual([true, true]);
    editor.commands.setTextSelection(editor.state.selection.from - 'Noten.'.length);
    expect([press('Backspace', 8), press('Backspace', 8, true)]).toEqual([true, true]);
    expect(paragraph()).toEqual(before);
    expect(before).toEqual([text('Ett'), note(text('Noten.')), text(' stycke.')]);
  });

  it('[E40] within it, and where something is selected, they take away as anywhere', () => {
    openNote('Not'.length);
    expect([press('Delete', 46), press('Backspace', 8)]).toEqual([false, false]);
    const { from } = editor.state.selection;
    editor.commands.setTextSelection({ from, to: from + 'en.'.length });
    press('Delete', 46);
    expect(paragraph()).toEqual([text('Ett'), note(text('Not')), text(' stycke.')]);
  });

  it('[E41] one that is emptied stays empty where it was, and takes what is written next', () => {
    openNote('Noten.'.length);
    const { from } = editor.state.selection;
    editor.view.dispatch(editor.state.tr.delete(from - 'Noten.'.length, from));
    expect(paragraph()).toEqual([text('Ett'), { type: 'fotnot' }, text(' stycke.')]);
    editor.view.dispatch(editor.state.tr.insertText('Rätt'));
    expect(paragraph()).toEqual([text('Ett'), note(text('Rätt')), text(' stycke.')]);
  });

  it('[E42] lines pasted into it become one line in it', () => {
    openNote('Noten'.length);
    editor.view.pasteText(' ett\n\ntvå');
    expect(paragraph()).toEqual([text('Ett'), note(text('Noten ett två.')), text(' stycke.')]);
    editor.view.pasteText(' tre');
    expect(paragraph()).toEqual([text('Ett'), note(text('Noten ett två tre.')), text(' stycke.')]);
  });

  it('[E42] of blocks pasted into it the words come, with their marks, and those of a footnote among them', () => {
    openNote(0);
    editor.commands.setTextSelection({ from: editor.state.selection.from, to: editor.state.selection.from + 6 });
    editor.view.pasteHTML(
      '<h2>Rubrik</h2><ul><li><p><b>Ett</b></p></li><li><p><b>Två</b><br>rad</p></li></ul><table><tr><td>Cell</td></tr></table><p>Ord<span data-fotnot>inre</span>.</p><p></p>',
    );
    expect(paragraph()).toEqual([
      text('Ett'),
      note(text('Rubrik '), bold('Ett Två'), { type: 'hardBreak' }, text('rad Cell Ord inre.')),
      text(' stycke.'),
    ]);
  });
});
