import { ActionIcon, Select, Skeleton, Stack } from '@mantine/core';
import type { Handling, Ratt } from '@samskrift/shared';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import styles from './DelaDialog.module.css';
import type { HandlingsdialogProps } from './dialog.ts';
import { dela, delningarFraga } from './fragor.ts';
import { Personnamn } from './Personnamn.tsx';
import { Personsok } from './Personsok.tsx';
import { RATTNAMN, TEXTER } from './texter.ts';

/** The rights that can be given here; commenting is not yet built, so it is shown only where somebody has it. */
const GIVBARA: readonly Ratt[] = ['lasa', 'skriva'];

export function DelaDialog({ oppen, stang, handling }: HandlingsdialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.delaRubrik} bred>
      <Innehall handling={handling} />
    </Dialog>
  );
}

function Innehall({ handling }: { readonly handling: Handling }) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const delningar = useQuery(delningarFraga(handling.id));
  const andra = useMutation({
    mutationFn: ({ personId, ratt }: { personId: string; namn: string; ratt: Ratt }) =>
      dela(handling.id, personId, ratt),
    onSuccess: async (_, { namn, ratt }) => {
      await queryClient.invalidateQueries({ queryKey: delningarFraga(handling.id).queryKey });
      meddela(ratt === 'ingen' ? TEXTER.slutadDela(namn) : TEXTER.delad(namn));
    },
  });
  return (
    <Stack>
      <p className="dampad">{TEXTER.delaForklaring(handling.agare.namn)}</p>
      <Personsok
        utom={delningar.data?.map((delning) => delning.personId) ?? []}
        vidVal={(person) => andra.mutate({ personId: person.id, namn: person.namn, ratt: 'lasa' })}
      />
      {andra.error && <Felruta fel={andra.error} />}
      <section className={styles.delade}>
        <h3 className={styles.rubrik}>{TEXTER.delaMed}</h3>
        {delningar.data === undefined ? (
          delningar.error ? (
            <Felruta fel={delningar.error} forsokIgen={() => void delningar.refetch()} />
          ) : (
            <Skeleton height={64} />
          )
        ) : delningar.data.length === 0 ? (
          <p className="dampad">{TEXTER.delaInga}</p>
        ) : (
          <ul className="lista">
            {delningar.data.map(({ personId, namn, epost, ratt }) => (
              <li key={personId} className={styles.rad}>
                <Personnamn namn={namn} epost={epost} />
                <Select
                  aria-label={TEXTER.delaRattFor(namn)}
                  value={ratt}
                  allowDeselect={false}
                  disabled={andra.isPending}
                  data={(GIVBARA.includes(ratt) ? GIVBARA : [ratt, ...GIVBARA]).map((en) => ({
                    value: en,
                    label: RATTNAMN[en],
                  }))}
                  onChange={(vald) => {
                    const ny = GIVBARA.find((en) => en === vald);
                    if (ny !== undefined) andra.mutate({ personId, namn, ratt: ny });
                  }}
                />
                <ActionIcon
                  size="xl"
                  variant="subtle"
                  color="gray"
                  aria-label={TEXTER.delaTaBort(namn)}
                  disabled={andra.isPending}
                  onClick={() => andra.mutate({ personId, namn, ratt: 'ingen' })}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Stack>
  );
}
