import type { Handling, Mig } from '@samskrift/shared';
import { TEXT_FRAGMENT } from '@samskrift/shared';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { HandlingSession } from '../sync/session.ts';
import styles from './Editor.module.css';
import { editorExtensions } from './extensions.ts';
import { Kortkommandon } from './Kortkommandon.tsx';
import { LankDialog } from './LankDialog.tsx';
import { Noter } from './Noter.tsx';
import { NumreringDialog } from './NumreringDialog.tsx';
import { Oversikt, OversiktLada } from './Oversikt.tsx';
import type { Panel } from './panel.ts';
import { Sokrad } from './Sokrad.tsx';
import { scrollRoom } from './scroll-room.ts';
import { TEXTER } from './texter.ts';
import { Verktygsrad } from './Verktygsrad.tsx';

interface SkrivytaProps {
  readonly doc: Y.Doc;
  readonly awareness: Awareness | null;
  readonly beforeMessage?: HandlingSession['beforeMessage'];
  readonly editable: boolean;
  readonly handling: Handling;
  readonly mig: Mig;
}

/** The sheet of paper, its tools and what stands beside it. Rendered once: typing goes past React. */
export function Skrivyta({ doc, awareness, beforeMessage, editable, handling, mig }: SkrivytaProps) {
  const [panel, setPanel] = useState<Panel>(null);
  const editor = useEditor(
    {
      extensions: editorExtensions(
        doc.getXmlFragment(TEXT_FRAGMENT),
        awareness,
        { id: mig.id, name: mig.namn },
        { openPanel: setPanel, beforeMessage },
      ),
      editable,
      editorProps: {
        scrollMargin: scrollRoom,
        scrollThreshold: scrollRoom,
        attributes: {
          class: 'text',
          lang: 'sv',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': TEXTER.text,
          spellcheck: 'true',
        },
      },
    },
    [doc],
  );
  useEffect(() => {
    editor.setEditable(editable, false);
    editor.view.dom.setAttribute('aria-readonly', String(!editable));
  }, [editor, editable]);
  // A dialog that is taken away gives focus back to nothing; the text is where both were opened from.
  const backToText = () => {
    setPanel(null);
    editor.commands.focus();
  };

  return (
    <>
      {editable && <Verktygsrad editor={editor} handling={handling} openPanel={setPanel} />}
      {panel === 'search' && <Sokrad editor={editor} editable={editable} close={() => setPanel(null)} />}
      {panel === 'link' && <LankDialog editor={editor} close={backToText} />}
      {panel === 'numbering' && <NumreringDialog editor={editor} close={backToText} />}
      {panel === 'shortcuts' && <Kortkommandon close={backToText} />}
      <OversiktLada editor={editor} handling={handling} opened={panel === 'overview'} close={() => setPanel(null)} />
      <div className={styles.yta}>
        <aside className={styles.sida} aria-label={TEXTER.oversikt}>
          <div>
            <Oversikt editor={editor} handling={handling} />
          </div>
        </aside>
        <article className={`ark ${styles.papper}`}>
          <Text editor={editor} />
          <Noter editor={editor} />
        </article>
      </div>
    </>
  );
}

/**
 * The editor's own element, as it is. Tiptap's EditorContent draws the whole text once more, for node views in React; all
 * of ours are plain DOM.
 */
function Text({ editor }: { readonly editor: Editor }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(editor.view.dom), [editor]);
  return <div ref={place} />;
}
