import type { Roll } from '../ratt.ts';
import type { Uppdragsorgan } from './roller-i-organ.ts';

export interface UppdragIOrgan {
  readonly roll: Roll;
  readonly organTyp: Uppdragsorgan;
  readonly organId: string;
  readonly fran: string;
  /** The first day on which it no longer holds. */
  readonly till: string | null;
}

/** What there is already, as far as a list of förtroendevalda can touch it. */
export interface Laget {
  readonly namnder: readonly { readonly id: string; readonly namn: string }[];
  readonly partier: readonly { readonly id: string; readonly namn: string; readonly forkortning: string }[];
  readonly partigrupper: readonly {
    readonly id: string;
    readonly namn: string;
    readonly namndId: string;
    readonly partiId: string;
  }[];
  readonly personer: readonly { readonly id: string; readonly namn: string; readonly epost: string }[];
  readonly uppdrag: readonly (UppdragIOrgan & { readonly personId: string })[];
}

/** One uppdrag that the list asks for. The person goes by e-mail, since a new one has no id yet. */
export interface PlaneratUppdrag extends UppdragIOrgan {
  readonly rad: number;
  readonly namn: string;
  readonly epost: string;
  readonly organ: string;
  readonly utfall: 'nytt' | 'andrat' | 'oforandrat';
}

export interface Radanmarkning {
  readonly rad: number;
  readonly vad: string;
}

/** What an import would do; with anything in `fel` it does nothing. */
export interface Importplan {
  readonly nyaPersoner: readonly { readonly namn: string; readonly epost: string }[];
  readonly uppdrag: readonly PlaneratUppdrag[];
  readonly fel: readonly Radanmarkning[];
  readonly varningar: readonly Radanmarkning[];
}
