import type { ReactNode } from 'react';
import { Sidrubrik, Titel } from '../app/Sida.tsx';
import { TEXTER as APP } from '../app/texter.ts';
import styles from './LoggaInSida.module.css';
import { TEXTER } from './texter.ts';

/** The pages before the login: the name of the system, and one sheet with what is to be done. */
export function Ingang({ rubrik, children }: { readonly rubrik: string; readonly children: ReactNode }) {
  return (
    <main id="innehall" className={styles.sida}>
      <Titel text={rubrik} />
      <p className={styles.namn}>{APP.namn}</p>
      <p className="dampad">{TEXTER.ingress}</p>
      <div className={`ark ${styles.ruta}`}>
        <Sidrubrik>{rubrik}</Sidrubrik>
        {children}
      </div>
    </main>
  );
}
