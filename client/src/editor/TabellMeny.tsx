import { Menu } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { insertTable } from './tables.ts';
import { TEXTER } from './texter.ts';
import { Verktyg } from './Verktyg.tsx';

/** A table where there is none; its rows and columns where there is one. */
export function TabellMeny({ editor }: { readonly editor: Editor }) {
  const inTable = useEditorState({ editor, selector: () => editor.isActive('table') });
  const chain = () => editor.chain().focus();
  const rows: readonly (readonly [string, () => unknown])[] = inTable
    ? [
        [TEXTER.radOver, () => chain().addRowBefore().run()],
        [TEXTER.radUnder, () => chain().addRowAfter().run()],
        [TEXTER.kolumnFore, () => chain().addColumnBefore().run()],
        [TEXTER.kolumnEfter, () => chain().addColumnAfter().run()],
        [TEXTER.taBortRad, () => chain().deleteRow().run()],
        [TEXTER.taBortKolumn, () => chain().deleteColumn().run()],
        [TEXTER.taBortTabell, () => chain().deleteTable().run()],
      ]
    : [[TEXTER.infogaTabell, () => insertTable(editor, 3, 3)]];
  return (
    <Menu returnFocus={false} withInitialFocusPlaceholder={false} width={240}>
      <Menu.Target>
        <Verktyg label={TEXTER.tabell} pressed={inTable}>
          <IconTable size={20} stroke={1.75} aria-hidden />
        </Verktyg>
      </Menu.Target>
      <Menu.Dropdown>
        {rows.map(([label, run]) => (
          <Menu.Item key={label} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
