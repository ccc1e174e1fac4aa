import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { SkapadLank } from '@samskrift/shared';
import { useState } from 'react';
import { tidpunkt } from '../app/datum.ts';
import { fokusera } from '../app/fokusera.ts';
import { TEXTER } from './texter.ts';

interface LankrutaProps {
  readonly person: { readonly namn: string; readonly epost: string };
  readonly skapad: SkapadLank;
  readonly stang: () => void;
}

/** What has become of a link: sent, or here to be passed on. */
export function Lankruta({ person, skapad, stang }: LankrutaProps) {
  const [kopierad, sattKopierad] = useState(false);
  const { lank, giltigTill } = skapad;
  const kopiera = async (text: string) => {
    await navigator.clipboard.writeText(text);
    sattKopierad(true);
  };
  return (
    <Stack>
      {lank === null ? (
        <p ref={fokusera} tabIndex={-1} data-autofocus>
          {TEXTER.skickad(person.epost)}
        </p>
      ) : (
        <>
          <p>{TEXTER.lankText}</p>
          <p className="dampad liten">{TEXTER.lankOchGrupp}</p>
          <TextInput
            ref={fokusera}
            data-autofocus
            label={TEXTER.lank(person.namn)}
            value={lank}
            readOnly
            onFocus={(handelse) => handelse.currentTarget.select()}
          />
        </>
      )}
      <p className="dampad liten">{TEXTER.giltig(tidpunkt(giltigTill))}</p>
      <p role="status" className={kopierad ? '' : 'bara-upplast'}>
        {kopierad && TEXTER.kopierad}
      </p>
      <Group justify="flex-end">
        {/* Not where there is no TLS: the browser then has no clipboard, and the link is copied from the field. */}
        {lank !== null && navigator.clipboard !== undefined && (
          <Button variant="default" onClick={() => void kopiera(lank)}>
            {TEXTER.kopiera}
          </Button>
        )}
        <Button onClick={stang}>{TEXTER.klar}</Button>
      </Group>
    </Stack>
  );
}
