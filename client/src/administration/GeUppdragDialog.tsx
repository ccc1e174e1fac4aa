import { Select, TextInput } from '@mantine/core';
import {
  dagenEfter,
  lasDag,
  NyttUppdragSchema,
  type PersonMedEpost,
  ROLLER_I,
  ROLLNAMN,
  type Uppdragsorgan,
} from '@samskrift/shared';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import styles from './Administration.module.css';
import { Formular } from './Formular.tsx';
import { geUppdrag } from './fragor.ts';
import { Personval } from './Personval.tsx';
import { UPPDRAG } from './texter.ts';
import { useUppdragsandring } from './uppdragsandring.ts';

interface GeUppdragDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly organTyp: Uppdragsorgan;
  readonly organId: string;
}

export function GeUppdragDialog({ oppen, ...resten }: GeUppdragDialogProps) {
  return (
    <Dialog oppen={oppen} stang={resten.stang} rubrik={UPPDRAG.ge} bred>
      <Falt {...resten} />
    </Dialog>
  );
}

type Brister = Partial<Record<'personId' | 'roll' | 'fran' | 'till', string>>;

function Falt({ stang, organTyp, organId }: Omit<GeUppdragDialogProps, 'oppen'>) {
  const roller = ROLLER_I[organTyp];
  const [person, sattPerson] = useState<PersonMedEpost | null>(null);
  const [roll, sattRoll] = useState(roller[0] ?? null);
  const [fran, sattFran] = useState(new Date().toISOString().slice(0, 10));
  const [sista, sattSista] = useState('');
  const [brister, sattBrister] = useState<Brister>({});
  const andring = useUppdragsandring(organTyp, organId, stang);
  const skicka = () => {
    const till = tillUr(sista);
    const last = NyttUppdragSchema.safeParse({ personId: person?.id ?? '', roll, organTyp, organId, fran, till });
    if (last.success && person !== null) {
      sattBrister({});
      andring.mutate({ gor: () => geUppdrag(last.data), sagt: UPPDRAG.gett(person.namn) });
      return;
    }
    const funna: Brister = Object.fromEntries(
      (last.error?.issues ?? []).map((brist) => [String(brist.path[0]), brist.message]),
    );
    sattBrister(person === null ? { ...funna, personId: UPPDRAG.valjPerson } : funna);
  };
  return (
    <Formular skicka={skicka} stang={stang} knapp={UPPDRAG.ge} pagar={andring.isPending} fel={andring.error}>
      {(organTyp === 'partigrupp' || organTyp === 'partikansli') && <p className="dampad">{UPPDRAG.gruppensJa}</p>}
      <Personval vald={person} valj={sattPerson} brist={brister.personId ?? null} />
      <Select
        label={UPPDRAG.roll}
        value={roll}
        error={brister.roll}
        allowDeselect={false}
        data={roller.map((en) => ({ value: en, label: ROLLNAMN[en] }))}
        onChange={(vald) => sattRoll(roller.find((en) => en === vald) ?? roll)}
      />
      <div className={styles.dagar}>
        <TextInput
          type="date"
          label={UPPDRAG.fran}
          value={fran}
          error={brister.fran}
          onChange={(handelse) => sattFran(handelse.currentTarget.value)}
        />
        <Sistadag sista={sista} satt={sattSista} brist={brister.till} />
      </div>
    </Formular>
  );
}

interface SistadagProps {
  readonly sista: string;
  readonly satt: (dag: string) => void;
  readonly brist: string | undefined;
}

export function Sistadag({ sista, satt, brist }: SistadagProps) {
  return (
    <TextInput
      type="date"
      label={UPPDRAG.till}
      description={UPPDRAG.tillForklaring}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={sista}
      error={brist}
      onChange={(handelse) => satt(handelse.currentTarget.value)}
    />
  );
}

/** People say the last day, the store has the day after; what is no day is left for the check to refuse. */
export function tillUr(sista: string): string | null {
  if (sista === '') return null;
  const dag = lasDag(sista);
  return dag === null ? sista : dagenEfter(dag);
}
