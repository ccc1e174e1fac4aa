import { Button, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { PersonMedEpost } from '@samskrift/shared';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './Administration.module.css';
import { uppdragspersonerFraga } from './fragor.ts';
import { UPPDRAG } from './texter.ts';

interface PersonvalProps {
  readonly vald: PersonMedEpost | null;
  readonly valj: (person: PersonMedEpost | null) => void;
  readonly brist: string | null;
}

/** One person, found by name or e-mail; the e-mail tells two of one name apart. */
export function Personval({ vald, valj, brist }: PersonvalProps) {
  const lista = useCombobox();
  const [text, sattText] = useState('');
  const [sok] = useDebouncedValue(text.trim(), 200);
  const personer = useQuery(uppdragspersonerFraga(sok));
  const traffar = personer.data ?? [];
  if (vald !== null) {
    return (
      <div className={styles.vald}>
        <p>
          {UPPDRAG.person}: <strong>{vald.namn}</strong> <span className="dampad">{vald.epost}</span>
        </p>
        <Button size="compact-sm" variant="subtle" onClick={() => valj(null)}>
          {UPPDRAG.bytPerson}
        </Button>
      </div>
    );
  }
  const besked =
    text.trim().length < 2
      ? UPPDRAG.sokForklaring
      : (personer.error?.message ?? (personer.data ? UPPDRAG.ingen : UPPDRAG.vantar));
  return (
    <Combobox
      store={lista}
      withinPortal={false}
      onOptionSubmit={(id) => {
        valj(traffar.find((person) => person.id === id) ?? null);
        sattText('');
        lista.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          data-autofocus
          label={UPPDRAG.sok}
          value={text}
          error={brist}
          autoComplete="off"
          onFocus={() => lista.openDropdown()}
          onBlur={() => lista.closeDropdown()}
          onChange={(handelse) => {
            sattText(handelse.currentTarget.value);
            lista.openDropdown();
            lista.resetSelectedOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={UPPDRAG.traffar} mah={240} style={{ overflowY: 'auto' }}>
          {traffar.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              {person.namn} <span className="dampad liten">{person.epost}</span>
            </Combobox.Option>
          ))}
          {traffar.length === 0 && <Combobox.Empty>{besked}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
