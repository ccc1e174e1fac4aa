import { Button, Group, Stack, TextInput } from '@mantine/core';
import { AndraHandlingSchema, type Handling } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { arendeFraga } from '../arenden/fragor.ts';
import type { HandlingsdialogProps } from './dialog.ts';
import { bytTitel, handlingFraga } from './fragor.ts';
import { TEXTER } from './texter.ts';

export function BytTitelDialog({ oppen, stang, handling }: HandlingsdialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.bytTitel}>
      <Formular handling={handling} stang={stang} />
    </Dialog>
  );
}

function Formular({ handling, stang }: { readonly handling: Handling; readonly stang: () => void }) {
  const { queryClient } = useApp();
  const [titel, sattTitel] = useState(handling.titel);
  const [brist, sattBrist] = useState<string | null>(null);
  const byt = useMutation({
    mutationFn: (ny: string) => bytTitel(handling.id, ny),
    onSuccess: async () => {
      stang();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: handlingFraga(handling.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: arendeFraga(handling.arendeId).queryKey }),
      ]);
    },
  });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = AndraHandlingSchema.safeParse({ titel });
    sattBrist(last.success ? null : (last.error.issues[0]?.message ?? null));
    if (last.success) byt.mutate(last.data.titel);
  };
  return (
    <form onSubmit={skicka} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          label={TEXTER.titel}
          value={titel}
          error={brist}
          onChange={(handelse) => sattTitel(handelse.currentTarget.value)}
        />
        {byt.error && <Felruta fel={byt.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button type="submit" loading={byt.isPending}>
            {TEXTER.spara}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
