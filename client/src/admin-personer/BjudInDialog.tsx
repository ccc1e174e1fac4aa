import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type NyPerson, NyPersonSchema } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { bjudIn, kontonFraga } from './fragor.ts';
import { Lankruta } from './Lankruta.tsx';
import { TEXTER } from './texter.ts';

interface BjudInDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
}

export function BjudInDialog({ oppen, stang }: BjudInDialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.bjudIn} bred>
      <Innehall stang={stang} />
    </Dialog>
  );
}

function Innehall({ stang }: { readonly stang: () => void }) {
  const { queryClient } = useApp();
  const [falt, sattFalt] = useState<NyPerson>({ namn: '', epost: '' });
  const [fel, sattFel] = useState<Partial<Record<keyof NyPerson, string>>>({});
  const inbjudan = useMutation({
    mutationFn: bjudIn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: kontonFraga.queryKey }),
  });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = NyPersonSchema.safeParse(falt);
    sattFel(
      last.success ? {} : Object.fromEntries(last.error.issues.map((brist) => [String(brist.path[0]), brist.message])),
    );
    if (last.success) inbjudan.mutate(last.data);
  };
  if (inbjudan.data !== undefined)
    return <Lankruta person={inbjudan.data.konto} skapad={inbjudan.data.lank} stang={stang} />;
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
          type="email"
          autoComplete="off"
          value={falt.epost}
          error={fel.epost}
          onChange={(handelse) => sattFalt({ ...falt, epost: handelse.currentTarget.value })}
        />
        {inbjudan.error && <Felruta fel={inbjudan.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button type="submit" loading={inbjudan.isPending}>
            {TEXTER.skicka}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
