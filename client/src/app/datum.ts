const DAG = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', year: 'numeric' });
const KORT = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'short' });
const KLOCKA = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' });

/** An instant (ISO 8601) as read aloud, in the reader's time zone: «22 november 2026 kl. 09:14». */
export function tidpunkt(iso: string): string {
  const tid = new Date(iso);
  return `${DAG.format(tid)} kl. ${KLOCKA.format(tid)}`;
}

/** An instant (ISO 8601) as short as it can be understood: the clock today, the day this year, else the whole date. */
export function kortTid(iso: string, nu: Date): string {
  const tid = new Date(iso);
  if (DAG.format(tid) === DAG.format(nu)) return `i dag ${KLOCKA.format(tid)}`;
  return tid.getFullYear() === nu.getFullYear() ? KORT.format(tid) : DAG.format(tid);
}
