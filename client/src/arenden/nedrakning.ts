const IDAG = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const DAG = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const DYGN = 24 * 60 * 60 * 1000;

/** The day it is in Sweden, YYYY-MM-DD. */
export function idag(nu: Date): string {
  return IDAG.format(nu);
}

/** How many days from one day to another (YYYY-MM-DD); less than none for one that has been. */
export function dagarTill(dag: string, fran: string): number {
  return Math.round((Date.parse(dag) - Date.parse(fran)) / DYGN);
}

/** How long there is to a last day, in words: «3 dagar kvar», «i dag», «2 dagar försenat». */
export function nedrakning(sistaDag: string, fran: string): string {
  const dagar = dagarTill(sistaDag, fran);
  if (dagar === 0) return 'i dag';
  const antal = Math.abs(dagar) === 1 ? '1 dag' : `${Math.abs(dagar)} dagar`;
  return dagar > 0 ? `${antal} kvar` : `${antal} försenat`;
}

/** A day (YYYY-MM-DD) as it is read: «24 december 2026». */
export function dagIOrd(dag: string): string {
  return DAG.format(new Date(dag));
}
