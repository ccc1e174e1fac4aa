import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type Nyckel, NyckelnamnSchema } from '@samskrift/shared';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiFel } from '../api.ts';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { aterinlogga } from './aterinlogga.ts';
import { Inloggningsruta } from './Inloggningsruta.tsx';
import { migFraga } from './mig.ts';
import { TEXTER } from './texter.ts';

interface NyckelnamnProps {
  readonly namn: string;
  readonly knapp: string;
  readonly spara: (namn: string) => Promise<Nyckel>;
  readonly klart: (nyckel: Nyckel) => void | Promise<void>;
  readonly stang: () => void;
}

/** What a key is called, when it is added and when it gets another name. Asks for a new login where the server wants one. */
export function Nyckelnamn({ namn: forst, knapp, spara, klart, stang }: NyckelnamnProps) {
  const app = useApp();
  const { data: jag } = useSuspenseQuery(migFraga);
  const [namn, sattNamn] = useState(forst);
  const [brist, sattBrist] = useState<string>();
  const sparning = useMutation({ mutationFn: spara, onSuccess: klart });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = NyckelnamnSchema.safeParse({ namn });
    sattBrist(last.success ? undefined : last.error.issues[0]?.message);
    if (last.success) sparning.mutate(last.data.namn);
  };

  if (sparning.error instanceof ApiFel && sparning.error.fel === 'loggaInIgen')
    return (
      <Stack>
        <p>{TEXTER.igenText}</p>
        <Inloggningsruta
          niva={3}
          vidInloggning={async (mig) => {
            await aterinlogga(app, jag, mig);
            sparning.reset();
          }}
        />
      </Stack>
    );
  return (
    <form onSubmit={skicka} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          label={TEXTER.nyckelnamn}
          description={TEXTER.nyckelnamnExempel}
          autoComplete="off"
          value={namn}
          error={brist}
          onChange={(handelse) => sattNamn(handelse.currentTarget.value)}
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
