// @vitest-environment happy-dom
import { avsnitt, beslutslista, dokument, stycke, type TextNod } from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { closeEditors, open, pair, placeOf, press, seeded, shapeOf } from './pair.test-support.ts';

afterEach(closeEditors);

const list = (type: string, ...points: readonly (readonly TextNod[])[]): TextNod => ({
  type,
  content: points.map((content) => ({ type: 'listItem', content: [...content] })),
});
const plain = (type: string, ...words: readonly string[]) => list(type, ...words.map((word) => [stycke(word)]));

function opened(...blocks: readonly TextNod[]): Editor {
  return open(seeded(dokument(avsnitt('beslut', 'Beslut', ...blocks))));
}

/** Presses Backspace that many times before the words. @returns the avsnitt without its heading */
function back(editor: Editor, words: string, times: number): string {
  editor.commands.setTextSelection(placeOf(editor, words));
  for (let i = 0; i < times; i++) expect(press(editor, 'Backspace')).toBe(true);
  return shape(editor);
}

const shape = ({ state: { doc } }: Editor) => doc.child(0).children.slice(1).map(shapeOf).join(' ');

describe('Backspace at the start of a point that is not the first', () => {
  it('[E51] takes it out of its list, and what comes after goes on counting', () => {
    expect(back(opened(plain('orderedList', 'ett', 'två', 'tre')), 'två', 1)).toBe(
      'ol(li(p:ett)) p:två ol=2(li(p:tre))',
    );
    expect(back(opened(plain('bulletList', 'ett', 'två', 'tre')), 'två', 1)).toBe('ul(li(p:ett)) p:två ul(li(p:tre))');
    expect(back(opened(beslutslista(['ett', 'två', 'tre', 'fyra'], 3)), 'tre', 1)).toBe(
      'bl=3(bs(p:ett) bs(p:två)) p:tre bl=5(bs(p:fyra))',
    );
    expect(back(opened(plain('orderedList', 'ett', 'två')), 'två', 1)).toBe('ol(li(p:ett)) p:två');
  });

  it('[E51] and once more joins it with the point before: the list is one again, and one undo takes it all back', () => {
    for (const [type, wrapped] of [
      ['orderedList', 'ol'],
      ['bulletList', 'ul'],
    ] as const) {
      const editor = opened(plain(type, 'ett', 'två', 'tre'));
      const before = shape(editor);
      expect(back(editor, 'två', 2)).toBe(`${wrapped}(li(p:etttvå) li(p:tre))`);
      editor.view.dispatch(editor.state.tr.insertText('+'));
      expect(shape(editor)).toBe(`${wrapped}(li(p:ett+två) li(p:tre))`);
      editor.commands.undo();
      expect(shape(editor)).toBe(before);
    }
    expect(back(opened(beslutslista(['ett', 'två', 'tre'], 3)), 'två', 2)).toBe('bl=3(bs(p:etttvå) bs(p:tre))');
  });

  it('[E51] in a list within a point the same, and the lists within it keep their level', () => {
    const inner = opened(list('orderedList', [stycke('a'), plain('orderedList', 'x', 'y', 'z')], [stycke('b')]));
    expect(back(inner, 'y', 1)).toBe('ol(li(p:a ol(li(p:x)) p:y ol=2(li(p:z))) li(p:b))');
    expect(back(inner, 'y', 1)).toBe('ol(li(p:a ol(li(p:xy) li(p:z))) li(p:b))');
    const outer = opened(
      list(
        'orderedList',
        [stycke('a'), plain('orderedList', 'x')],
        [stycke('b'), plain('orderedList', 'y')],
        [stycke('c')],
      ),
    );
    expect(back(outer, 'b', 2)).toBe('ol(li(p:a ol(li(p:xb) li(p:y))) li(p:c))');
  });

  it('[E51] shows the same to both who write', () => {
    const [one, two] = pair();
    one.commands.setTextSelection({ from: placeOf(one, 'Remissen'), to: placeOf(one, 'Nämnden') });
    one.commands.toggleOrderedList();
    back(one, 'Nämnden', 2);
    expect(two.state.doc.toJSON()).toEqual(one.state.doc.toJSON());
    expect(shapeOf(two.state.doc)).toContain('ol(li(p:Remissen kom i mars.Nämnden svarar i maj.))');
  });
});

describe('a paragraph between two lists', () => {
  const between = (start: number) =>
    opened(beslutslista(['ett', 'två'], 1), stycke('mellan'), beslutslista(['tre'], start));

  it('[E52] joined with the first by Backspace or Delete makes them one', () => {
    expect(back(between(3), 'mellan', 1)).toBe('bl(bs(p:ett) bs(p:tvåmellan) bs(p:tre))');
    expect(back(between(1), 'mellan', 1)).toBe('bl(bs(p:ett) bs(p:tvåmellan) bs(p:tre))');
    const editor = between(3);
    editor.commands.setTextSelection(placeOf(editor, 'två') + 3);
    expect(press(editor, 'Delete')).toBe(true);
    expect(shape(editor)).toBe('bl(bs(p:ett) bs(p:tvåmellan) bs(p:tre))');
  });

  it('[E52] but not where the second was given a number of its own, or is of another kind', () => {
    expect(back(between(7), 'mellan', 1)).toBe('bl(bs(p:ett) bs(p:tvåmellan)) bl=7(bs(p:tre))');
    const other = opened(plain('orderedList', 'ett'), stycke('mellan'), plain('bulletList', 'två'));
    expect(back(other, 'mellan', 1)).toBe('ol(li(p:ettmellan)) ul(li(p:två))');
  });
});

describe('Enter over words of a list and of the avsnitt after', () => {
  const over = (first: TextNod, second: readonly TextNod[], from: string, to: string): string => {
    const editor = open(
      seeded(dokument(avsnitt('beslut', 'Beslut', first), avsnitt('bakgrund', 'Bakgrund', ...second))),
    );
    editor.commands.setTextSelection({ from: placeOf(editor, from) + 1, to: placeOf(editor, to) + 1 });
    expect(press(editor, 'Enter')).toBe(true);
    editor.view.dispatch(editor.state.tr.insertText('+'));
    return editor.state.doc.children.map(shapeOf).join(' ');
  };

  it('[E58] leaves what is left of the second behind the list, and no point of it', () => {
    expect(over(beslutslista(['ett', 'två'], 1), [stycke('sist'), stycke('kvar')], 'två', 'sist')).toBe(
      'avsnitt(h:Beslut bl(bs(p:ett) bs(p:t)) p:+ist p:kvar)',
    );
    const nested = list('orderedList', [stycke('a'), plain('bulletList', 'xyz')]);
    expect(over(nested, [stycke('sist')], 'xyz', 'sist')).toBe('avsnitt(h:Beslut ol(li(p:a ul(li(p:x)))) p:+ist)');
    expect(over(plain('bulletList', 'ett'), [stycke('sist')], 'ett', 'Bakgrund')).toBe(
      'avsnitt(h:Beslut ul(li(p:e)) p:+akgrund p:sist)',
    );
  });

  it('[E58] keeps a list of the second as its own', () => {
    expect(over(plain('bulletList', 'ett'), [plain('bulletList', 'sist', 'kvar')], 'ett', 'sist')).toBe(
      'avsnitt(h:Beslut ul(li(p:e)) p:+ist ul(li(p:kvar)))',
    );
  });
});
