import { Button, Skeleton } from '@mantine/core';
import { htmlFromJson, type Kvitto, type TextJson } from '@samskrift/shared';
import { IconChevronLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ApiFel } from '../api.ts';
import { tidpunkt } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import { TYPNAMN } from '../arenden/texter.ts';
import { kvittoFraga } from './fragor.ts';
import styles from './Kvittosida.module.css';
import { TEXTER } from './texter.ts';
import '../editor/text.css';
import '../editor/print.css';

/** The receipt of what a group has handed in: what, by whom, when, its checksum and its text; made to be printed. */
export function Kvittosida() {
  const { id } = useParams({ from: '/inloggad/ram/handlingar/$id/kvitto' });
  const fraga = useQuery(kvittoFraga(id));
  const borta = fraga.error instanceof ApiFel && fraga.error.status === 404;
  const tillbaka = (
    <Link to="/handlingar/$id" params={{ id }} className={`tillbaka ${styles.skarm}`}>
      <IconChevronLeft size={18} aria-hidden />
      {TEXTER.tillHandlingen}
    </Link>
  );
  if (borta)
    return (
      <Sida rubrik={TEXTER.kvittoSaknas}>
        <p>{TEXTER.kvittoSaknasText}</p>
      </Sida>
    );
  if (fraga.data === undefined)
    return (
      <Sida rubrik={TEXTER.kvittoRubrik} over={tillbaka}>
        {fraga.error ? (
          <Felruta fel={fraga.error} forsokIgen={() => void fraga.refetch()} />
        ) : (
          <Skeleton height={320} aria-label={TEXTER.kvittoHamtar} />
        )}
      </Sida>
    );
  return (
    <Sida
      rubrik={TEXTER.kvittoRubrik}
      over={tillbaka}
      handlingar={
        <Button
          className={styles.skarm}
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {TEXTER.skrivUt}
        </Button>
      }
    >
      <Uppgifter kvitto={fraga.data} />
      <Text kvitto={fraga.data} />
    </Sida>
  );
}

function Uppgifter({ kvitto: { inlamning, ...om } }: { readonly kvitto: Kvitto }) {
  const { atertagen } = inlamning;
  const rader: readonly (readonly [string, string])[] = [
    [TEXTER.titel, om.titel],
    [TEXTER.slag, TYPNAMN[om.typ]],
    [TEXTER.grupp, inlamning.grupp.namn],
    [TEXTER.person, inlamning.person],
    [TEXTER.namnd, om.namnd],
    [TEXTER.tid, tidpunkt(inlamning.tid)],
    [TEXTER.arende, `${om.dnr} ${om.arendetitel}`],
    [TEXTER.nummer, inlamning.nummer],
    ...(atertagen === null ? [] : [[TEXTER.ater, `${atertagen.person} ${tidpunkt(atertagen.tid)}`] as const]),
  ];
  return (
    <dl className={`ark ${styles.uppgifter}`}>
      {rader.map(([namn, varde]) => (
        <div key={namn}>
          <dt>{namn}</dt>
          <dd>{varde}</dd>
        </div>
      ))}
      <div className={styles.summa}>
        <dt>{TEXTER.summa}</dt>
        <dd>
          <code>{inlamning.sha256}</code>
        </dd>
      </div>
    </dl>
  );
}

function Text({ kvitto }: { readonly kvitto: Kvitto }) {
  const html = useMemo(() => htmlFromJson(kvitto.text as TextJson), [kvitto]);
  return (
    <section aria-labelledby="kvittotext">
      <h2 id="kvittotext" className={styles.rubrik}>
        {TEXTER.texten}
      </h2>
      <div
        className={`ark text ${styles.text}`}
        lang="sv"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlFromJson escapes every word and leaves out unsafe addresses.
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </section>
  );
}
