import { Menu } from '@mantine/core';
import { IconSortAscendingNumbers } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { numberedList, startAt } from './numbering.ts';
import { NUMRERINGSTEXTER as TEXTER } from './texter.ts';
import { Verktyg } from './Verktyg.tsx';
import styles from './Verktygsrad.module.css';

interface NumreringMenyProps {
  readonly editor: Editor;
  /** Asks for the number to begin at. */
  readonly ask: () => void;
}

/** Where the numbered list at the caret begins. */
export function NumreringMeny({ editor, ask }: NumreringMenyProps) {
  const list = useEditorState({ editor, selector: ({ editor: { state } }) => numberedList(state) });
  const begin = (start: number) => {
    if (list !== null) startAt(editor, list, start);
    editor.commands.focus();
  };
  const continued = list?.continued ?? null;
  return (
    <Menu returnFocus={false} withInitialFocusPlaceholder={false} width={260}>
      <Menu.Target>
        <Verktyg label={TEXTER.numrering}>
          <IconSortAscendingNumbers size={20} stroke={1.75} aria-hidden />
        </Verktyg>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={continued === null} onClick={() => continued !== null && begin(continued)}>
          {continued === null ? TEXTER.fortsatt : TEXTER.fortsattPa(continued)}
        </Menu.Item>
        <Menu.Item disabled={list === null} onClick={() => begin(1)}>
          {TEXTER.borjaOm}
        </Menu.Item>
        <Menu.Item disabled={list === null} onClick={ask}>
          {TEXTER.borjaPa}
        </Menu.Item>
        {list === null && <p className={styles.forklaring}>{TEXTER.ingenLista}</p>}
      </Menu.Dropdown>
    </Menu>
  );
}
