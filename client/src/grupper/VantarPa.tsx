import { useSuspenseQuery } from '@tanstack/react-query';
import { migFraga } from '../konto/mig.ts';
import { TEXTER } from './texter.ts';
import styles from './VantandeMedlemmar.module.css';

/** Why the person does not see a group's texts yet; nothing at all where there is no such group. */
export function VantarPa() {
  const { data: jag } = useSuspenseQuery(migFraga);
  if (jag.vantarPa.length === 0) return null;
  return (
    <section className={`ark ${styles.ruta}`} aria-labelledby="vantar-pa">
      <h2 id="vantar-pa">{TEXTER.vantarPaRubrik}</h2>
      {jag.vantarPa.map((organ) => (
        <p key={organ}>{TEXTER.vantarPa(organ)}</p>
      ))}
    </section>
  );
}
