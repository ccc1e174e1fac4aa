import { Button, Group, Select, Stack } from '@mantine/core';
import { NyttArendeSchema } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { Arendefalt, type Arendeuppgifter, type Brister, TOMT, tillServern, utan } from './Arendefalt.tsx';
import { arendenFraga, skapaArende, underlagFraga } from './fragor.ts';
import type { namnderAtt } from './namnder.ts';
import { TEXTER } from './texter.ts';

interface NyttArendeDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  /** Where it may be laid up; at least one. */
  readonly namnder: ReturnType<typeof namnderAtt>;
}

export function NyttArendeDialog({ oppen, stang, namnder }: NyttArendeDialogProps) {
  const { queryClient } = useApp();
  const navigate = useNavigate();
  const [skrivet, sattSkrivet] = useState<Partial<Arendeuppgifter>>({});
  const [namndId, sattNamndId] = useState('');
  const [brister, sattBrister] = useState<Brister>({});
  const valdNamnd = namndId || (namnder[0]?.id ?? '');
  const underlag = useQuery({ ...underlagFraga(valdNamnd), enabled: oppen && valdNamnd !== '' });
  const falt = { ...TOMT, dnr: underlag.data?.dnr ?? '', ...skrivet };
  const skapa = useMutation({
    mutationFn: skapaArende,
    onSuccess: async (arende) => {
      stang();
      sattSkrivet({});
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: arendenFraga.queryKey }),
        queryClient.invalidateQueries({ queryKey: underlagFraga(arende.namnd.id).queryKey }),
      ]);
      await navigate({ to: '/arenden/$id', params: { id: arende.id } });
    },
  });

  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = NyttArendeSchema.safeParse({ ...tillServern(falt), namndId: valdNamnd });
    if (last.success) {
      sattBrister({});
      skapa.mutate(last.data);
    } else {
      sattBrister(Object.fromEntries(last.error.issues.map((brist) => [String(brist.path[0]), brist.message])));
    }
  };

  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.nyttArende}>
      <form onSubmit={skicka} noValidate>
        <Stack>
          <Arendefalt
            falt={falt}
            andra={(del) => {
              sattSkrivet({ ...skrivet, ...del });
              sattBrister(utan(brister, del));
            }}
            brister={brister}
            personal={underlag.data?.personal ?? []}
          />
          <Select
            label={TEXTER.namnd}
            value={valdNamnd}
            error={brister.namndId}
            allowDeselect={false}
            data={namnder.map(({ id, namn }) => ({ value: id, label: namn }))}
            onChange={(id) => sattNamndId(id ?? '')}
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
    </Dialog>
  );
}
