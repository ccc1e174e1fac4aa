/** What began an ärende. */
export const ARENDESLAG = ['remiss', 'egen_utredning', 'medborgarforslag', 'skrivelse', 'ovrigt'] as const;
export type Arendeslag = (typeof ARENDESLAG)[number];

/** How far an ärende has come on its way through the nämnd. */
export const ARENDELAGEN = ['oppnat', 'beredning', 'till_sammantrade', 'beslutat', 'avslutat'] as const;
export type Arendelage = (typeof ARENDELAGEN)[number];

/**
 * From which state an ärende can go to which. Back to beredning is återremiss after a decision, and taking it off the list
 * before one; what has been avslutat is taken up again the same way.
 */
const OVERGANGAR: Readonly<Record<Arendelage, Readonly<Record<Arendelage, boolean>>>> = {
  oppnat: { oppnat: false, beredning: true, till_sammantrade: true, beslutat: false, avslutat: true },
  beredning: { oppnat: false, beredning: false, till_sammantrade: true, beslutat: false, avslutat: true },
  till_sammantrade: { oppnat: false, beredning: true, till_sammantrade: false, beslutat: true, avslutat: false },
  beslutat: { oppnat: false, beredning: true, till_sammantrade: false, beslutat: false, avslutat: true },
  avslutat: { oppnat: false, beredning: true, till_sammantrade: false, beslutat: false, avslutat: false },
};

/** The states an ärende can go to from here, in their order. */
export function nastaLagen(lage: Arendelage): readonly Arendelage[] {
  return ARENDELAGEN.filter((nasta) => OVERGANGAR[lage][nasta]);
}

/** Whether the nämnd still has to decide. */
export function forBeslut(lage: Arendelage): boolean {
  return ARENDELAGEN.indexOf(lage) < ARENDELAGEN.indexOf('beslutat');
}

const DNR = /^(\p{L}{2,4})\s*(\d{4})\s*\/\s*0*(\d{1,6})$/u;

/** One way of writing each diarienummer: «kun2026/012» is «KUN 2026/12». What is none is left as it is, to be refused. */
export function normaliseraDnr(dnr: string): string {
  const [, prefix, ar, nummer] = DNR.exec(dnr.trim()) ?? [];
  return prefix === undefined ? dnr.trim() : `${prefix.toLocaleUpperCase('sv')} ${ar}/${nummer}`;
}

/** What is wrong with a new diarienummer in a nämnd with letters of its own, in Swedish; null for one that begins with them. */
export function dnrBrist(dnr: string, egna: string): string | null {
  if (egna === '' || dnr.startsWith(`${egna} `)) return null;
  return `Nämndens diarienummer börjar med ${egna}. Skriv det som ${egna} 2026/123.`;
}

/** The number of a handling in its ärende: «HÄ 2023/695-2». */
export function handlingsnummer(dnr: string, nummer: number): string {
  return `${normaliseraDnr(dnr)}-${nummer}`;
}

/**
 * The number of the year after the greatest that begins with the nämnd's own letters, or as the latest one where it has none;
 * null where it has neither letters nor numbers.
 */
export function foreslaDnr(anvanda: readonly string[], ar: number, egna = ''): string | null {
  const senaste = anvanda.map((dnr) => /^\p{L}+/u.exec(dnr)?.[0]).findLast((ett) => ett !== undefined);
  const prefix = egna === '' ? senaste : egna;
  if (prefix === undefined) return null;
  const start = `${prefix} ${ar}/`;
  const nummer = anvanda.filter((dnr) => dnr.startsWith(start)).map((dnr) => Number(dnr.slice(start.length)));
  return `${start}${Math.max(0, ...nummer) + 1}`;
}

/** Whether a string is a day there is, written YYYY-MM-DD. */
export function arDatum(text: string): boolean {
  const tid = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return tid !== null && !Number.isNaN(tid.getTime()) && tid.toISOString().startsWith(text);
}
