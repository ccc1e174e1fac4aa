const DUBBELT = /["“”„»«]/;
const ENKELT = /['‘’´`]/;
const VANSTER = /[\s([/–-]/;
/** Deeper nesting is no language; the bound keeps a file of nothing but quotation marks from taking long. */
const MAX_DJUP = 20;

interface Oppet {
  readonly plats: number;
  readonly enkelt: boolean;
}

/**
 * Quotation marks of one paragraph as Swedish has them: ”…”, and ’…’ inside. Only marks that open and close within the
 * paragraph nest; a double one without its fellow is still ”, an apostrophe is ’.
 */
export function svenskaCitattecken(text: string): string {
  if (!DUBBELT.test(text) && !ENKELT.test(text)) return text;
  const steg = nivasteg(text);
  let djup = 0;
  let ut = '';
  for (let plats = 0; plats < text.length; plats += 1) {
    const tecken = text.charAt(plats);
    const niva = steg.get(plats);
    if (niva === undefined) {
      ut += DUBBELT.test(tecken) ? '”' : ENKELT.test(tecken) ? '’' : tecken;
      continue;
    }
    if (niva === -1) djup -= 1;
    ut += djup % 2 === 0 ? '”' : '’';
    if (niva === 1) djup += 1;
  }
  return ut;
}

/** Where a pair opens (1) and closes (-1). */
function nivasteg(text: string): ReadonlyMap<number, 1 | -1> {
  const steg = new Map<number, 1 | -1>();
  const oppna: Oppet[] = [];
  for (let plats = 0; plats < text.length; plats += 1) {
    const tecken = text.charAt(plats);
    const enkelt = ENKELT.test(tecken);
    if (!enkelt && !DUBBELT.test(tecken)) continue;
    const fore = text.charAt(plats - 1);
    const efter = text.charAt(plats + 1);
    if (enkelt && /\p{L}/u.test(fore) && /\p{L}/u.test(efter)) continue;
    if ((fore === '' || VANSTER.test(fore) || DUBBELT.test(fore)) && efter !== '' && !/\s/.test(efter)) {
      if (oppna.length < MAX_DJUP) oppna.push({ plats, enkelt });
      continue;
    }
    const forst = oppna.findLastIndex((oppet) => oppet.enkelt === enkelt);
    const oppet = oppna[forst];
    if (oppet === undefined) continue;
    oppna.length = forst;
    steg.set(oppet.plats, 1);
    steg.set(plats, -1);
  }
  return steg;
}
