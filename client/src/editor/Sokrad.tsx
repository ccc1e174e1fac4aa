import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useMeddela } from '../app/liveregion.tsx';
import styles from './Sokrad.module.css';
import { type Asked, type Hit, replaceHits, searchKey, searchState } from './search.ts';
import { SOKTEXTER } from './texter.ts';

interface SokradProps {
  readonly editor: Editor;
  readonly editable: boolean;
  readonly close: () => void;
}

/** Find and replace, over the paper. Enter goes on, Shift and Enter back, Escape to the text. */
export function Sokrad({ editor, editable, close }: SokradProps) {
  const [replacement, setReplacement] = useState('');
  const say = useMeddela();
  const { words, matchCase, current, count } = useEditorState({
    editor,
    selector: () => {
      const state = searchState(editor.state);
      return { words: state.words, matchCase: state.matchCase, current: state.current, count: state.hits.length };
    },
  });
  useEffect(() => {
    const { from, to } = editor.state.selection;
    const selected = editor.state.doc.textBetween(from, to);
    if (selected !== '' && selected.length < 100) ask(editor, { words: selected, current: 0 });
    return () => ask(editor, { words: '' });
  }, [editor]);

  const go = (by: number) => {
    if (count === 0) return;
    ask(editor, { current: (current + by + count) % count });
    show(editor);
  };
  const type = (typed: string) => {
    ask(editor, { words: typed, place: editor.state.selection.from });
    show(editor);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      const hit = searchState(editor.state).hits[current];
      if (hit !== undefined) editor.commands.setTextSelection(hit);
      close();
      editor.commands.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
  };
  const replace = (hits: readonly Hit[]) => {
    editor.view.dispatch(replaceHits(editor.state, hits, replacement));
    show(editor);
  };
  const replaceCurrent = () => {
    const state = searchState(editor.state);
    replace(state.hits.slice(state.current, state.current + 1));
  };
  const replaceAll = () => {
    const { hits } = searchState(editor.state);
    replace(hits);
    say(SOKTEXTER.ersatta(hits.length));
  };
  return (
    <search aria-label={SOKTEXTER.rubrik} className={styles.rad} onKeyDown={onKeyDown}>
      <div className={styles.falt}>
        <TextInput
          aria-label={SOKTEXTER.sok}
          placeholder={SOKTEXTER.sok}
          value={words}
          onChange={(event) => type(event.currentTarget.value)}
          autoFocus
        />
        <span className={styles.antal} aria-live="polite">
          {words === '' ? '' : SOKTEXTER.traffar(current + 1, count)}
        </span>
        <ActionIcon size="xl" variant="subtle" color="gray" aria-label={SOKTEXTER.foregaende} onClick={() => go(-1)}>
          <IconChevronUp aria-hidden />
        </ActionIcon>
        <ActionIcon size="xl" variant="subtle" color="gray" aria-label={SOKTEXTER.nasta} onClick={() => go(1)}>
          <IconChevronDown aria-hidden />
        </ActionIcon>
        <ActionIcon size="xl" variant="subtle" color="gray" aria-label={SOKTEXTER.stang} onClick={close}>
          <IconX aria-hidden />
        </ActionIcon>
      </div>
      {editable && (
        <div className={styles.falt}>
          <TextInput
            aria-label={SOKTEXTER.ersattMed}
            placeholder={SOKTEXTER.ersattMed}
            value={replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
          />
          <Button variant="default" disabled={count === 0} onClick={replaceCurrent}>
            {SOKTEXTER.ersatt}
          </Button>
          <Button variant="default" disabled={count === 0} onClick={replaceAll}>
            {SOKTEXTER.ersattAlla}
          </Button>
        </div>
      )}
      <Checkbox
        label={SOKTEXTER.skilj}
        checked={matchCase}
        onChange={(event) => ask(editor, { matchCase: event.currentTarget.checked, current: 0 })}
      />
    </search>
  );
}

function ask(editor: Editor, meta: Asked): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(searchKey, meta));
}

function show(editor: Editor): void {
  const mark = editor.view.dom.querySelector('.traff-nu');
  mark?.scrollIntoView({ block: 'center' });
}
