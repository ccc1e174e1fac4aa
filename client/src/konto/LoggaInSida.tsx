import type { Mig } from '@samskrift/shared';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useApp } from '../app/kontext.tsx';
import { Sidrubrik, Titel } from '../app/Sida.tsx';
import { TEXTER as APP } from '../app/texter.ts';
import { Inloggningsruta } from './Inloggningsruta.tsx';
import styles from './LoggaInSida.module.css';
import { migNyckel } from './mig.ts';
import { inomAppen } from './retur.ts';
import { TEXTER } from './texter.ts';

export function LoggaInSida() {
  const { till } = useSearch({ from: '/logga-in' });
  const { queryClient, minne, kanal, session } = useApp();
  const router = useRouter();

  const vidInloggning = async (mig: Mig) => {
    // What another person has read here before is not this one's to see.
    queryClient.clear();
    await minne.rensa();
    queryClient.setQueryData(migNyckel, mig);
    session.fornyades();
    kanal.sag({ typ: 'inloggad', personId: mig.id });
    await router.navigate({ href: inomAppen(till) ?? '/', replace: true });
  };

  return (
    <main id="innehall" className={styles.sida}>
      <Titel text={TEXTER.rubrik} />
      <p className={styles.namn}>{APP.namn}</p>
      <p className="dampad">{TEXTER.ingress}</p>
      <div className={`ark ${styles.ruta}`}>
        <Sidrubrik>{TEXTER.rubrik}</Sidrubrik>
        <Inloggningsruta niva={2} vidInloggning={vidInloggning} />
      </div>
    </main>
  );
}
