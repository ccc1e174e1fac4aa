import { tarEmot } from '@samskrift/shared';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Kontomeny } from '../konto/Kontomeny.tsx';
import { migFraga } from '../konto/mig.ts';
import styles from './Ram.module.css';
import { TEXTER } from './texter.ts';

/** The frame of every page but the handling's own, which gives the room to the text. */
export function Ram() {
  const { data: jag } = useSuspenseQuery(migFraga);
  return (
    <div className={styles.ram}>
      <header className={styles.huvud}>
        <Link to="/" className={styles.namn}>
          {TEXTER.namn}
        </Link>
        <nav aria-label={TEXTER.huvudmeny} className={styles.nav}>
          <Link to="/" activeOptions={{ exact: false, includeSearch: false }} className={styles.lank}>
            {TEXTER.arenden}
          </Link>
          {jag.uppdrag.some(({ roll, organTyp }) => tarEmot(roll, organTyp)) && (
            <Link to="/inkommet" className={styles.lank}>
              {TEXTER.inkommet}
            </Link>
          )}
          <Link to="/sok" className={styles.lank}>
            {TEXTER.sok}
          </Link>
          <Link to="/kontroll" className={styles.lank}>
            {TEXTER.kontroll}
          </Link>
          <Link to="/logg" className={styles.lank}>
            {TEXTER.logg}
          </Link>
        </nav>
        <Kontomeny />
      </header>
      <main id="innehall" className={styles.innehall}>
        <Outlet />
      </main>
    </div>
  );
}
