import { TextInput } from '@mantine/core';
import { NyttPartiSchema, type Parti } from '@samskrift/shared';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { useAndring } from './andring.ts';
import { Formular } from './Formular.tsx';
import { sparaParti } from './fragor.ts';
import { TEXTER } from './texter.ts';

interface PartiDialogProps {
  /** The party to change, «nytt» for a new one, null while closed. */
  readonly parti: Parti | 'nytt' | null;
  readonly stang: () => void;
}

export function PartiDialog({ parti, stang }: PartiDialogProps) {
  const rubrik = parti === null || parti === 'nytt' ? TEXTER.nyttParti : TEXTER.andraParti(parti.namn);
  return (
    <Dialog oppen={parti !== null} stang={stang} rubrik={rubrik}>
      {parti && <Falt parti={parti === 'nytt' ? null : parti} stang={stang} />}
    </Dialog>
  );
}

function Falt({ parti, stang }: { readonly parti: Parti | null; readonly stang: () => void }) {
  const [falt, sattFalt] = useState({ namn: parti?.namn ?? '', forkortning: parti?.forkortning ?? '' });
  const [brister, sattBrister] = useState<Partial<typeof falt>>({});
  const andring = useAndring(stang);
  const skicka = () => {
    const last = NyttPartiSchema.safeParse(falt);
    if (last.success) {
      sattBrister({});
      andring.mutate({ gor: () => sparaParti(parti?.id ?? null, last.data), namn: last.data.namn });
    } else sattBrister(Object.fromEntries(last.error.issues.map((brist) => [String(brist.path[0]), brist.message])));
  };
  return (
    <Formular
      skicka={skicka}
      stang={stang}
      knapp={parti === null ? TEXTER.laggTill : TEXTER.spara}
      pagar={andring.isPending}
      fel={andring.error}
    >
      <TextInput
        data-autofocus
        label={TEXTER.namn}
        value={falt.namn}
        error={brister.namn}
        autoComplete="off"
        onChange={(handelse) => sattFalt({ ...falt, namn: handelse.currentTarget.value })}
      />
      <TextInput
        label={TEXTER.forkortning}
        description={TEXTER.forkortningForklaring}
        value={falt.forkortning}
        error={brister.forkortning}
        autoComplete="off"
        onChange={(handelse) => sattFalt({ ...falt, forkortning: handelse.currentTarget.value })}
      />
    </Formular>
  );
}
