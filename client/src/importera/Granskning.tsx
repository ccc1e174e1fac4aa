import { htmlFromJson, type Importforslag, type Kodning } from '@samskrift/shared';
import { useMemo, useState } from 'react';
import '../editor/text.css';
import { Andringslista } from './Andringslista.tsx';
import styles from './Importera.module.css';
import { Original } from './Original.tsx';
import { TEXTER } from './texter.ts';

interface GranskningProps {
  readonly original: string;
  readonly kodning: Kodning | null;
  readonly forslag: Importforslag;
}

/** The original beside the handling it becomes, and everything that differs. */
export function Granskning({ original, kodning, forslag }: GranskningProps) {
  const [rad, sattRad] = useState<number | null>(null);
  const html = useMemo(() => htmlFromJson(forslag.text), [forslag]);
  return (
    <>
      {kodning && <p className={kodning === 'windows-1252' ? 'besked' : 'dampad liten'}>{TEXTER.kodning(kodning)}</p>}
      {forslag.forvaxlingar.length > 0 && (
        <section className={styles.forvaxlingar}>
          <h2>{TEXTER.forvaxlingar}</h2>
          <ul>
            {forslag.forvaxlingar.map(({ rad: pa, ord, forslag: menat }) => (
              <li key={`${pa} ${ord}`}>
                {TEXTER.rad(pa)}: {TEXTER.forvaxling(ord, menat)}
              </li>
            ))}
          </ul>
          <p>{TEXTER.forvaxlingRad}</p>
        </section>
      )}
      <Andringslista andringar={forslag.andringar} vidVal={sattRad} />
      <div className={styles.sidavid}>
        <div className={styles.spalt}>
          <h2>{TEXTER.original}</h2>
          <Original text={original} andringar={forslag.andringar} rad={rad} />
        </div>
        <div className={styles.spalt}>
          <h2>{TEXTER.resultat}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <section className={`ark ${styles.rulla}`} tabIndex={0} aria-label={TEXTER.resultat}>
            <div
              className={`text ${styles.resultat}`}
              lang="sv"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlFromJson escapes every word and leaves out unsafe addresses.
              dangerouslySetInnerHTML={{ __html: html }}
            />
          </section>
        </div>
      </div>
    </>
  );
}
