import styles from './DelaDialog.module.css';

/** A person by name and, since two may have one name, by address. */
export function Personnamn({ namn, epost }: { readonly namn: string; readonly epost: string }) {
  return (
    <span className={styles.namn}>
      {namn}
      <span className="dampad liten">{epost}</span>
    </span>
  );
}
