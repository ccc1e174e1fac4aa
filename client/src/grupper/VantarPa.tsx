import { useQuery } from '@tanstack/react-query';
import { vantandeFraga } from './fragor.ts';
import { TEXTER } from './texter.ts';
import styles from './VantandeMedlemmar.module.css';

/** Why the person does not see a group's texts yet; nothing at all where there is no such group. */
export function VantarPa() {
  const { data } = useQuery(vantandeFraga);
  const organen = data?.vantarPa ?? [];
  if (organen.length === 0) return null;
  return (
    <section className={`ark ${styles.ruta}`} aria-labelledby="vantar-pa">
      <h2 id="vantar-pa">{TEXTER.vantarPaRubrik}</h2>
      {organen.map((organ) => (
        <p key={organ}>{TEXTER.vantarPa(organ)}</p>
      ))}
    </section>
  );
}
