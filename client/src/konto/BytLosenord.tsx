import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { BytLosenordSchema, LOSENORD_MINST } from '@samskrift/shared';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { bytLosenord } from './losenord.ts';
import styles from './MinaInloggningar.module.css';
import { migFraga } from './mig.ts';
import { TEXTER } from './texter.ts';

/** Another password for one's own account. */
export function BytLosenord() {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const [oppen, sattOppen] = useState(false);
  const klart = async (avslutade: number) => {
    sattOppen(false);
    await queryClient.invalidateQueries({ queryKey: ['inloggningar'] });
    meddela(TEXTER.bytt(avslutade));
  };
  return (
    <section aria-labelledby="losenord" className={styles.del}>
      <Group justify="space-between">
        <h2 id="losenord" className={styles.rubrik}>
          {TEXTER.losenord}
        </h2>
        <Button variant="default" onClick={() => sattOppen(true)}>
          {TEXTER.bytLosenord}
        </Button>
      </Group>
      <Dialog oppen={oppen} stang={() => sattOppen(false)} rubrik={TEXTER.bytLosenord}>
        <Formular klart={klart} stang={() => sattOppen(false)} />
      </Dialog>
    </section>
  );
}

interface FormularProps {
  readonly klart: (avslutade: number) => Promise<void>;
  readonly stang: () => void;
}

function Formular({ klart, stang }: FormularProps) {
  const { data: jag } = useSuspenseQuery(migFraga);
  const [falt, sattFalt] = useState({ gammalt: '', nytt: '', igen: '' });
  const [fel, sattFel] = useState<Partial<Record<keyof typeof falt, string>>>({});
  const byte = useMutation({ mutationFn: bytLosenord, onSuccess: klart });
  const skicka = (handelse: FormEvent) => {
    handelse.preventDefault();
    // What the server said was of the words that stood there then.
    byte.reset();
    const last = BytLosenordSchema.safeParse(falt);
    const brister = last.success ? [] : last.error.issues.map(({ path, message }) => [String(path[0]), message]);
    if (falt.nytt !== falt.igen) brister.push(['igen', TEXTER.inteLika]);
    sattFel(Object.fromEntries(brister));
    if (last.success && brister.length === 0) byte.mutate(last.data);
  };
  const andra = (namn: keyof typeof falt) => (handelse: { currentTarget: HTMLInputElement }) =>
    sattFalt({ ...falt, [namn]: handelse.currentTarget.value });
  return (
    <form onSubmit={skicka} noValidate>
      <Stack>
        <p>{TEXTER.bytText}</p>
        {/* Read, not written: password managers keep the password under it. */}
        <TextInput label={TEXTER.epost} type="email" autoComplete="username" value={jag.epost} readOnly />
        <PasswordInput
          data-autofocus
          label={TEXTER.gammaltLosenord}
          autoComplete="current-password"
          value={falt.gammalt}
          error={fel.gammalt}
          onChange={andra('gammalt')}
        />
        <PasswordInput
          label={TEXTER.nyttLosenord}
          description={TEXTER.losenordKrav(LOSENORD_MINST)}
          autoComplete="new-password"
          value={falt.nytt}
          error={fel.nytt}
          onChange={andra('nytt')}
        />
        <PasswordInput
          label={TEXTER.losenordIgen}
          autoComplete="new-password"
          value={falt.igen}
          error={fel.igen}
          onChange={andra('igen')}
        />
        {byte.error && <Felruta fel={byte.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={stang}>
            {TEXTER.avbryt}
          </Button>
          <Button type="submit" loading={byte.isPending}>
            {TEXTER.bytLosenord}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
