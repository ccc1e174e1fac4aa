import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Felruta } from '../app/Felruta.tsx';
import { TEXTER } from './texter.ts';

interface FormularProps {
  readonly skicka: () => void;
  readonly stang: () => void;
  readonly knapp: string;
  readonly pagar: boolean;
  readonly fel: Error | null;
  readonly children: ReactNode;
}

/** The form inside a dialog: its fields, what the server said against it, and the way out and on. */
export function Formular({ skicka, stang, knapp, pagar, fel, children }: FormularProps) {
  const vidSkicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    if (!pagar) skicka();
  };
  return (
    <form onSubmit={vidSkicka} noValidate>
      <Stack>
        {children}
        {fel && <Felruta fel={fel} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button type="submit" loading={pagar}>
            {knapp}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
