import { Menu } from '@mantine/core';
import { IconSortAscendingNumbers } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { numberedList, startAt } from './numbering.ts';
import { NUMRERINGSTEXTER as TEXTER } from './texter.ts';
import { Verktyg } from './Verktyg.tsx';

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
        <Verktyg label={TEXTER.numrering} disabled={list === null}>
          <IconSortAscendingNumbers size={20} stroke={1.75} aria-hidden />
        </Verktyg>
      </Menu.Target>
      <Menu.Dropdown>
        {/* What cannot be done is left out: the keys do not get past a first item that is disabled. */}
        {continued !== null && <Menu.Item onClick={() => begin(continued)}>{TEXTER.fortsattPa(continued)}</Menu.Item>}
        <Menu.Item onClick={() => begin(1)}>{TEXTER.borjaOm}</Menu.Item>
        <Menu.Item onClick={ask}>{TEXTER.borjaPa}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
