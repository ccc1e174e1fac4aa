import type { Handling, Inlamning } from '@samskrift/shared';
import { Link } from '@tanstack/react-router';
import { tidpunkt } from '../app/datum.ts';
import styles from './Inlamningsband.module.css';
import { TEXTER } from './texter.ts';

/** Over a copy, who handed it in; over a group's draft, what has been handed in of it. Nothing over any other text. */
export function Inlamningsband({ handling }: { readonly handling: Handling }) {
  const { inlamning, inlamnade } = handling;
  if (inlamning === null && inlamnade.length === 0) return null;
  return (
    <section className={styles.band} aria-label={TEXTER.inlamning}>
      {inlamning !== null && (
        <Rad inlamning={inlamning}>
          {TEXTER.inlamnadAv(inlamning.person, inlamning.grupp.namn, tidpunkt(inlamning.tid))}
        </Rad>
      )}
      {inlamnade.map((en) => (
        <Rad key={en.handlingId} inlamning={en}>
          {TEXTER.utkastInlamnat(en.nummer, en.person, tidpunkt(en.tid))}
        </Rad>
      ))}
    </section>
  );
}

function Rad({ inlamning, children }: { readonly inlamning: Inlamning; readonly children: string }) {
  const { atertagen, handlingId, nummer } = inlamning;
  return (
    <p>
      {children}{' '}
      {atertagen !== null && <strong>{TEXTER.atertagenAv(atertagen.person, tidpunkt(atertagen.tid))} </strong>}
      <Link to="/handlingar/$id/kvitto" params={{ id: handlingId }} aria-label={TEXTER.kvittoPa(nummer)}>
        {TEXTER.kvitto}
      </Link>
    </p>
  );
}
