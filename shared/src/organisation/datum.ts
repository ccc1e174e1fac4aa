const MANADER = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/**
 * A day as people write it in lists: 2026-01-31, 20260131, «31 januari 2026». Day and month written the other way about
 * (1/2/2026) can be read in two ways, and is refused.
 * @returns `YYYY-MM-DD`, or null for what is no day.
 */
export function lasDag(text: string): string | null {
  const rent = text.trim().toLocaleLowerCase('sv');
  const siffror = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(rent);
  if (siffror !== null) return dag(Number(siffror[1]), Number(siffror[2]), Number(siffror[3]));
  const ord = /^(?:den )?(\d{1,2}) ([a-z]+) (\d{4})$/.exec(rent);
  if (ord === null) return null;
  const manad = MANADER.indexOf(ord[2] ?? '') + 1;
  return manad === 0 ? null : dag(Number(ord[3]), manad, Number(ord[1]));
}

/** The day after (or `antal` days after) a day `YYYY-MM-DD`. */
export function dagenEfter(iso: string, antal = 1): string {
  const tid = new Date(`${iso}T00:00:00Z`);
  tid.setUTCDate(tid.getUTCDate() + antal);
  return tid.toISOString().slice(0, 10);
}

/** The last day of an uppdrag, as people say it; the store has the day it no longer holds. */
export function sistaDag(till: string): string {
  return dagenEfter(till, -1);
}

/** Years far off are slips of the pen, and arithmetic on days must not leave the four digits. */
function dag(ar: number, manad: number, dagen: number): string | null {
  if (ar < 1900 || ar > 2200) return null;
  const iso = `${ar}-${String(manad).padStart(2, '0')}-${String(dagen).padStart(2, '0')}`;
  const tid = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(tid.getTime()) || tid.toISOString().slice(0, 10) !== iso ? null : iso;
}
