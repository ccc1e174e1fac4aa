import { type Arende, forBeslut } from '@samskrift/shared';
import type { ReactNode } from 'react';
import styles from './Arendeuppgifter.module.css';
import { dagarTill, dagIOrd, idag, nedrakning } from './nedrakning.ts';
import { LAGENAMN, SLAGNAMN, TEXTER } from './texter.ts';

/** How long there is to the last day; in another colour when it has been. Nothing once the nämnd has decided. */
export function Nedrakning({ arende: { remiss, lage } }: { readonly arende: Arende }) {
  if (remiss === null || remiss.sistaDag === null || !forBeslut(lage)) return null;
  const dag = idag(new Date());
  const sen = dagarTill(remiss.sistaDag, dag) < 0;
  return <strong className={sen ? styles.sen : styles.kvar}>{TEXTER.svar(nedrakning(remiss.sistaDag, dag))}</strong>;
}

/** What the ärende is, who has it and how far it has come. */
export function Uppgifter({ arende }: { readonly arende: Arende }) {
  const { remiss, handlaggare, sammantrade } = arende;
  return (
    <dl className={styles.uppgifter}>
      <Uppgift namn={TEXTER.lage}>{LAGENAMN[arende.lage]}</Uppgift>
      <Uppgift namn={TEXTER.handlaggare}>{handlaggare?.namn ?? TEXTER.ingenHandlaggare}</Uppgift>
      <Uppgift namn={TEXTER.arendeslag}>{SLAGNAMN[arende.slag]}</Uppgift>
      {remiss !== null && <Uppgift namn={TEXTER.remissFran}>{remiss.fran}</Uppgift>}
      {remiss?.sistaDag && (
        <Uppgift namn={TEXTER.sistaDag}>
          <time dateTime={remiss.sistaDag}>{dagIOrd(remiss.sistaDag)}</time> <Nedrakning arende={arende} />
        </Uppgift>
      )}
      {sammantrade !== null && (
        <Uppgift namn={TEXTER.sammantrade}>
          <time dateTime={sammantrade}>{dagIOrd(sammantrade)}</time>
        </Uppgift>
      )}
    </dl>
  );
}

function Uppgift({ namn, children }: { readonly namn: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{namn}</dt>
      <dd>{children}</dd>
    </div>
  );
}
