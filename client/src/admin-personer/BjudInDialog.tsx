import type { Konto, SkapadLank } from '@samskrift/shared';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { useApp } from '../app/kontext.tsx';
import { bjudIn, kontonFraga } from './fragor.ts';
import { Lankruta } from './Lankruta.tsx';
import { Personformular } from './Personformular.tsx';
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
  const [inbjuden, sattInbjuden] = useState<{ konto: Konto; lank: SkapadLank } | null>(null);
  if (inbjuden !== null) return <Lankruta person={inbjuden.konto} skapad={inbjuden.lank} stang={stang} />;
  return (
    <Personformular
      forst={{ namn: '', epost: '' }}
      knapp={TEXTER.skicka}
      spara={bjudIn}
      klart={async (svar) => {
        sattInbjuden(svar);
        await queryClient.invalidateQueries({ queryKey: kontonFraga.queryKey });
      }}
      stang={stang}
    />
  );
}
