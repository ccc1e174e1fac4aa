import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type Arende, NyttArendeSchema } from '@samskrift/shared';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { migFraga } from '../konto/mig.ts';
import { arendenFraga, type NyttArende, skapaArende } from './fragor.ts';
import { namnderAtt } from './namnder.ts';
import { TEXTER } from './texter.ts';

interface NyttArendeDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly arenden: readonly Arende[];
}

export function NyttArendeDialog({ oppen, stang, arenden }: NyttArendeDialogProps) {
  const { queryClient } = useApp();
  const navigate = useNavigate();
  const { data: jag } = useSuspenseQuery(migFraga);
  const namnder = namnderAtt(jag, arenden);
  const [falt, sattFalt] = useState({ dnr: '', titel: '', namndId: '' });
  const [fel, sattFel] = useState<Partial<Record<keyof NyttArende, string>>>({});
  const valdNamnd = falt.namndId || (namnder[0]?.id ?? '');
  const skapa = useMutation({
    mutationFn: skapaArende,
    onSuccess: async (arende) => {
      stang();
      sattFalt({ dnr: '', titel: '', namndId: '' });
      await queryClient.invalidateQueries({ queryKey: arendenFraga.queryKey });
      await navigate({ to: '/arenden/$id', params: { id: arende.id } });
    },
  });

  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = NyttArendeSchema.safeParse({ ...falt, namndId: valdNamnd });
    if (last.success) {
      sattFel({});
      skapa.mutate(last.data);
    } else {
      sattFel(Object.fromEntries(last.error.issues.map((brist) => [String(brist.path[0]), brist.message])));
    }
  };

  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.nyttArende}>
      {namnder.length === 0 ? (
        <p>{TEXTER.ingenNamnd}</p>
      ) : (
        <form onSubmit={skicka} noValidate>
          <Stack>
            <TextInput
              data-autofocus
              label={TEXTER.dnr}
              description={TEXTER.dnrExempel}
              value={falt.dnr}
              error={fel.dnr}
              onChange={(handelse) => sattFalt({ ...falt, dnr: handelse.currentTarget.value })}
            />
            <TextInput
              label={TEXTER.titel}
              value={falt.titel}
              error={fel.titel}
              onChange={(handelse) => sattFalt({ ...falt, titel: handelse.currentTarget.value })}
            />
            <Select
              label={TEXTER.namnd}
              value={valdNamnd}
              error={fel.namndId}
              allowDeselect={false}
              data={namnder.map(({ id, namn }) => ({ value: id, label: namn }))}
              onChange={(id) => sattFalt({ ...falt, namndId: id ?? '' })}
            />
            {skapa.error && <Felruta fel={skapa.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={stang}>
                {TEXTER.avbryt}
              </Button>
              <Button type="submit" loading={skapa.isPending}>
                {TEXTER.laggUpp}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
