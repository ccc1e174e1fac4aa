import { randomUUID } from 'node:crypto';
import {
  agarenHarSlaget,
  erbjudnaMallar,
  erbjudnaSlag,
  type Importforslag,
  type Installningar,
  mallMedId,
  normaliseraDnr,
  type Organ,
  personId,
  type RattPerson,
} from '@samskrift/shared';
import { readArende } from '../arenden/arenden.ts';
import { arJavigI } from '../arenden/jav.ts';
import { mojligaAgare, type NamngivetOrgan } from '../arenden/namnder.ts';
import type { Db } from '../db/open.ts';
import { createHandling } from '../handlingar/create-handling.ts';
import { firstText } from '../handlingar/first-text.ts';
import { uppdragOf } from '../konton/uppdrag.ts';
import { installningarFor } from '../organisation/installningar.ts';

export interface ImportTarget {
  readonly dnr: string;
  readonly epost: string;
}

export type CreateOutcome =
  | { readonly ok: true; readonly id: string; readonly agare: string; readonly mallnot: string | null }
  | { readonly ok: false; readonly message: string };

/** Creates the handling with the person's own rights: what they could not do on the page they cannot do here. */
export async function createImported(
  db: Db,
  forslag: Importforslag,
  { dnr, epost }: ImportTarget,
  now: Date,
): Promise<CreateOutcome> {
  const person = await findPerson(db, epost);
  if (person === null) return no(`Det finns ingen person med e-postadressen ${epost}.`);
  // Two nämnder may have used the same number: the person's is meant.
  const rows = await db.selectFrom('arende').select('id').where('dnr', '=', normaliseraDnr(dnr)).execute();
  const synliga = await Promise.all(rows.map(({ id }) => readArende(db, id, person, now)));
  const found = synliga.find((ett) => ett !== null) ?? null;
  if (found === null) return no(`Det finns inget ärende ${dnr} som ${epost} kan se.`);
  const mojliga = mojligaAgare(person, found.organ, found.arende.namnd.id, now);
  if (mojliga.length === 0) return no(`${epost} kan inte skapa en handling i ärendet ${dnr}.`);
  const agare = chooseOwner(mojliga, forslag);
  if (agare === null) return no('En partigrupp har inte den sortens handling. Välj en person i förvaltningen.');
  if (await arJavigI(db, found.arende.id, person)) return no(`${epost} är anmäld som jävig i ärendet ${dnr}.`);

  const { handlingstyp: typ, text, metadata } = forslag;
  const installningar = await installningarFor(db, found.arende.namnd.id);
  if (!erbjudnaSlag(installningar).includes(typ))
    return no(`${found.arende.namnd.namn} har inte den sortens handling.`);
  const mall = chooseMall(installningar, forslag);
  const ny = { typ, mall, text: { ...text }, agare: { typ: agare.organ.typ, id: agare.organ.id } };
  const first = firstText(ny, found.arende.namnd.namn, found.organ);
  if (!first.ok) return no(first.meddelande);
  const id = randomUUID();
  const handling = {
    id,
    arende_id: found.arende.id,
    namnd_id: found.arende.namnd.id,
    typ,
    mall,
    titel: (metadata.titel ?? found.arende.titel).slice(0, 300),
    agare_typ: agare.organ.typ,
    agare_id: agare.organ.id,
    skapad: now.toISOString(),
    skapad_av: person.id,
  };
  await createHandling(db, handling, first.seed);
  const mallnot = mall === forslag.mall ? null : otherMall(found.arende.namnd.namn, forslag.mall, mall);
  return { ok: true, id, agare: agare.namn, mallnot };
}

const no = (message: string): CreateOutcome => ({ ok: false, message });

/** The mall that the text is most like, where the nämnd offers it; else the first of the kind that it does. */
function chooseMall(installningar: Installningar, { handlingstyp, mall }: Importforslag): string {
  const offered = erbjudnaMallar(installningar).filter(({ typ }) => typ === handlingstyp);
  return (offered.find(({ id }) => id === mall) ?? offered[0])?.id ?? mall;
}

function otherMall(namnd: string, guessed: string, chosen: string): string {
  const namn = (id: string): string => mallMedId(id)?.namn ?? id;
  return `${namnd} använder inte mallen «${namn(guessed)}». Handlingen har i stället «${namn(chosen)}».`;
}

async function findPerson(db: Db, epost: string): Promise<RattPerson | null> {
  const row = await db.selectFrom('user').select('id').where('email', '=', epost.toLowerCase()).executeTakeFirst();
  return row === undefined ? null : { id: personId(row.id), uppdrag: await uppdragOf(db, row.id) };
}

/** Who writes which kind: an utlåtande is the förvaltning's, minutes are the nämnd's, the rest are a party group's. */
function chooseOwner(possible: readonly NamngivetOrgan[], { handlingstyp }: Importforslag): NamngivetOrgan | null {
  const usual: Organ['typ'] =
    handlingstyp === 'tjansteutlatande'
      ? 'forvaltning'
      : handlingstyp === 'protokollsparagraf'
        ? 'namnd'
        : 'partigrupp';
  const having = possible.filter(({ organ }) => agarenHarSlaget(organ.typ, handlingstyp));
  return having.find((one) => one.organ.typ === usual) ?? having[0] ?? null;
}
