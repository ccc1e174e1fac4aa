import type { Rad } from './rader.ts';

const SPELRUM = 4;
/** Fewer lines apart are a few short paragraphs. */
const MINST_GLESA = 5;
const MENINGSSLUT = /[.!?:;]["”’)\]]*$/;

export const slutarMening = (text: string): boolean => MENINGSSLUT.test(text);

/** How the lines of one original lie: how wide its column is, and whether every line is followed by an empty one. */
export class Radlage {
  readonly dubbelt: boolean;
  private readonly bredd: number;

  constructor(rader: readonly Rad[]) {
    const langder = rader.map((rad) => rad.text.length).sort((a, b) => a - b);
    this.bredd = langder[Math.floor(langder.length * 0.95)] ?? 0;
    const foljande = rader.slice(1).filter((rad) => !rad.nySida);
    const glesa = foljande.filter((rad) => rad.tomma > 0);
    const fortsatta = glesa.filter((rad) => /^\p{Ll}/u.test(rad.text));
    this.dubbelt =
      glesa.length >= MINST_GLESA && glesa.length > 0.6 * foljande.length && fortsatta.length > 0.25 * glesa.length;
  }

  /** Empty lines before the line that mean something. */
  mellanrum(rad: Rad): number {
    return this.dubbelt ? Math.max(0, rad.tomma - 1) : rad.tomma;
  }

  /**
   * Whether a paragraph begins at `rad`. Where a page or an empty line cut a sentence in two it does not. Inside a block it
   * does where a sentence ended although the next word had room on the line.
   */
  nyttStycke(forra: Rad, rad: Rad): boolean {
    const slut = slutarMening(forra.text);
    const fullRad = !this.fickPlats(forra, rad);
    if (this.mellanrum(rad) > 0 || rad.nySida) {
      return slut || !/^\p{Ll}/u.test(rad.text) || !(rad.nySida || fullRad);
    }
    return slut && /^["”\p{Lu}\d(]/u.test(rad.text) && (forra.styckeslut || !fullRad);
  }

  /** Whether the first word of the line had room at the end of the one before, with some to spare for ragged setting. */
  fickPlats(forra: Rad, rad: Rad): boolean {
    const ord = rad.text.split(' ', 1)[0] ?? '';
    return forra.text.length + 1 + ord.length + SPELRUM <= this.bredd;
  }
}
