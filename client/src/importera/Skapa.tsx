import { Button, Select, Stack, TextInput } from '@mantine/core';
import {
  type ArendeMedHandlingar,
  type Handlingstyp,
  type Importforslag,
  mallMedId,
  NyHandlingSchema,
} from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { arendeFraga, SKAPANDE, skapaHandling, skaparRedan } from '../arenden/fragor.ts';
import { valbaraMallar } from '../arenden/mallar.ts';
import { valbaraAgare, valbaraSlag } from '../arenden/slag.ts';
import { TEXTER as ARENDE, TYPNAMN } from '../arenden/texter.ts';
import styles from './Importera.module.css';
import { TEXTER } from './texter.ts';

interface SkapaProps {
  readonly arende: ArendeMedHandlingar;
  readonly forslag: Importforslag;
}

/** The acceptance: what the handling is to be, as the import guessed it and the person may change it. */
export function Skapa({ arende, forslag }: SkapaProps) {
  const { queryClient } = useApp();
  const navigate = useNavigate();
  const [titel, sattTitel] = useState(forslag.metadata.titel ?? arende.titel);
  const slag = valbaraSlag(arende);
  const [valt, sattValt] = useState<Handlingstyp>(forslag.handlingstyp);
  const typ = slag.find((ett) => ett === valt) ?? slag[0] ?? 'reservation';
  const [mall, sattMall] = useState(forslag.mall);
  const [agareId, sattAgareId] = useState('');
  const [brist, sattBrist] = useState<string | null>(null);
  const agarna = valbaraAgare(arende, typ);
  const agare = agarna.find(({ id }) => id === agareId) ?? agarna[0];
  const mallar = valbaraMallar(arende, typ);
  const avstangd = typ === forslag.handlingstyp && !mallar.some(({ id }) => id === forslag.mall);
  const valdMall = mallar.find(({ id }) => id === mall)?.id ?? mallar[0]?.id ?? '';
  const skapa = useMutation({
    mutationKey: SKAPANDE,
    mutationFn: (handling: Parameters<typeof skapaHandling>[1]) => skapaHandling(arende.id, handling),
    onSuccess: async (handling) => {
      await queryClient.invalidateQueries({ queryKey: arendeFraga(arende.id).queryKey });
      await navigate({ to: '/handlingar/$id', params: { id: handling.id }, ignoreBlocker: true });
    },
  });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = NyHandlingSchema.safeParse({ typ, mall: valdMall, titel, agare, text: forslag.text });
    sattBrist(last.success ? null : (last.error.issues[0]?.message ?? null));
    if (last.success && !skaparRedan(queryClient)) skapa.mutate(last.data);
  };
  return (
    <form onSubmit={skicka} noValidate className={`ark ${styles.skapa}`}>
      <Stack>
        <TextInput
          label={ARENDE.titel}
          value={titel}
          error={brist}
          onChange={(handelse) => sattTitel(handelse.currentTarget.value)}
        />
        <div className={styles.val}>
          <Select
            label={ARENDE.slag}
            value={typ}
            allowDeselect={false}
            data={slag.map((ett) => ({ value: ett, label: TYPNAMN[ett] }))}
            onChange={(varde) => sattValt(slag.find((ett) => ett === varde) ?? typ)}
          />
          <Select
            label={ARENDE.mall}
            description={avstangd && TEXTER.avstangdMall(mallMedId(forslag.mall)?.namn ?? forslag.mall)}
            value={valdMall}
            allowDeselect={false}
            data={mallar.map(({ id, namn }) => ({ value: id, label: namn }))}
            onChange={(varde) => sattMall(varde ?? '')}
          />
          <Select
            label={ARENDE.vilkenAgare}
            value={agare?.id ?? ''}
            allowDeselect={false}
            data={agarna.map(({ id, namn }) => ({ value: id, label: namn }))}
            onChange={(varde) => sattAgareId(varde ?? '')}
          />
        </div>
        {skapa.error && <Felruta fel={skapa.error} />}
        <p className="dampad liten">{TEXTER.godkannForklaring}</p>
        <Button type="submit" loading={skapa.isPending} className={styles.godkann}>
          {TEXTER.godkann}
        </Button>
      </Stack>
    </form>
  );
}
