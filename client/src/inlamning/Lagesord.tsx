import type { Handling } from '@samskrift/shared';
import { LAGESORD, TEXTER } from './texter.ts';

/** The handling's läge as a word, wherever the handling is named; what has been taken back says so. */
export function Lagesord({ handling: { lage, inlamning } }: { readonly handling: Handling }) {
  return (
    <span>
      {LAGESORD[lage]}
      {inlamning !== null && inlamning.atertagen !== null && ` · ${TEXTER.atertagen}`}
    </span>
  );
}
