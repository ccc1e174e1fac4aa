import type { DifferentLine } from './difference.ts';
import styles from './Skillnad.module.css';
import { SENTEXTER } from './texter.ts';

/** The paragraphs in which two texts differ, in a box of its own that scrolls. */
export function Skillnad({ lines }: { readonly lines: readonly DifferentLine[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keys (WCAG 2.1.1)
    <section className={styles.skillnad} aria-label={SENTEXTER.skillnad} tabIndex={0}>
      {lines.map((pieces, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are computed once and never move
        <p key={index}>
          {pieces.map(({ kind, text }, at) => {
            const key = at.toString();
            if (kind === 'same') return <span key={key}>{text}</span>;
            const Tag = kind === 'added' ? 'ins' : 'del';
            return (
              <Tag key={key}>
                <span className="bara-upplast">{kind === 'added' ? SENTEXTER.tillagt : SENTEXTER.borttaget}: </span>
                {text}
              </Tag>
            );
          })}
        </p>
      ))}
    </section>
  );
}
