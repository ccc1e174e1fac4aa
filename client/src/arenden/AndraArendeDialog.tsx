import { Button, Group, Select, Stack } from '@mantine/core';
import { AndraArendeSchema, ARENDELAGEN, type ArendeMedHandlingar, nastaLagen } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { Arendefalt, type Arendeuppgifter, type Brister, tillServern, utan } from './Arendefalt.tsx';
import { andraArende, arendeFraga, arendenFraga, tidslinjeFraga, underlagFraga } from './fragor.ts';
import { LAGENAMN, TEXTER } from './texter.ts';

interface AndraArendeDialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly arende: ArendeMedHandlingar;
}

/** Everything of an ärende that its förvaltning and its secretary change. */
export function AndraArendeDialog({ oppen, stang, arende }: AndraArendeDialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.andraArendet}>
      <Formular arende={arende} stang={stang} />
    </Dialog>
  );
}

function Formular({ arende, stang }: Omit<AndraArendeDialogProps, 'oppen'>) {
  const { queryClient } = useApp();
  const [lage, sattLage] = useState(arende.lage);
  const [falt, sattFalt] = useState<Arendeuppgifter>({
    dnr: arende.dnr,
    titel: arende.titel,
    slag: arende.slag,
    remissFran: arende.remiss?.fran ?? '',
    sistaDag: arende.remiss?.sistaDag ?? '',
    handlaggareId: arende.handlaggare?.id ?? '',
    sammantrade: arende.sammantrade ?? '',
  });
  const [brister, sattBrister] = useState<Brister>({});
  const underlag = useQuery(underlagFraga(arende.namnd.id));
  // Who has left the förvaltning since is shown until somebody else is chosen.
  const personal = underlag.data?.personal ?? [];
  const kvar = arende.handlaggare === null ? [] : [arende.handlaggare];
  const valbara = [...personal, ...kvar.filter(({ id }) => personal.every((en) => en.id !== id))];
  const spara = useMutation({
    mutationFn: (andring: Parameters<typeof andraArende>[1]) => andraArende(arende.id, andring),
    onSuccess: async (andrat) => {
      stang();
      queryClient.setQueryData(arendeFraga(arende.id).queryKey, andrat);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: arendenFraga.queryKey }),
        queryClient.invalidateQueries({ queryKey: tidslinjeFraga(arende.id).queryKey }),
      ]);
    },
  });
  const andra = (del: Partial<Arendeuppgifter>) => {
    sattFalt({ ...falt, ...del });
    sattBrister(utan(brister, del));
  };
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const last = AndraArendeSchema.safeParse({ ...tillServern(falt), lage });
    if (last.success) {
      sattBrister({});
      spara.mutate(last.data);
    } else {
      sattBrister(Object.fromEntries(last.error.issues.map((brist) => [String(brist.path[0]), brist.message])));
    }
  };
  return (
    <form onSubmit={skicka} noValidate>
      <Stack>
        <Arendefalt falt={falt} andra={andra} brister={brister} personal={valbara} />
        <Select
          label={TEXTER.lage}
          value={lage}
          allowDeselect={false}
          data={[arende.lage, ...nastaLagen(arende.lage)].map((ett) => ({ value: ett, label: LAGENAMN[ett] }))}
          onChange={(varde) => sattLage(ARENDELAGEN.find((ett) => ett === varde) ?? lage)}
        />
        {spara.error && <Felruta fel={spara.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button type="submit" loading={spara.isPending}>
            {TEXTER.spara}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
