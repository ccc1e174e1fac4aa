import { Button, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { type ArendeMedHandlingar, type Handlingstyp, NyHandlingSchema } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { arendeFraga, SKAPANDE, skapaHandling, skaparRedan } from './fragor.ts';
import { valbaraMallar } from './mallar.ts';
import { valbaraAgare, valbaraSlag } from './slag.ts';
import { TEXTER, TYPNAMN } from './texter.ts';

interface NyHandlingDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly arende: ArendeMedHandlingar;
}

/** Kind → mall → title → owner; the mall's first text is written by the server. */
export function NyHandlingDialog({ oppen, stang, arende }: NyHandlingDialogProps) {
  const { queryClient } = useApp();
  const navigate = useNavigate();
  const slag = valbaraSlag(arende);
  const [valt, sattValt] = useState<Handlingstyp | null>(null);
  const typ = slag.find((ett) => ett === valt) ?? slag[0] ?? 'reservation';
  const [mall, sattMall] = useState<string | null>(null);
  const [titel, sattTitel] = useState(arende.titel);
  const [agareId, sattAgareId] = useState('');
  const [fel, sattFel] = useState<string | null>(null);
  const mallar = valbaraMallar(arende, typ);
  const valdMall = mall ?? mallar[0]?.id ?? '';
  const agarna = valbaraAgare(arende, typ);
  const agare = agarna.find(({ id }) => id === agareId) ?? agarna[0];
  const skapa = useMutation({
    mutationKey: SKAPANDE,
    mutationFn: (handling: Parameters<typeof skapaHandling>[1]) => skapaHandling(arende.id, handling),
    onSuccess: async (handling) => {
      stang();
      await queryClient.invalidateQueries({ queryKey: arendeFraga(arende.id).queryKey });
      await navigate({ to: '/handlingar/$id', params: { id: handling.id } });
    },
  });

  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = NyHandlingSchema.safeParse({ typ, mall: valdMall, titel, agare });
    sattFel(last.success ? null : (last.error.issues[0]?.message ?? null));
    if (last.success && !skaparRedan(queryClient)) skapa.mutate(last.data);
  };

  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.nyHandling} bred>
      <form onSubmit={skicka} noValidate>
        <Stack>
          <Select
            data-autofocus
            label={TEXTER.slag}
            value={typ}
            allowDeselect={false}
            data={slag.map((ett) => ({ value: ett, label: TYPNAMN[ett] }))}
            onChange={(varde) => {
              sattValt(slag.find((ett) => ett === varde) ?? null);
              sattMall(null);
            }}
          />
          {mallar.length > 1 && (
            <Radio.Group label={TEXTER.mall} value={valdMall} onChange={sattMall}>
              <Stack gap="xs" mt="xs">
                {mallar.map((en) => (
                  <Radio key={en.id} value={en.id} label={en.namn} description={en.beskrivning} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <TextInput
            label={TEXTER.titel}
            value={titel}
            error={fel}
            onChange={(handelse) => sattTitel(handelse.currentTarget.value)}
          />
          <Select
            label={TEXTER.vilkenAgare}
            description={TEXTER.agareForklaring}
            value={agare?.id ?? ''}
            allowDeselect={false}
            data={agarna.map(({ id, namn }) => ({ value: id, label: namn }))}
            onChange={(id) => sattAgareId(id ?? '')}
          />
          {skapa.error && <Felruta fel={skapa.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={stang}>
              {TEXTER.avbryt}
            </Button>
            <Button type="submit" loading={skapa.isPending}>
              {TEXTER.skapa}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
