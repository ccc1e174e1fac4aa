import { Button } from '@mantine/core';
import type { NamndMedOrgan, Parti, Uppdragsorgan } from '@samskrift/shared';
import { Link } from '@tanstack/react-router';
import styles from './Administration.module.css';
import {
  bytNamnPaAvdelning,
  bytNamnPaForvaltning,
  bytNamnPaNamnd,
  bytNamnPaPartigrupp,
  skapaAvdelning,
  skapaForvaltning,
} from './fragor.ts';
import type { Namngivning } from './NamnDialog.tsx';
import { TEXTER } from './texter.ts';

interface NamndkortProps {
  readonly namnd: NamndMedOrgan;
  readonly partier: readonly Parti[];
  readonly namnge: (namngivning: Namngivning) => void;
  readonly nyPartigrupp: () => void;
  readonly installningar: () => void;
}

/** A nämnd with what works under it. */
export function Namndkort({ namnd, partier, namnge, nyPartigrupp, installningar }: NamndkortProps) {
  const forkortning = (id: string) => partier.find((parti) => parti.id === id)?.forkortning ?? '';
  const byt = (namn: string, spara: Namngivning['spara']) => () =>
    namnge({ rubrik: TEXTER.bytNamnPa(namn), namn, spara });
  return (
    <section className={`ark ${styles.kort}`} aria-label={namnd.namn}>
      <div className={styles.huvud}>
        <h3>{namnd.namn}</h3>
        <div className={styles.knappar}>
          <TillUppdrag typ="namnd" id={namnd.id} namn={namnd.namn} />
          <Liten etikett={TEXTER.installningarFor(namnd.namn)} text={TEXTER.installningar} vid={installningar} />
          <Liten
            etikett={TEXTER.bytNamnPa(namnd.namn)}
            text={TEXTER.bytNamn}
            vid={byt(namnd.namn, (namn) => bytNamnPaNamnd(namnd.id, namn))}
          />
        </div>
      </div>
      <div className={styles.kolumner}>
        <div>
          <h4>{TEXTER.forvaltningar}</h4>
          {namnd.forvaltningar.length === 0 && <p className="dampad">{TEXTER.ingaForvaltningar}</p>}
          <ul className="lista">
            {namnd.forvaltningar.map(({ id, namn, avdelningar }) => (
              <li key={id}>
                <Organrad
                  typ="forvaltning"
                  id={id}
                  namn={namn}
                  byt={byt(namn, (nytt) => bytNamnPaForvaltning(id, nytt))}
                />
                {avdelningar.length > 0 && (
                  <ul className={`lista ${styles.under}`}>
                    {avdelningar.map((avdelning) => (
                      <li key={avdelning.id}>
                        <Organrad
                          typ="avdelning"
                          id={avdelning.id}
                          namn={avdelning.namn}
                          byt={byt(avdelning.namn, (nytt) => bytNamnPaAvdelning(avdelning.id, nytt))}
                        />
                      </li>
                    ))}
                  </ul>
                )}
                <div className={styles.under}>
                  <Liten
                    etikett={TEXTER.nyAvdelningI(namn)}
                    text={TEXTER.nyAvdelning}
                    vid={() =>
                      namnge({ rubrik: TEXTER.nyAvdelningI(namn), namn: '', spara: (nytt) => skapaAvdelning(id, nytt) })
                    }
                  />
                </div>
              </li>
            ))}
          </ul>
          <Liten
            etikett={TEXTER.nyForvaltningI(namnd.namn)}
            text={TEXTER.nyForvaltning}
            vid={() =>
              namnge({
                rubrik: TEXTER.nyForvaltningI(namnd.namn),
                namn: '',
                spara: (nytt) => skapaForvaltning(namnd.id, nytt),
              })
            }
          />
        </div>
        <div>
          <h4>{TEXTER.partigrupper}</h4>
          {namnd.partigrupper.length === 0 && <p className="dampad">{TEXTER.ingaPartigrupper}</p>}
          <ul className="lista">
            {namnd.partigrupper.map(({ id, namn, partiId }) => (
              <li key={id}>
                <Organrad
                  typ="partigrupp"
                  id={id}
                  namn={namn}
                  efter={` (${forkortning(partiId)})`}
                  byt={byt(namn, (nytt) => bytNamnPaPartigrupp(id, nytt))}
                />
              </li>
            ))}
          </ul>
          <Liten etikett={TEXTER.nyPartigruppI(namnd.namn)} text={TEXTER.nyPartigrupp} vid={nyPartigrupp} />
        </div>
      </div>
    </section>
  );
}

interface OrganradProps {
  readonly typ: Uppdragsorgan;
  readonly id: string;
  readonly namn: string;
  readonly efter?: string;
  readonly byt: () => void;
}

function Organrad({ typ, id, namn, efter = '', byt }: OrganradProps) {
  return (
    <div className={styles.rad}>
      <span className={styles.namn}>
        {namn}
        {efter}
      </span>
      <span className={styles.knappar}>
        <TillUppdrag typ={typ} id={id} namn={namn} />
        <Liten etikett={TEXTER.bytNamnPa(namn)} text={TEXTER.bytNamn} vid={byt} />
      </span>
    </div>
  );
}

interface TillUppdragProps {
  readonly typ: Uppdragsorgan;
  readonly id: string;
  readonly namn: string;
  readonly text?: string;
}

/** What a screen reader hears names the organ: there are many links that read «Uppdrag». */
export function TillUppdrag({ typ, id, namn, text = TEXTER.uppdrag }: TillUppdragProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={`${text}: ${namn}`}
      renderRoot={(props) => <Link to="/administration/uppdrag/$typ/$id" params={{ typ, id }} {...props} />}
    >
      {text}
    </Button>
  );
}

interface LitenProps {
  readonly etikett: string;
  readonly text: string;
  readonly vid: () => void;
}

export function Liten({ etikett, text, vid }: LitenProps) {
  return (
    <Button size="compact-sm" variant="subtle" aria-label={etikett} onClick={vid}>
      {text}
    </Button>
  );
}
