const PREFIX = 'samskrift:';

/**
 * The browser's copies of handlingar, one database each: `samskrift:<person>:<handling>`, whose `custom` store holds the mark
 * `osparat` = 1 while it has something that the server has not reported saved.
 */
async function namn(): Promise<string[]> {
  const databaser = await indexedDB.databases();
  return databaser.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []));
}

/** An open handling takes its mark away up to a second after the page has said Sparat. */
const EFTERSLAP_MS = 1_500;

/** How many handlingar have text that is in this browser only; takes a moment longer where there is any. */
export async function antalOsparade(): Promise<number> {
  if ((await raknaMarkta()) === 0) return 0;
  await new Promise((vidare) => setTimeout(vidare, EFTERSLAP_MS));
  return raknaMarkta();
}

async function raknaMarkta(): Promise<number> {
  const svar = await Promise.all((await namn()).map(arOsparad));
  return svar.filter(Boolean).length;
}

/** Removes every copy; a tab that has one open is told by the database and lets go of it. */
export async function raderaKopior(): Promise<void> {
  await Promise.all((await namn()).map(async (namnet) => void (await loftet(indexedDB.deleteDatabase(namnet)))));
}

/** The handlingar that the person has a copy of here; none where the browser does not list its databases. */
export async function kopiorAv(personId: string): Promise<string[]> {
  if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return [];
  const mina = kopiansNamn(personId, '');
  return (await namn()).flatMap((namnet) => (namnet.startsWith(mina) ? [namnet.slice(mina.length)] : []));
}

/** Removes one copy. A tab that has it open and sleeps is not waited for: the database does it when that one lets go. */
export async function raderaKopia(personId: string, handlingId: string): Promise<void> {
  const begaran = indexedDB.deleteDatabase(kopiansNamn(personId, handlingId));
  const blockerad = new Promise<void>((lost) => {
    begaran.onblocked = () => lost();
  });
  await Promise.race([loftet(begaran), blockerad]);
}

function kopiansNamn(personId: string, handlingId: string): string {
  return `${PREFIX}${personId}:${handlingId}`;
}

async function arOsparad(namnet: string): Promise<boolean> {
  const databas = await loftet(indexedDB.open(namnet));
  try {
    if (!databas.objectStoreNames.contains('custom')) return false;
    return (await loftet<unknown>(databas.transaction('custom').objectStore('custom').get('osparat'))) === 1;
  } finally {
    databas.close();
  }
}

function loftet<T>(begaran: IDBRequest<T>): Promise<T> {
  return new Promise((lost, avvisat) => {
    begaran.onsuccess = () => lost(begaran.result);
    begaran.onerror = () => avvisat(begaran.error);
  });
}
