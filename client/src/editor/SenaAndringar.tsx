import { Button, Group } from '@mantine/core';
import { type Handling, jsonFromYdoc, type Mig, nodeFromYdoc } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type * as Y from 'yjs';
import { useApp } from '../app/kontext.tsx';
import { arendeFraga, SKAPANDE, skapaHandling, skaparRedan } from '../arenden/fragor.ts';
import { valbaraMallar } from '../arenden/mallar.ts';
import { forgetCopy } from '../sync/sealed-state.ts';
import { difference } from './difference.ts';
import styles from './Forseglad.module.css';
import { Skillnad } from './Skillnad.tsx';
import { SENTEXTER } from './texter.ts';

interface SenaAndringarProps {
  readonly handling: Handling;
  readonly mig: Mig;
  readonly sealed: Y.Doc;
  readonly merged: Y.Doc;
  /** The session of a page that was open when the seal came; it lets go of what it has. */
  readonly live: { readonly forget: () => Promise<void> } | null;
  readonly forgotten: () => void;
}

/** What was written too late: shown against the sealed text, kept until its person copies it or lets it go. */
export function SenaAndringar({ handling, mig, sealed, merged, live, forgotten }: SenaAndringarProps) {
  const lines = useMemo(() => difference(nodeFromYdoc(sealed), nodeFromYdoc(merged)), [sealed, merged]);
  const { queryClient } = useApp();
  const navigate = useNavigate();
  const forget = async () => {
    await (live === null ? forgetCopy(mig.id, handling.id) : live.forget());
    forgotten();
  };
  const copy = useMutation({
    mutationKey: SKAPANDE,
    mutationFn: async () => {
      // The nämnd may have switched the mall off since: the words are saved all the same, with another.
      const valbara = valbaraMallar(await queryClient.fetchQuery(arendeFraga(handling.arendeId)), handling.typ);
      return skapaHandling(handling.arendeId, {
        typ: handling.typ,
        mall: (valbara.find(({ id }) => id === handling.mall) ?? valbara[0])?.id ?? handling.mall,
        titel: SENTEXTER.titel(handling.titel).slice(0, 300),
        agare: { typ: handling.agare.typ, id: handling.agare.id },
        text: { ...jsonFromYdoc(merged) },
      });
    },
    onSuccess: async (created) => {
      await forget();
      await navigate({ to: '/handlingar/$id', params: { id: created.id } });
    },
  });
  return (
    <section className={styles.sena} aria-labelledby="sena-andringar">
      <h2 id="sena-andringar">{SENTEXTER.rubrik}</h2>
      <p>{SENTEXTER.forklaring}</p>
      <Skillnad lines={lines} />
      {copy.error !== null && <p className="felruta">{copy.error.message}</p>}
      <Group>
        <Button loading={copy.isPending} onClick={() => !skaparRedan(queryClient) && copy.mutate()}>
          {SENTEXTER.kopiera}
        </Button>
        <Button variant="default" onClick={() => void forget()}>
          {SENTEXTER.taBort}
        </Button>
      </Group>
    </section>
  );
}
