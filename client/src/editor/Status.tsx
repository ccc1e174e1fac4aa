import type { Status } from '../sync/status.ts';
import styles from './Status.module.css';
import { STATUSTEXT } from './texter.ts';

const TONE: Readonly<Record<Status, 'calm' | 'busy' | 'warn'>> = {
  connecting: 'busy',
  saved: 'calm',
  saving: 'busy',
  offline: 'warn',
  offlineKeeping: 'warn',
  offlineUnkept: 'warn',
  offlineReading: 'warn',
  cannotSave: 'warn',
  tooBig: 'warn',
  locked: 'calm',
  reading: 'calm',
  loggedOut: 'warn',
  gone: 'warn',
  newVersion: 'warn',
  tooManyTabs: 'warn',
  refusedText: 'warn',
};

/** How the text stands, in words. Spoken only when something is wrong: each keystroke is saved, and that is not news. */
export function Statusord({ status, news = true }: { readonly status: Status; readonly news?: boolean }) {
  const tone = TONE[status];
  return (
    <p className={styles.status} data-status={status} data-tone={tone} title={STATUSTEXT[status]}>
      <span className={styles.punkt} aria-hidden />
      <span aria-live={tone === 'warn' && news ? 'polite' : 'off'}>{STATUSTEXT[status]}</span>
    </p>
  );
}
