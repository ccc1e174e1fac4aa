import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { PersonMedEpost } from '@samskrift/shared';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { personerFraga } from './fragor.ts';
import { Personnamn } from './Personnamn.tsx';
import { TEXTER } from './texter.ts';

interface PersonsokProps {
  /** Ids of those who are there already. */
  readonly utom: readonly string[];
  readonly vidVal: (person: PersonMedEpost) => void;
}

/** Finds a person by name; choosing one empties the field for the next. */
export function Personsok({ utom, vidVal }: PersonsokProps) {
  const lista = useCombobox();
  const [text, sattText] = useState('');
  const [sok] = useDebouncedValue(text.trim(), 200);
  const personer = useQuery(personerFraga(sok));
  const traffar = personer.data?.filter(({ id }) => !utom.includes(id)) ?? [];
  const valj = (id: string) => {
    const person = traffar.find((en) => en.id === id);
    if (person !== undefined) vidVal(person);
    sattText('');
    lista.closeDropdown();
  };
  const besked =
    text.trim().length < 2
      ? TEXTER.delaSokExempel
      : (personer.error?.message ?? (personer.data ? TEXTER.delaIngen : TEXTER.delaVantar));
  return (
    <Combobox store={lista} onOptionSubmit={valj} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          data-autofocus
          label={TEXTER.delaSok}
          value={text}
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
        <Combobox.Options aria-label={TEXTER.delaTraffar} mah={240} style={{ overflowY: 'auto' }}>
          {traffar.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <Personnamn {...person} />
            </Combobox.Option>
          ))}
          {traffar.length === 0 && <Combobox.Empty>{besked}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
