import type { ComponentProps } from 'react';
import styles from './Verktygsrad.module.css';

interface VerktygProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly label: string;
  /** As people write it: «Ctrl+Shift+L». */
  readonly keys?: string;
  /** Whether it holds at the caret; left out for what cannot. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly run?: () => unknown;
}

/** One tool. A tool that cannot be used now can still be reached, so that the row does not change under the keys. */
export function Verktyg({ label, keys, pressed, disabled = false, run, onClick, children, ...rest }: VerktygProps) {
  return (
    <button
      type="button"
      {...rest}
      className={styles.verktyg}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      aria-pressed={pressed}
      aria-disabled={disabled}
      // The caret stays in the text when a tool is clicked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (disabled) return;
        onClick?.(event);
        run?.();
      }}
    >
      {children}
    </button>
  );
}
