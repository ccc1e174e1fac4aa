import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Handling, Lagesakt } from '@samskrift/shared';
import { Aktdialog } from './Aktdialog.tsx';
import { andraLage, aterta } from './fragor.ts';
import { LamnaInDialog } from './LamnaInDialog.tsx';
import { AKTTEXT, TEXTER } from './texter.ts';

/** The acts on the handling's läge that the person may do now, each with its own confirmation. */
export function Lagesknappar({ handling }: { readonly handling: Handling }) {
  const akter = handling.lageakter.filter((akt) => akt !== 'justera');
  return (
    <>
      {handling.farLamnaIn && <LamnaIn handling={handling} />}
      {handling.farAterta && <Aterta handling={handling} />}
      {akter.map((akt) => (
        <Akt key={akt} akt={akt} handling={handling} />
      ))}
    </>
  );
}

function LamnaIn({ handling }: { readonly handling: Handling }) {
  const [oppen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {TEXTER.lamnaIn}
      </Button>
      <LamnaInDialog oppen={oppen} stang={dialog.close} handling={handling} />
    </>
  );
}

function Aterta({ handling }: { readonly handling: Handling }) {
  const [oppen, dialog] = useDisclosure(false);
  const nummer = handling.nummer ?? '';
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {TEXTER.aterta}
      </Button>
      <Aktdialog
        oppen={oppen}
        stang={dialog.close}
        handling={handling}
        rubrik={TEXTER.atertaRubrik(nummer)}
        vad={TEXTER.atertaVad}
        gor={TEXTER.atertaGor}
        gjort={TEXTER.atertagenNu(nummer)}
        akt={() => aterta(handling.id)}
      />
    </>
  );
}

function Akt({ akt, handling }: { readonly akt: Exclude<Lagesakt, 'justera'>; readonly handling: Handling }) {
  const [oppen, dialog] = useDisclosure(false);
  const { knapp, ...text } = AKTTEXT[akt];
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {knapp}
      </Button>
      <Aktdialog
        oppen={oppen}
        stang={dialog.close}
        handling={handling}
        {...text}
        akt={() => andraLage(handling.id, akt)}
      />
    </>
  );
}
