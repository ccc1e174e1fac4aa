import { Menu } from '@mantine/core';
import { fyllI, type Handling, isAvsnittstyp } from '@samskrift/shared';
import { IconChevronDown, IconSection } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import {
  currentAvsnitt,
  insertAvsnitt,
  isFree,
  mallensAvsnitt,
  moveAvsnitt,
  type PlacedAvsnitt,
  removeAvsnitt,
  renameAvsnitt,
} from './avsnitt.ts';
import { AVSNITTSNAMN, TEXTER } from './texter.ts';
import { Verktyg } from './Verktyg.tsx';
import styles from './Verktygsrad.module.css';

interface AvsnittMenyProps {
  readonly editor: Editor;
  readonly handling: Handling;
}

/** What can be done with the avsnitt in which the caret stands, and the avsnitt that the mall offers. */
export function AvsnittMeny({ editor, handling }: AvsnittMenyProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      width={320}
      position="bottom-start"
    >
      <Menu.Target>
        <Verktyg label={TEXTER.avsnitt}>
          <IconSection size={20} stroke={1.75} aria-hidden />
          <span className={styles.ord}>{TEXTER.avsnitt}</span>
          <IconChevronDown size={14} aria-hidden />
        </Verktyg>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {opened && <Val editor={editor} handling={handling} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function Val({ editor, handling }: AvsnittMenyProps) {
  const place = currentAvsnitt(editor.state);
  const name = (rubrik: string) =>
    fyllI(rubrik, { forvaltning: handling.agare.typ === 'forvaltning' ? handling.agare.namn : undefined });
  const offered = mallensAvsnitt(handling.mall);
  return (
    <>
      {place !== null && <Detta editor={editor} place={place} mall={handling.mall} name={name} />}
      <Menu.Label>{TEXTER.laggTill}</Menu.Label>
      {offered.map(({ typ, rubriker: [first = ''] }, index) => (
        <Menu.Item key={`${typ}-${index.toString()}`} onClick={() => insertAvsnitt(editor, typ, name(first))}>
          {name(first)}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => insertAvsnitt(editor, 'eget', '')}>{AVSNITTSNAMN.eget}</Menu.Item>
    </>
  );
}

interface DettaProps {
  readonly editor: Editor;
  readonly place: PlacedAvsnitt;
  readonly mall: string;
  readonly name: (rubrik: string) => string;
}

function Detta({ editor, place, mall, name }: DettaProps) {
  const typ: unknown = place.node.attrs.typ;
  const variants = mallensAvsnitt(mall).find((avsnitt) => avsnitt.typ === typ)?.rubriker ?? [];
  const { doc } = editor.state;
  const free = isFree(editor.state, place);
  const moves = [
    { label: TEXTER.flyttaUpp, by: -1, possible: place.index > 0 },
    { label: TEXTER.flyttaNer, by: 1, possible: place.index < doc.childCount - 1 },
  ] as const;
  return (
    <>
      <Menu.Label>{isAvsnittstyp(typ) ? AVSNITTSNAMN[typ] : TEXTER.avsnitt}</Menu.Label>
      {/* What cannot be done is left out: the keys do not get past a first item that is disabled. */}
      {moves
        .filter(({ possible }) => possible && free)
        .map(({ label, by }) => (
          <Menu.Item key={label} onClick={() => moveAvsnitt(editor, place, by)}>
            {label}
          </Menu.Item>
        ))}
      {free ? (
        <Menu.Item onClick={() => removeAvsnitt(editor, place)}>{TEXTER.taBortAvsnitt}</Menu.Item>
      ) : (
        <p className={styles.forklaring}>{TEXTER.nagonSkriver}</p>
      )}
      {variants.length > 1 && <Menu.Label>{TEXTER.andraRubrik}</Menu.Label>}
      {variants.length > 1 &&
        variants.map((rubrik) => (
          <Menu.Item key={rubrik} onClick={() => renameAvsnitt(editor, place, name(rubrik))}>
            {name(rubrik)}
          </Menu.Item>
        ))}
      <Menu.Divider />
    </>
  );
}
