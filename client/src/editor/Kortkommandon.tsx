import { Kbd } from '@mantine/core';
import { Dialog } from '../app/Dialog.tsx';
import styles from './Kortkommandon.module.css';
import { SHORTCUTS } from './shortcuts.ts';
import { TEXTER } from './texter.ts';

/** The keys, in one list. */
export function Kortkommandon({ close }: { readonly close: () => void }) {
  return (
    <Dialog oppen stang={close} rubrik={TEXTER.kortkommandon} bred>
      <table className={styles.lista}>
        <tbody>
          {SHORTCUTS.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row">{does}</th>
              <td>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
