import { z } from 'zod';
import { ettMellanrum } from '../konton.ts';
import type { Importplan, Laget } from './forteckning-laget.ts';
import type { Forteckningsrad } from './forteckning-rader.ts';
import { likform } from './roller-i-organ.ts';

const Epost = z.email();

export interface Radperson {
  readonly id: string | null;
  readonly namn: string;
  readonly epost: string;
}

/** The persons of a list: an e-mail belongs to one person, known or new (domain R33). */
export class Personlista {
  readonly #kanda: ReadonlyMap<string, Laget['personer'][number]>;
  readonly #nya = new Map<string, { readonly namn: string; readonly epost: string; readonly rad: number }>();
  readonly #efterNamn: Map<string, string[]>;

  constructor(laget: Laget) {
    this.#kanda = new Map(laget.personer.map((person) => [person.epost.toLowerCase(), person]));
    this.#efterNamn = new Map();
    for (const { namn, epost } of laget.personer) this.#minns(namn, epost);
  }

  get nya(): Importplan['nyaPersoner'] {
    return [...this.#nya.values()].map(({ namn, epost }) => ({ namn, epost }));
  }

  /** Whose row it is; null with the reason said. */
  person(rad: Forteckningsrad, nej: (vad: string) => null, varna: (vad: string) => void): Radperson | null {
    const epost = rad.epost.toLowerCase();
    if (!/\p{L}/u.test(rad.namn)) return nej('Namn saknas. Skriv för- och efternamn.');
    if (rad.namn.length > 120) return nej('Namnet är längre än 120 tecken. Korta det.');
    if (rad.epost === '') return nej('E-post saknas. Den behövs för att personen ska kunna logga in.');
    if (!Epost.safeParse(epost).success) return nej(`«${rad.epost}» är ingen e-postadress.`);
    const kand = this.#kanda.get(epost);
    const ny = this.#nya.get(epost);
    const namn = kand?.namn ?? ny?.namn ?? ettMellanrum(rad.namn);
    if (likform(namn) !== likform(rad.namn)) {
      const var_ = ny === undefined ? 'som redan finns här' : `som står på rad ${ny.rad}`;
      return nej(`${rad.epost} tillhör ${namn}, ${var_}. Rätta namnet eller adressen.`);
    }
    if (kand === undefined && ny === undefined) {
      for (const annan of this.#efterNamn.get(likform(namn)) ?? []) {
        varna(`${namn} finns också med adressen ${annan}. Är det samma person, skriv den adressen.`);
      }
      this.#nya.set(epost, { namn, epost, rad: rad.rad });
      this.#minns(namn, epost);
    }
    return { id: kand?.id ?? null, namn, epost };
  }

  #minns(namn: string, epost: string): void {
    const nyckel = likform(namn);
    this.#efterNamn.set(nyckel, [...(this.#efterNamn.get(nyckel) ?? []), epost]);
  }
}
