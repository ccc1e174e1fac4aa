import { Select, TextInput } from '@mantine/core';
import type { NamndMedOrgan, Parti } from '@samskrift/shared';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { useAndring } from './andring.ts';
import { Formular } from './Formular.tsx';
import { skapaPartigrupp } from './fragor.ts';
import { TEXTER } from './texter.ts';

interface PartigruppDialogProps {
  readonly namnd: NamndMedOrgan | null;
  readonly partier: readonly Parti[];
  readonly stang: () => void;
}

/** A party's group in a nämnd; only parties that have none there can be chosen. */
export function PartigruppDialog({ namnd, partier, stang }: PartigruppDialogProps) {
  const kvar = partier.filter(({ id }) => !namnd?.partigrupper.some((grupp) => grupp.partiId === id));
  return (
    <Dialog oppen={namnd !== null} stang={stang} rubrik={namnd ? TEXTER.nyPartigruppI(namnd.namn) : ''}>
      {namnd &&
        (kvar.length === 0 ? <p>{TEXTER.ingaPartierKvar}</p> : <Falt namnd={namnd} kvar={kvar} stang={stang} />)}
    </Dialog>
  );
}

interface FaltProps {
  readonly namnd: NamndMedOrgan;
  readonly kvar: readonly Parti[];
  readonly stang: () => void;
}

function Falt({ namnd, kvar, stang }: FaltProps) {
  const [partiId, sattPartiId] = useState(kvar[0]?.id ?? '');
  const [namn, sattNamn] = useState('');
  const andring = useAndring(stang);
  const skicka = () => {
    const eget = namn.trim();
    const kallas = eget || (kvar.find(({ id }) => id === partiId)?.namn ?? '');
    const gor = () => skapaPartigrupp(namnd.id, eget === '' ? { partiId } : { partiId, namn: eget });
    andring.mutate({ gor, namn: kallas });
  };
  return (
    <Formular skicka={skicka} stang={stang} knapp={TEXTER.laggTill} pagar={andring.isPending} fel={andring.error}>
      <Select
        data-autofocus
        label={TEXTER.parti}
        value={partiId}
        allowDeselect={false}
        data={kvar.map((parti) => ({ value: parti.id, label: `${parti.namn} (${parti.forkortning})` }))}
        onChange={(id) => sattPartiId(id ?? '')}
      />
      <TextInput
        label={TEXTER.gruppnamn}
        description={TEXTER.gruppnamnForklaring}
        value={namn}
        autoComplete="off"
        onChange={(handelse) => sattNamn(handelse.currentTarget.value)}
      />
    </Formular>
  );
}
