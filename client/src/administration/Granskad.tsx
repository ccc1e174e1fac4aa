import { type GranskadForteckning, ROLLNAMN, sistaDag } from '@samskrift/shared';
import styles from './Administration.module.css';
import { FORTECKNING, UPPDRAG } from './texter.ts';

const UTFALL = { nytt: FORTECKNING.nytt, andrat: FORTECKNING.andrat, oforandrat: FORTECKNING.oforandrat } as const;

/** What a list would change; or, by line, what is wrong with it. */
export function Granskad({ nyaPersoner, uppdrag, fel, varningar }: GranskadForteckning) {
  const antal = (vad: keyof typeof UTFALL) => uppdrag.filter(({ utfall }) => utfall === vad).length;
  const ordning = { nytt: 0, andrat: 1, oforandrat: 2 } as const;
  return (
    <>
      {fel.length > 0 && (
        <section className={styles.fel} role="alert">
          <h2>{FORTECKNING.felRubrik(new Set(fel.map(({ rad }) => rad)).size)}</h2>
          <p>{FORTECKNING.felText}</p>
          <Anmarkningar rader={fel} />
        </section>
      )}
      {varningar.length > 0 && (
        <section className={`ark ${styles.kort} ${styles.del}`}>
          <h2>{FORTECKNING.varningRubrik}</h2>
          <Anmarkningar rader={varningar} />
        </section>
      )}
      {fel.length === 0 && (
        <section className={`ark ${styles.kort} ${styles.del}`}>
          <h2>{nyaPersoner.length === 0 ? FORTECKNING.ingaPersoner : FORTECKNING.personer(nyaPersoner.length)}</h2>
          {nyaPersoner.length > 0 && (
            <ul className={styles.lista}>
              {nyaPersoner.map(({ namn, epost }) => (
                <li key={epost}>
                  {namn} <span className="dampad">{epost}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {fel.length === 0 && (
        <section className={`ark ${styles.kort} ${styles.del}`}>
          <h2>{FORTECKNING.uppdrag}</h2>
          <p className="dampad" role="status">
            {antal('nytt') + antal('andrat') === 0
              ? FORTECKNING.ingetNytt
              : FORTECKNING.sammanfattning(antal('nytt'), antal('andrat'), antal('oforandrat'))}
          </p>
          <ul className="lista">
            {uppdrag
              .toSorted((a, b) => ordning[a.utfall] - ordning[b.utfall])
              .map((ett) => (
                <li key={`${ett.rad} ${ett.roll} ${ett.organ}`} className={styles.rad}>
                  <span className={styles.namn}>
                    {ett.namn}, {ROLLNAMN[ett.roll].toLocaleLowerCase('sv')} i {ett.organ}
                    <span className="dampad liten">
                      {ett.till === null ? UPPDRAG.sedan(ett.fran) : UPPDRAG.mellan(ett.fran, sistaDag(ett.till))}
                    </span>
                  </span>
                  <span>{UTFALL[ett.utfall]}</span>
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Anmarkningar({ rader }: { readonly rader: GranskadForteckning['fel'] }) {
  return (
    <ul className={styles.lista}>
      {rader.map(({ rad, vad }) => (
        <li key={`${rad} ${vad}`}>
          <strong>{FORTECKNING.rad(rad)}</strong>: {vad}
        </li>
      ))}
    </ul>
  );
}
