import { Button, Checkbox, Stack } from '@mantine/core';
import type { Handling } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { foresla, inbjudningarFraga, samarbeteFraga } from './fragor.ts';
import { TEXTER } from './texter.ts';

interface GrupvalProps {
  readonly handling: Handling;
  readonly mojliga: readonly { readonly id: string; readonly namn: string }[];
  /** The text is several groups' already. */
  readonly fler: boolean;
}

/** Which of the nämnd's other groups to ask. */
export function Grupval({ handling, mojliga, fler }: GrupvalProps) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const [valda, sattValda] = useState<string[]>([]);
  const [brist, sattBrist] = useState<string | null>(null);
  const fraga = useMutation({
    mutationFn: () => foresla(handling.id, valda),
    onSuccess: async (samarbete) => {
      queryClient.setQueryData(samarbeteFraga(handling.id).queryKey, samarbete);
      sattValda([]);
      meddela(TEXTER.fragat);
      await queryClient.invalidateQueries({ queryKey: inbjudningarFraga.queryKey });
    },
  });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    sattBrist(valda.length === 0 ? TEXTER.valjNagon : null);
    if (valda.length > 0) fraga.mutate();
  };
  if (mojliga.length === 0) return fler ? null : <p className="dampad">{TEXTER.inga}</p>;
  return (
    <form onSubmit={skicka} noValidate>
      <Stack>
        <p className="dampad">{fler ? TEXTER.fler : TEXTER.forklaring}</p>
        <Checkbox.Group label={TEXTER.grupper} value={valda} onChange={sattValda} error={brist}>
          <Stack gap="xs" mt="xs">
            {mojliga.map(({ id, namn }) => (
              <Checkbox key={id} value={id} label={namn} />
            ))}
          </Stack>
        </Checkbox.Group>
        {fraga.error && <Felruta fel={fraga.error} />}
        <div>
          <Button type="submit" loading={fraga.isPending}>
            {TEXTER.fraga}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
