import { TextInput } from '@mantine/core';
import { NamnSchema, type Organisation } from '@samskrift/shared';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { useAndring } from './andring.ts';
import { Formular } from './Formular.tsx';
import { TEXTER } from './texter.ts';

/** Something that is given a name: what the dialog says, the name it has, and what saving it does. */
export interface Namngivning {
  readonly rubrik: string;
  readonly namn: string;
  readonly spara: (namn: string) => Promise<Organisation>;
}

interface NamnDialogProps {
  readonly namngivning: Namngivning | null;
  readonly stang: () => void;
}

export function NamnDialog({ namngivning, stang }: NamnDialogProps) {
  return (
    <Dialog oppen={namngivning !== null} stang={stang} rubrik={namngivning?.rubrik ?? ''}>
      {namngivning && <Falt namngivning={namngivning} stang={stang} />}
    </Dialog>
  );
}

function Falt({ namngivning, stang }: { readonly namngivning: Namngivning; readonly stang: () => void }) {
  const [namn, sattNamn] = useState(namngivning.namn);
  const [brist, sattBrist] = useState<string | null>(null);
  const andring = useAndring(stang);
  const skicka = () => {
    const last = NamnSchema.safeParse({ namn });
    sattBrist(last.success ? null : (last.error.issues[0]?.message ?? null));
    if (last.success) andring.mutate({ gor: () => namngivning.spara(last.data.namn), namn: last.data.namn });
  };
  return (
    <Formular
      skicka={skicka}
      stang={stang}
      knapp={namngivning.namn === '' ? TEXTER.laggTill : TEXTER.spara}
      pagar={andring.isPending}
      fel={andring.error}
    >
      <TextInput
        data-autofocus
        label={TEXTER.namn}
        value={namn}
        error={brist}
        autoComplete="off"
        onChange={(handelse) => sattNamn(handelse.currentTarget.value)}
      />
    </Formular>
  );
}
