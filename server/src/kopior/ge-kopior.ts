import { randomUUID } from 'node:crypto';
import {
  agarenHarSlaget,
  erbjudnaSlag,
  type Handling,
  type Mottagare,
  mallMedId,
  type NyaKopior,
  type RattPerson,
  type TextJson,
  updateFromJson,
} from '@samskrift/shared';
import { aktOm, bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { createHandlingIn } from '../handlingar/create-handling.ts';
import type { HandlingRad } from '../handlingar/handling-rader.ts';
import { installningarFor } from '../organisation/installningar.ts';
import { writeUrsprung } from './ursprungstext.ts';

type Till = NyaKopior['till'][number];
type Plats = Till & { readonly namndId: string };

/** What of the asked cannot be done, row by row by nämnd and diarienummer, in Swedish; empty when all of it can. */
export async function brister(
  db: Db,
  moder: Pick<Handling, 'typ' | 'mall'>,
  till: readonly Till[],
  mottagare: readonly Mottagare[],
): Promise<string[]> {
  if (!agarenHarSlaget('partigrupp', moder.typ)) return ['En partigrupp har inte den sortens handling.'];
  const fel: string[] = [];
  const sedda = new Set<string>();
  for (const { gruppId, arendeId } of till) {
    const mottagaren = mottagare.find(({ grupp }) => grupp.id === gruppId);
    // The same words for a group that is not the party's and one that does not exist.
    if (mottagaren === undefined) {
      fel.push('En av grupperna är ingen som du kan ge texten till.');
      continue;
    }
    const { namnd, arenden } = mottagaren;
    const arende = arenden.find(({ id }) => id === arendeId);
    if (arende === undefined) fel.push(`${namnd}: välj ett av nämndens ärenden.`);
    else if (sedda.has(arendeId)) fel.push(`${namnd}, ${arende.dnr}: ärendet är valt två gånger.`);
    else fel.push(...(await saknas(db, arendeId, moder)).map((vad) => `${namnd}, ${arende.dnr}: nämnden ${vad}.`));
    sedda.add(arendeId);
  }
  return fel;
}

async function saknas(db: Db, arendeId: string, { typ, mall }: Pick<Handling, 'typ' | 'mall'>): Promise<string[]> {
  const installningar = await installningarFor(db, await namndAv(db, arendeId));
  if (!erbjudnaSlag(installningar).includes(typ)) return ['har inte den sortens handling'];
  return installningar.avstangdaMallar.includes(mall)
    ? [`använder inte mallen «${mallMedId(mall)?.namn ?? mall}»`]
    : [];
}

async function namndAv(db: Db, arendeId: string): Promise<string> {
  const row = await db.selectFrom('arende').where('id', '=', arendeId).select('namnd_id').executeTakeFirstOrThrow();
  return row.namnd_id;
}

/**
 * Makes a handling of each group's own with the mother's text as its first: all of them or none. A copy holds the text as it is
 * read, without the history of how it was written, and what is written in it never reaches the mother.
 * @param text canonical JSON.
 */
export async function geKopior(
  db: Db,
  { rad, person, tid }: { readonly rad: HandlingRad; readonly person: RattPerson; readonly tid: Date },
  { titel, till }: NyaKopior,
  text: string,
): Promise<void> {
  const seed = updateFromJson(JSON.parse(text) as TextJson);
  const { id: moderId, typ, mall } = rad.beskrivning;
  const skapad = tid.toISOString();
  await db.transaction().execute(async (trx) => {
    const platser = await Promise.all(
      till.map(async (en): Promise<Plats> => ({ ...en, namndId: await namndAv(trx, en.arendeId) })),
    );
    for (const { gruppId, arendeId, namndId } of platser) {
      const id = randomUUID();
      const om = { id, arende_id: arendeId, namnd_id: namndId, typ, mall, titel, skapad, skapad_av: person.id };
      await createHandlingIn(trx, { ...om, agare_typ: 'partigrupp', agare_id: gruppId }, seed);
      await writeUrsprung(trx, { handlingId: id, moderId, text, tid: skapad, givenAv: person.id });
    }
    await bokfor(trx, aktOm({ handling: rad.beskrivning, rad }, 'kopiorGivna', person, tid));
  });
}
