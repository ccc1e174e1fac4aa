import type { Handling } from '@samskrift/shared';

/** What every dialog over a handling is given. */
export interface HandlingsdialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly handling: Handling;
}
