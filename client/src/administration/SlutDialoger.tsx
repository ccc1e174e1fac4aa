import { NyttUppdragSchema, ROLLNAMN, sistaDag, type Uppdragsnyckel, type Uppdragsrad } from '@samskrift/shared';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Formular } from './Formular.tsx';
import { andraSlut, avsluta } from './fragor.ts';
import { Sistadag, tillUr } from './GeUppdragDialog.tsx';
import { TEXTER, UPPDRAG } from './texter.ts';
import { useUppdragsandring } from './uppdragsandring.ts';

interface SlutDialogProps {
  readonly rad: Uppdragsrad | null;
  readonly stang: () => void;
}

/** Another last day, or none. */
export function SlutDialog({ rad, stang }: SlutDialogProps) {
  return (
    <Dialog oppen={rad !== null} stang={stang} rubrik={rad ? UPPDRAG.andraSlutFor(rad.namn) : ''}>
      {rad && <Slut rad={rad} stang={stang} />}
    </Dialog>
  );
}

function Slut({ rad, stang }: { readonly rad: Uppdragsrad; readonly stang: () => void }) {
  const [sista, sattSista] = useState(rad.till === null ? '' : sistaDag(rad.till));
  const [brist, sattBrist] = useState<string | undefined>(undefined);
  const andring = useUppdragsandring(rad.organTyp, rad.organId, stang);
  const skicka = () => {
    const last = NyttUppdragSchema.safeParse({ ...nyckelUr(rad), till: tillUr(sista) });
    sattBrist(last.success ? undefined : last.error.issues[0]?.message);
    if (last.success) andring.mutate({ gor: () => andraSlut(last.data), sagt: UPPDRAG.andrat(rad.namn) });
  };
  return (
    <Formular skicka={skicka} stang={stang} knapp={TEXTER.spara} pagar={andring.isPending} fel={andring.error}>
      <Sistadag sista={sista} satt={sattSista} brist={brist} />
    </Formular>
  );
}

/** Asked first: the right is gone at once. One that has not begun is taken away. */
export function AvslutaDialog({ rad, idag, stang }: SlutDialogProps & { readonly idag: string }) {
  const blivande = rad !== null && rad.fran > idag;
  return (
    <Dialog oppen={rad !== null} stang={stang} rubrik={blivande ? UPPDRAG.taBort : UPPDRAG.avsluta}>
      {rad && <Avsluta rad={rad} blivande={blivande} stang={stang} />}
    </Dialog>
  );
}

interface AvslutaProps {
  readonly rad: Uppdragsrad;
  readonly blivande: boolean;
  readonly stang: () => void;
}

function Avsluta({ rad, blivande, stang }: AvslutaProps) {
  const roll = ROLLNAMN[rad.roll].toLocaleLowerCase('sv');
  const sagt = blivande ? UPPDRAG.borttaget(rad.namn) : UPPDRAG.avslutat(rad.namn);
  const andring = useUppdragsandring(rad.organTyp, rad.organId, stang);
  return (
    <Formular
      skicka={() => andring.mutate({ gor: () => avsluta(nyckelUr(rad)), sagt })}
      stang={stang}
      knapp={blivande ? UPPDRAG.taBort : UPPDRAG.avsluta}
      pagar={andring.isPending}
      fel={andring.error}
    >
      <p>{blivande ? UPPDRAG.taBortFraga(rad.namn, roll, rad.fran) : UPPDRAG.avslutaFraga(rad.namn, roll)}</p>
    </Formular>
  );
}

function nyckelUr({ personId, roll, organTyp, organId, fran }: Uppdragsrad): Uppdragsnyckel {
  return { personId, roll, organTyp, organId, fran };
}
