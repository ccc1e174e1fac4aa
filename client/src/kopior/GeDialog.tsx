import { Button, Checkbox, Group, NativeSelect, Skeleton, Stack, TextInput } from '@mantine/core';
import { gruppnamn, type Handling, type Mottagare, NyaKopiorSchema } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import type { HandlingsdialogProps } from '../handling/dialog.ts';
import { geKopior, mottagareFraga, slaktskapFraga } from './fragor.ts';
import styles from './Kopior.module.css';
import { TEXTER } from './texter.ts';

/** Gives a text of the party to its groups in other nämnder, each in an ärende of that nämnd. */
export function GeDialog({ oppen, stang, handling }: HandlingsdialogProps) {
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.rubrik} bred>
      <Innehall handling={handling} stang={stang} />
    </Dialog>
  );
}

function Innehall({ handling, stang }: { readonly handling: Handling; readonly stang: () => void }) {
  const { data, error, refetch } = useQuery(mottagareFraga(handling.id));
  if (error) return <Felruta fel={error} forsokIgen={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={200} aria-label={TEXTER.laddar} />;
  return <Formular handling={handling} mottagare={data} stang={stang} />;
}

interface FormularProps {
  readonly handling: Handling;
  readonly mottagare: readonly Mottagare[];
  readonly stang: () => void;
}

function Formular({ handling, mottagare, stang }: FormularProps) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const [titel, sattTitel] = useState(handling.titel);
  /** The chosen groups with their ärende; empty while none is chosen. */
  const [val, sattVal] = useState<ReadonlyMap<string, string>>(new Map());
  const [brist, sattBrist] = useState<string | null>(null);
  const ge = useMutation({
    mutationFn: (nya: Parameters<typeof geKopior>[1]) => geKopior(handling.id, nya),
    onSuccess: async (slaktskap, nya) => {
      queryClient.setQueryData(slaktskapFraga(handling.id).queryKey, slaktskap);
      meddela(TEXTER.givna(nya.till.length));
      stang();
      await Promise.all([['arenden'], ['arende']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
  const valj = (gruppId: string, arendeId: string | null) => {
    sattBrist(null);
    sattVal((nu) => {
      const andra = [...nu].filter(([id]) => id !== gruppId);
      return new Map(arendeId === null ? andra : [...andra, [gruppId, arendeId]]);
    });
  };
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    const utan = mottagare.filter(({ grupp }) => val.get(grupp.id) === '').map(({ namnd }) => ({ namn: namnd }));
    const till = [...val].map(([gruppId, arendeId]) => ({ gruppId, arendeId }));
    const last = NyaKopiorSchema.safeParse({ titel, till });
    const fel = val.size > 0 && utan.length > 0 ? TEXTER.utanArende(gruppnamn(utan)) : null;
    sattBrist(fel ?? (last.success ? null : (last.error.issues[0]?.message ?? null)));
    if (fel === null && last.success) ge.mutate(last.data);
  };
  return (
    <form onSubmit={skicka} noValidate>
      <Stack>
        <p className="dampad">{TEXTER.forklaring}</p>
        <TextInput
          data-autofocus
          label={TEXTER.titel}
          value={titel}
          onChange={(handelse) => sattTitel(handelse.currentTarget.value)}
        />
        <fieldset className={styles.grupper}>
          <legend>{TEXTER.grupper}</legend>
          {mottagare.map(({ grupp, namnd, arenden }) => (
            <div key={grupp.id} className={styles.mottagare}>
              <Checkbox
                label={namnd}
                description={arenden.length === 0 ? TEXTER.ingaArenden : grupp.namn}
                disabled={arenden.length === 0}
                checked={val.has(grupp.id)}
                onChange={(handelse) =>
                  valj(
                    grupp.id,
                    handelse.currentTarget.checked ? (arenden.length === 1 ? (arenden[0]?.id ?? '') : '') : null,
                  )
                }
              />
              {val.has(grupp.id) && (
                <NativeSelect
                  aria-label={TEXTER.arende(namnd)}
                  value={val.get(grupp.id) ?? ''}
                  data={[
                    { value: '', label: TEXTER.valjArende },
                    ...arenden.map(({ id, dnr, titel: arendetitel }) => ({
                      value: id,
                      label: `${dnr} ${arendetitel}`,
                    })),
                  ]}
                  onChange={(handelse) => valj(grupp.id, handelse.currentTarget.value)}
                />
              )}
            </div>
          ))}
        </fieldset>
        {brist !== null && (
          <p className="felruta" role="alert">
            {brist}
          </p>
        )}
        {ge.error && <Felruta fel={ge.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button type="submit" loading={ge.isPending}>
            {TEXTER.ge}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
