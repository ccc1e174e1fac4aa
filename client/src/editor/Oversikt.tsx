import { Drawer } from '@mantine/core';
import {
  type Anmarkning,
  granska,
  type Handling,
  mallMedId,
  positionFromPlats,
  type TextJson,
} from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import styles from './Oversikt.module.css';
import { type OutlineRow, outline, WordCounter } from './outline.ts';
import { TEXTER } from './texter.ts';

interface OversiktProps {
  readonly editor: Editor;
  readonly handling: Handling;
}

interface Reading {
  readonly rows: readonly OutlineRow[];
  readonly remarks: readonly Anmarkning[];
  readonly words: number;
}

const PAUSE_MS = 1000;

/** The avsnitt, what the mall still misses, and the number of words; read again in a pause, never at a keystroke. */
export function Oversikt({ editor, handling }: OversiktProps) {
  const { rows, remarks, words } = useReading(editor, handling.mall);
  const current = useEditorState({ editor, selector: () => editor.state.selection.$from.index(0) });
  const go = (plats: readonly number[]) => {
    const position = positionFromPlats(editor.state.doc, plats);
    if (position === null) return;
    const { from } = Selection.near(editor.state.doc.resolve(position));
    editor.commands.focus(from, { scrollIntoView: false });
    const node = editor.view.domAtPos(from).node;
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <nav aria-label={TEXTER.innehall} className={styles.del}>
        <h2>{TEXTER.innehall}</h2>
        {rows.length === 0 && <p className="dampad liten">{TEXTER.tomtInnehall}</p>}
        <ol className={styles.lista}>
          {rows.map(({ index, rubrik }) => (
            <li key={index}>
              <button
                type="button"
                aria-current={index === current ? 'location' : undefined}
                onClick={() => go([index])}
              >
                {rubrik === '' ? TEXTER.utanRubrik : rubrik}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {editor.isEditable && <Checklista remarks={remarks} go={go} />}
      <p className={styles.ord}>{TEXTER.ord(words)}</p>
    </>
  );
}

interface ChecklistaProps {
  readonly remarks: readonly Anmarkning[];
  readonly go: (plats: readonly number[]) => void;
}

/** What the mall misses. A remark with a place leads to it; one without says what there is none of. */
function Checklista({ remarks, go }: ChecklistaProps) {
  return (
    <section aria-label={TEXTER.checklista} className={styles.del}>
      <h2>{TEXTER.checklista}</h2>
      {remarks.length === 0 && <p className="dampad liten">{TEXTER.alltKlart}</p>}
      <ul className={styles.lista}>
        {remarks.map(({ id, text, plats }) => (
          <li key={id}>
            {plats === null ? (
              <p className={styles.utanPlats}>{text}</p>
            ) : (
              <button type="button" onClick={() => go(plats)}>
                {text}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same on a narrow screen, as a sheet from the side. */
export function OversiktLada({
  opened,
  close,
  ...rest
}: OversiktProps & { readonly opened: boolean; readonly close: () => void }) {
  return (
    <Drawer.Root opened={opened} onClose={close} size="20rem">
      <Drawer.Overlay />
      <Drawer.Content>
        <div className="dialoghuvud">
          <Drawer.Title>{TEXTER.oversikt}</Drawer.Title>
          <Drawer.CloseButton size={44} iconSize={22} aria-label={TEXTER.stang} />
        </div>
        <Drawer.Body>{opened && <Oversikt {...rest} />}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function useReading(editor: Editor, mallId: string): Reading {
  const [counter] = useState(() => new WordCounter());
  const [reading, setReading] = useState<Reading>(() => read(editor, mallId, counter));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const later = () => {
      timer ??= setTimeout(() => {
        timer = null;
        setReading(read(editor, mallId, counter));
      }, PAUSE_MS);
    };
    editor.on('update', later);
    return () => {
      editor.off('update', later);
      if (timer !== null) clearTimeout(timer);
    };
  }, [editor, mallId, counter]);
  return reading;
}

function read(editor: Editor, mallId: string, counter: WordCounter): Reading {
  const { doc } = editor.state;
  const mall = mallMedId(mallId);
  return {
    rows: outline(doc),
    remarks: mall === null ? [] : granska(doc.toJSON() as TextJson, mall),
    words: counter.count(doc),
  };
}
