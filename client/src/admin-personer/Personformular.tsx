import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type NyPerson, NyPersonSchema } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { TEXTER } from './texter.ts';

interface PersonformularProps<Svar> {
  readonly forst: NyPerson;
  readonly knapp: string;
  /** What a changed address leads to. */
  readonly omEpost?: string;
  readonly spara: (person: NyPerson) => Promise<Svar>;
  readonly klart: (svar: Svar) => void | Promise<void>;
  readonly stang: () => void;
}

/** Who a person is: when one is invited, and when something of it has changed. */
export function Personformular<Svar>({ forst, knapp, omEpost, spara, klart, stang }: PersonformularProps<Svar>) {
  const [falt, sattFalt] = useState(forst);
  const [fel, sattFel] = useState<Partial<Record<keyof NyPerson, string>>>({});
  const sparning = useMutation({ mutationFn: spara, onSuccess: klart });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    sparning.reset();
    const last = NyPersonSchema.safeParse(falt);
    sattFel(
      last.success ? {} : Object.fromEntries(last.error.issues.map((brist) => [String(brist.path[0]), brist.message])),
    );
    if (last.success) sparning.mutate(last.data);
  };
  return (
    <form onSubmit={skicka} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          label={TEXTER.namn}
          autoComplete="off"
          value={falt.namn}
          error={fel.namn}
          onChange={(handelse) => sattFalt({ ...falt, namn: handelse.currentTarget.value })}
        />
        <TextInput
          label={TEXTER.epost}
          description={omEpost}
          type="email"
          autoComplete="off"
          value={falt.epost}
          error={fel.epost}
          onChange={(handelse) => sattFalt({ ...falt, epost: handelse.currentTarget.value })}
        />
        {sparning.error && <Felruta fel={sparning.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button type="submit" loading={sparning.isPending}>
            {knapp}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
