import type { Handling } from '@samskrift/shared';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconItalic,
  IconKeyboard,
  IconLink,
  IconList,
  IconListDetails,
  IconListNumbers,
  IconNote,
  IconScale,
  IconSearch,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { useRef } from 'react';
import { AvsnittMeny } from './AvsnittMeny.tsx';
import { canBeList } from './lists.ts';
import { NumreringMeny } from './NumreringMeny.tsx';
import type { Panel } from './panel.ts';
import { useRoving } from './roving.ts';
import { TabellMeny } from './TabellMeny.tsx';
import { TEXTER } from './texter.ts';
import { Verktyg } from './Verktyg.tsx';
import styles from './Verktygsrad.module.css';

interface VerktygsradProps {
  readonly editor: Editor;
  readonly handling: Handling;
  readonly openPanel: (panel: Panel) => void;
}

/** The tools over the paper: one stop for Tab, arrow keys between them, pressed when they hold at the caret. */
export function Verktygsrad({ editor, handling, openPanel }: VerktygsradProps) {
  const toolbar = useRef<HTMLDivElement>(null);
  const roving = useRoving(toolbar, () => editor.view.focus());
  const now = useEditorState({
    editor,
    selector: ({ editor: { state, isActive } }) => {
      const undo = yUndoPluginKey.getState(state)?.undoManager;
      const active = isActive.bind(editor);
      return {
        undo: undo?.undoStack.length > 0,
        redo: undo?.redoStack.length > 0,
        bold: active('bold'),
        italic: active('italic'),
        link: active('link'),
        bullets: active('bulletList'),
        numbers: active('orderedList'),
        beslut: active('beslutslista'),
        noList: !canBeList(state),
        quote: active('blockquote'),
        note: active('fotnot'),
      };
    },
  });
  const chain = () => editor.chain().focus();
  const icon = { size: 20, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div ref={toolbar} role="toolbar" aria-label={TEXTER.verktyg} className={styles.rad} {...roving}>
      <div className={`${styles.grupp} ${styles.baraSmal}`}>
        <Verktyg label={TEXTER.oversikt} run={() => openPanel('overview')}>
          <IconListDetails {...icon} />
        </Verktyg>
      </div>
      <div className={styles.grupp}>
        <Verktyg label={TEXTER.angra} keys="Ctrl+Z" disabled={!now.undo} run={() => chain().undo().run()}>
          <IconArrowBackUp {...icon} />
        </Verktyg>
        <Verktyg label={TEXTER.gorOm} keys="Ctrl+Y" disabled={!now.redo} run={() => chain().redo().run()}>
          <IconArrowForwardUp {...icon} />
        </Verktyg>
      </div>
      <div className={styles.grupp}>
        <Verktyg label={TEXTER.fet} keys="Ctrl+B" pressed={now.bold} run={() => chain().toggleBold().run()}>
          <IconBold {...icon} />
        </Verktyg>
        <Verktyg label={TEXTER.kursiv} keys="Ctrl+I" pressed={now.italic} run={() => chain().toggleItalic().run()}>
          <IconItalic {...icon} />
        </Verktyg>
        <Verktyg label={TEXTER.lank} keys="Ctrl+K" pressed={now.link} run={() => openPanel('link')}>
          <IconLink {...icon} />
        </Verktyg>
      </div>
      <div className={styles.grupp}>
        <Verktyg
          label={TEXTER.punktlista}
          keys="Ctrl+Shift+L"
          pressed={now.bullets}
          disabled={now.noList}
          run={() => chain().toggleBulletList().run()}
        >
          <IconList {...icon} />
        </Verktyg>
        <Verktyg
          label={TEXTER.numreradLista}
          keys="Ctrl+Shift+7"
          pressed={now.numbers}
          disabled={now.noList}
          run={() => chain().toggleOrderedList().run()}
        >
          <IconListNumbers {...icon} />
        </Verktyg>
        <Verktyg
          label={TEXTER.beslutssatser}
          keys="Ctrl+Alt+B"
          pressed={now.beslut}
          disabled={now.noList}
          run={() => chain().toggleBeslutslista().run()}
        >
          <IconScale {...icon} />
        </Verktyg>
        <NumreringMeny editor={editor} ask={() => openPanel('numbering')} />
        <Verktyg
          label={TEXTER.citat}
          keys="Ctrl+Shift+B"
          pressed={now.quote}
          run={() => chain().toggleBlockquote().run()}
        >
          <IconBlockquote {...icon} />
        </Verktyg>
        <Verktyg label={TEXTER.fotnot} keys="Ctrl+Alt+F" pressed={now.note} run={() => chain().insertFotnot().run()}>
          <IconNote {...icon} />
        </Verktyg>
        <TabellMeny editor={editor} />
      </div>
      <div className={styles.grupp}>
        <AvsnittMeny editor={editor} handling={handling} />
      </div>
      <div className={styles.grupp}>
        <Verktyg label={TEXTER.sok} keys="Ctrl+F" run={() => openPanel('search')}>
          <IconSearch {...icon} />
        </Verktyg>
        <Verktyg label={TEXTER.kortkommandon} keys="Ctrl+/" run={() => openPanel('shortcuts')}>
          <IconKeyboard {...icon} />
        </Verktyg>
      </div>
    </div>
  );
}
