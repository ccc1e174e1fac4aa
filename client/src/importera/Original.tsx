import type { Andring } from '@samskrift/shared';
import { useEffect, useMemo, useRef } from 'react';
import styles from './Importera.module.css';
import { TEXTER } from './texter.ts';

interface OriginalProps {
  readonly text: string;
  readonly andringar: readonly Andring[];
  /** The line to show, from 1. */
  readonly rad: number | null;
}

/** Lines drawn together, so that the browser lays out only those in sight of a long text. */
const RADER_I_BLOCK = 200;

/** The text as it came, its lines numbered, those with a change marked at the edge. */
export function Original({ text, andringar, rad }: OriginalProps) {
  const rulla = useRef<HTMLElement>(null);
  const block = useMemo(() => {
    const rader = text.split(/\r\n|\r|\n/);
    const andrade = new Set(andringar.map((andring) => andring.rad));
    return Array.from({ length: Math.ceil(rader.length / RADER_I_BLOCK) }, (_, nr) =>
      rader.slice(nr * RADER_I_BLOCK, (nr + 1) * RADER_I_BLOCK).map((ord, index) => {
        const radnr = nr * RADER_I_BLOCK + index + 1;
        return { radnr, ord, andrad: andrade.has(radnr) };
      }),
    );
  }, [text, andringar]);

  useEffect(() => {
    const ruta = rulla.current;
    const mal = ruta?.querySelector<HTMLElement>(`[data-rad="${rad}"]`);
    if (!ruta || !mal) return;
    // The box alone is scrolled: scrollIntoView would also move the page away from the list one clicks in.
    ruta.scrollTop += mal.getBoundingClientRect().top - ruta.getBoundingClientRect().top - ruta.clientHeight / 3;
  }, [rad]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={rulla} className={`ark ${styles.rulla}`} tabIndex={0} aria-label={TEXTER.original}>
      {block.map((rader) => (
        <div key={rader[0]?.radnr} className={styles.block} style={{ containIntrinsicBlockSize: `${rader.length}lh` }}>
          {rader.map(({ radnr, ord, andrad }) => (
            <div
              key={radnr}
              data-rad={radnr}
              className={styles.rad}
              data-andrad={andrad || undefined}
              data-vald={radnr === rad || undefined}
            >
              <span className={styles.radnr} aria-hidden>
                {radnr}
              </span>
              <span>{ord}</span>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
