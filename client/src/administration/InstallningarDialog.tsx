import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { BeslutadeInstallningarSchema, type Installningar, type NamndMedOrgan } from '@samskrift/shared';
import { useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { useAndring } from './andring.ts';
import { Formular } from './Formular.tsx';
import { sparaInstallningar } from './fragor.ts';
import { Mallval } from './Mallval.tsx';
import { INSTALLNING, TEXTER } from './texter.ts';

interface InstallningarDialogProps {
  readonly namnd: NamndMedOrgan | null;
  readonly stang: () => void;
}

/** What the nämnd decides for itself. */
export function InstallningarDialog({ namnd, stang }: InstallningarDialogProps) {
  return (
    <Dialog oppen={namnd !== null} stang={stang} rubrik={namnd ? TEXTER.installningarFor(namnd.namn) : ''} bred>
      {namnd && <Falt namnd={namnd} stang={stang} />}
    </Dialog>
  );
}

const SLAG = ['ersattaryttrande', 'sarskiltUttalande', 'protokollsanteckning'] as const;

function Falt({ namnd, stang }: { readonly namnd: NamndMedOrgan; readonly stang: () => void }) {
  const [falt, sattFalt] = useState<Installningar>(namnd.installningar);
  const [brister, sattBrister] = useState<Readonly<Record<string, string>>>({});
  const andring = useAndring(stang);
  const satt = (nytt: Partial<Installningar>) => {
    sattFalt({ ...falt, ...nytt });
    sattBrister({});
  };
  const skicka = () => {
    const last = BeslutadeInstallningarSchema.safeParse(falt);
    sattBrister(
      Object.fromEntries(last.error?.issues.map(({ path, message }) => [String(path.at(-1)), message]) ?? []),
    );
    if (last.success) andring.mutate({ gor: () => sparaInstallningar(namnd.id, last.data), namn: namnd.namn });
  };
  return (
    <Formular skicka={skicka} stang={stang} knapp={TEXTER.spara} pagar={andring.isPending} fel={andring.error}>
      <Radio.Group
        label={INSTALLNING.numrering}
        value={falt.paragrafnumrering}
        onChange={(varde) => satt({ paragrafnumrering: varde === 'ar' ? 'ar' : 'sammantrade' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio data-autofocus value="ar" label={INSTALLNING.numreringAr} />
          <Radio value="sammantrade" label={INSTALLNING.numreringSammantrade} />
        </Stack>
      </Radio.Group>
      <Checkbox.Group
        label={INSTALLNING.slag}
        description={INSTALLNING.slagForklaring}
        value={SLAG.filter((ett) => falt[ett])}
        onChange={(valda) => satt(Object.fromEntries(SLAG.map((ett) => [ett, valda.includes(ett)])))}
      >
        <Stack gap="xs" mt="xs">
          {SLAG.map((ett) => (
            <Checkbox key={ett} value={ett} label={INSTALLNING[ett]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Mallval installningar={falt} brister={brister} andra={(avstangdaMallar) => satt({ avstangdaMallar })} />
      <Radio.Group
        label={INSTALLNING.inlamnat}
        value={falt.inlamnatSynsFor}
        onChange={(varde) => satt({ inlamnatSynsFor: varde === 'alla' ? 'alla' : 'presidiet' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="presidiet" label={INSTALLNING.inlamnatPresidiet} />
          <Radio value="alla" label={INSTALLNING.inlamnatAlla} />
        </Stack>
      </Radio.Group>
      <TextInput
        label={INSTALLNING.dnrPrefix}
        description={INSTALLNING.dnrForklaring}
        value={falt.dnrPrefix}
        error={brister.dnrPrefix}
        maw="16rem"
        autoComplete="off"
        onChange={(handelse) => satt({ dnrPrefix: handelse.currentTarget.value })}
      />
    </Formular>
  );
}
