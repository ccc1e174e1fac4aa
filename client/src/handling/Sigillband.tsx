import { Button, CopyButton } from '@mantine/core';
import type { OlasligtSigill, Sigill } from '@samskrift/shared';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { tidpunkt } from '../app/datum.ts';
import styles from './Sigillband.module.css';
import { TEXTER } from './texter.ts';

/** Over a sealed text: who, when, and the sums by which it can be proved. */
export function Sigillband({ sigill }: { readonly sigill: Sigill | OlasligtSigill }) {
  return 'olasligt' in sigill ? <Olasligt /> : <Lasligt sigill={sigill} />;
}

function Olasligt() {
  return (
    <section className={styles.band} aria-label={TEXTER.justeradLast}>
      <IconAlertTriangle size={20} aria-hidden className={styles.las} />
      <p className={styles.rad}>
        <strong>{TEXTER.justeradOlasligt}</strong> {TEXTER.justeradLast} <Link to="/kontroll">{TEXTER.seKontroll}</Link>
      </p>
    </section>
  );
}

function Lasligt({ sigill }: { readonly sigill: Sigill }) {
  return (
    <section className={styles.band} aria-label={TEXTER.justeradLast}>
      <IconLock size={20} aria-hidden className={styles.las} />
      <div>
        <p className={styles.rad}>
          <strong>{TEXTER.justeradAv(sigill.person, tidpunkt(sigill.tid))}</strong> {TEXTER.justeradLast}
        </p>
        <p className={styles.papper}>
          {TEXTER.sigillSumma}: <code>{sigill.sha256}</code>
        </p>
        <details>
          <summary>
            {TEXTER.sigillVisa} <code>{sigill.sha256.slice(0, 12)}…</code>
          </summary>
          <dl className={styles.summor}>
            <dt>{TEXTER.sigillNr}</dt>
            <dd>{sigill.nr}</dd>
            <dt>{TEXTER.sigillSumma}</dt>
            <dd>
              <code>{sigill.sha256}</code>
              <CopyButton value={sigill.sha256}>
                {({ copied, copy }) => (
                  <Button size="compact-sm" variant="subtle" onClick={copy}>
                    {copied ? TEXTER.kopierad : TEXTER.kopiera}
                  </Button>
                )}
              </CopyButton>
            </dd>
            <dt>{TEXTER.sigillFore}</dt>
            <dd>
              <code>{sigill.foregaende}</code>
            </dd>
            <dt>{TEXTER.sigillKedja}</dt>
            <dd>
              <code>{sigill.kedjehash}</code>
            </dd>
          </dl>
        </details>
      </div>
    </section>
  );
}
