import { Button, Select } from '@mantine/core';
import type { Andring } from '@samskrift/shared';
import { useState } from 'react';
import { borjan, raknaTyper } from './andringar.ts';
import styles from './Importera.module.css';
import { ANDRINGSNAMN, TEXTER } from './texter.ts';

interface AndringslistaProps {
  readonly andringar: readonly Andring[];
  /** A change was opened: its line of the original. */
  readonly vidVal: (rad: number) => void;
}

const FORSTA = 50;
const ALLA = 'alla';

/** Every change, by kind if one likes; opening one shows before and after, and its line in the original. */
export function Andringslista({ andringar, vidVal }: AndringslistaProps) {
  const [filter, sattFilter] = useState<string>(ALLA);
  const [mest, sattMest] = useState(FORSTA);
  const valda = filter === ALLA ? andringar : andringar.filter(({ typ }) => typ === filter);
  const visade = valda.slice(0, mest);
  const typer = raknaTyper(andringar);
  if (andringar.length === 0) return <p>{TEXTER.inga}</p>;
  return (
    <section className={`ark ${styles.andringar}`}>
      <div className={styles.andringshuvud}>
        <h2>{TEXTER.andringar}</h2>
        <Select
          aria-label={TEXTER.visa}
          value={filter}
          allowDeselect={false}
          data={[
            { value: ALLA, label: TEXTER.alla(andringar.length) },
            ...typer.map(({ typ, antal }) => ({ value: typ, label: TEXTER.avTyp(typ, antal) })),
          ]}
          onChange={(vald) => {
            sattFilter(vald ?? ALLA);
            sattMest(FORSTA);
          }}
        />
      </div>
      <ul className={styles.lista}>
        {visade.map((andring, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes of a line may be alike; the list is never reordered.
          <li key={`${filter} ${index}`}>
            <details onToggle={(handelse) => handelse.currentTarget.open && vidVal(andring.rad)}>
              <summary>
                <span className={styles.andringsrad}>{TEXTER.rad(andring.rad)}</span>
                <span className={styles.andringstyp}>{ANDRINGSNAMN[andring.typ]}</span>
                <span className={styles.andringsord}>{borjan(andring.fore)}</span>
              </summary>
              <dl className={styles.jamfor}>
                <div>
                  <dt>{TEXTER.fore}</dt>
                  <dd>{andring.fore}</dd>
                </div>
                <div>
                  <dt>{TEXTER.efter}</dt>
                  <dd>{efter(andring)}</dd>
                </div>
              </dl>
            </details>
          </li>
        ))}
      </ul>
      {valda.length > mest && (
        <Button variant="subtle" onClick={() => sattMest(mest + 200)}>
          {TEXTER.flera(Math.min(200, valda.length - mest))}
        </Button>
      )}
    </section>
  );
}

function efter({ typ, fore, efter: ord }: Andring): string {
  if (ord === '') return TEXTER.borttaget;
  return typ === 'rubrik' ? fore : ord;
}
