import { Button, FileButton, Stack, Textarea } from '@mantine/core';
import type { Kodning, Lasresultat } from '@samskrift/shared';
import { IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { fokusera } from '../app/fokusera.ts';
import styles from './Importera.module.css';
import { lasFil, lasInklistrat } from './lasFil.ts';
import { TEXTER } from './texter.ts';

interface KallaProps {
  readonly text: string;
  readonly sattText: (text: string) => void;
  /** Whether the person has come back here from the review. */
  readonly igen: boolean;
  /** `kodning` is null for text that was pasted. */
  readonly vidText: (text: string, kodning: Kodning | null) => void;
}

/** Where the text comes from: pasted, or a file. */
export function Kalla({ text, sattText, igen, vidText }: KallaProps) {
  const [nekad, sattNekad] = useState<string | null>(null);
  const ta = (last: Lasresultat, franFil: boolean) => {
    sattNekad(last.ok ? null : last.meddelande);
    if (last.ok) vidText(last.text, franFil ? last.kodning : null);
  };
  const fil = useMutation({ mutationFn: lasFil, onSuccess: (last) => ta(last, true) });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    fil.reset();
    if (text.trim() === '') sattNekad(TEXTER.tomText);
    else ta(lasInklistrat(text), false);
  };
  const fel = fil.error ?? (nekad === null ? null : new Error(nekad));
  return (
    <form onSubmit={skicka} className={`ark ${styles.kalla}`}>
      <Stack>
        <p className="dampad">{TEXTER.ingress}</p>
        <Textarea
          ref={igen ? fokusera : null}
          label={TEXTER.klistra}
          value={text}
          rows={12}
          spellCheck={false}
          onChange={(handelse) => sattText(handelse.currentTarget.value)}
        />
        {fel && <Felruta fel={fel} />}
        <div className={styles.knappar}>
          <Button type="submit">{TEXTER.las}</Button>
          <span className="dampad">{TEXTER.eller}</span>
          <FileButton accept=".txt,text/plain" onChange={(vald) => vald && fil.mutate(vald)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={fil.isPending}
                leftSection={<IconFileText size={18} aria-hidden />}
              >
                {TEXTER.valjFil}
              </Button>
            )}
          </FileButton>
        </div>
      </Stack>
    </form>
  );
}
