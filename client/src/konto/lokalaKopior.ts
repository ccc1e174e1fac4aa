import { isLeft, isMarked, isOpen } from '../sync/dirty-marks.ts';

const PREFIX = 'samskrift:';

/**
 * The browser's copies of handlingar, one database each: `samskrift:<person>:<handling>`, marked while it has something that
 * the server has not reported saved.
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
  const svar = await Promise.all((await namn()).map((namnet) => svarar(namnet, isMarked)));
  return svar.filter(Boolean).length;
}

/** Removes every copy; a tab that has one open is told by the database and lets go of it. */
export async function raderaKopior(): Promise<void> {
  await Promise.all((await namn()).map(async (namnet) => void (await loftet(indexedDB.deleteDatabase(namnet)))));
}

/** Removes every copy that the server has all of and that no tab has open, whoever's they are. */
export async function raderaSparadeKopior(): Promise<void> {
  if (!kanRaknaUpp()) return;
  const radera = async (namnet: string) => {
    if ((await isOpen(namnet)) || (await svarar(namnet, isMarked))) return;
    await utanAttVanta(indexedDB.deleteDatabase(namnet));
  };
  await Promise.all((await namn()).map(radera));
}

/** The handlingar that the person has a copy of here; none where the browser does not list its databases. */
export async function kopiorAv(personId: string): Promise<string[]> {
  if (!kanRaknaUpp()) return [];
  const mina = kopiansNamn(personId, '');
  return (await namn()).flatMap((namnet) => (namnet.startsWith(mina) ? [namnet.slice(mina.length)] : []));
}

/** The handlingar that the person has something unsent of, which no page that is open in any tab will send. */
export async function lamnadeKopior(personId: string): Promise<string[]> {
  const lamnade = await Promise.all(
    (await kopiorAv(personId)).map(async (id) => {
      const namnet = kopiansNamn(personId, id);
      return (await svarar(namnet, (databas) => isLeft(namnet, databas))) ? [id] : [];
    }),
  );
  return lamnade.flat();
}

/** Removes one copy. A tab that has it open and sleeps is not waited for: the database does it when that one lets go. */
export async function raderaKopia(personId: string, handlingId: string): Promise<void> {
  await utanAttVanta(indexedDB.deleteDatabase(kopiansNamn(personId, handlingId)));
}

function kanRaknaUpp(): boolean {
  return typeof indexedDB !== 'undefined' && 'databases' in indexedDB;
}

async function utanAttVanta(begaran: IDBOpenDBRequest): Promise<void> {
  const blockerad = new Promise<void>((lost) => {
    begaran.onblocked = () => lost();
  });
  await Promise.race([loftet(begaran), blockerad]);
}

function kopiansNamn(personId: string, handlingId: string): string {
  return `${PREFIX}${personId}:${handlingId}`;
}

/** Asks a copy; one that is not there any more, or is no copy, answers no. */
async function svarar(namnet: string, fraga: (databas: IDBDatabase) => Promise<boolean>): Promise<boolean> {
  const begaran = indexedDB.open(namnet);
  // To open what another tab has removed would make an empty one, which no page could use.
  let borta = false;
  begaran.onupgradeneeded = () => {
    borta = true;
    begaran.transaction?.abort();
  };
  const databas = await loftet(begaran).catch((fel: unknown) => {
    if (borta) return null;
    throw fel;
  });
  if (databas === null) return false;
  try {
    return databas.objectStoreNames.contains('custom') && (await fraga(databas));
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
