import { type AndraArende, dnrBrist, nastaLagen, type PersonId } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import type { Database } from '../db/schema.ts';
import { isUniqueViolation } from '../db/sqlite-dialect.ts';
import { installningarFor } from '../organisation/installningar.ts';
import { readPersonal } from './personal.ts';

type Arendefalt = { [Field in keyof AndraArende]-?: Exclude<AndraArende[Field], undefined> };
type Falt = Omit<Arendefalt, 'lage'>;

export type Andrat =
  | { readonly outcome: 'andrat' | 'upptaget' }
  | { readonly outcome: 'ogiltig'; readonly meddelande: string };

const COLUMNS = {
  dnr: 'dnr',
  titel: 'titel',
  slag: 'slag',
  remissFran: 'remiss_fran',
  sistaDag: 'sista_dag',
  handlaggareId: 'handlaggare',
  sammantrade: 'sammantrade',
  lage: 'lage',
} as const satisfies Record<keyof AndraArende, keyof Database['arende']>;
const FIELDS = Object.keys(COLUMNS) as (keyof AndraArende)[];

/** What of an ärende does not hold together, in Swedish; null for one that does. */
export function brist(falt: Falt, personal: readonly { readonly id: string }[]): string | null {
  const { slag, remissFran, sistaDag, handlaggareId } = falt;
  if (slag === 'remiss' && !remissFran) return 'Skriv vem remissen kommer från.';
  if (slag !== 'remiss' && (remissFran !== null || sistaDag !== null))
    return 'Avsändare och sista dag hör till en remiss. Välj slaget remiss eller ta bort dem.';
  if (handlaggareId !== null && !personal.some(({ id }) => id === handlaggareId))
    return 'Handläggaren ska arbeta i nämndens förvaltning. Välj någon av dem.';
  return null;
}

/** Changes what is said to be changed, if all of it holds; each field that became another is an act of its own. */
export async function andraArende(
  db: Db,
  id: string,
  andring: AndraArende,
  person: { readonly id: PersonId },
  now: Date,
): Promise<Andrat> {
  try {
    return await db.transaction().execute(async (trx): Promise<Andrat> => {
      const row = await trx.selectFrom('arende').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const before: Arendefalt = {
        dnr: row.dnr,
        titel: row.titel,
        slag: row.slag,
        remissFran: row.remiss_fran,
        sistaDag: row.sista_dag,
        handlaggareId: row.handlaggare,
        sammantrade: row.sammantrade,
        lage: row.lage,
      };
      const after: Arendefalt = { ...before, ...given(andring) };
      // What said who sent it goes with the kind, unless it is spoken of.
      if (after.slag !== 'remiss' && before.slag === 'remiss') {
        after.remissFran = andring.remissFran ?? null;
        after.sistaDag = andring.sistaDag ?? null;
      }
      const personal = await readPersonal(trx, row.namnd_id, now);
      // Who has left the förvaltning since may stay until somebody is chosen.
      const kvar = before.handlaggareId === null ? personal : [...personal, { id: before.handlaggareId }];
      const { dnrPrefix } = await installningarFor(trx, row.namnd_id);
      const meddelande =
        (after.dnr === before.dnr ? null : dnrBrist(after.dnr, dnrPrefix)) ??
        brist(after, kvar) ??
        (after.lage === before.lage || nastaLagen(before.lage).includes(after.lage)
          ? null
          : 'Ärendet kan inte gå till det läget från där det är nu.');
      if (meddelande !== null) return { outcome: 'ogiltig', meddelande };
      const changed = FIELDS.filter((field) => after[field] !== before[field]);
      if (changed.length === 0) return { outcome: 'andrat' };
      const values = Object.fromEntries(changed.map((field) => [COLUMNS[field], after[field]]));
      await trx
        .updateTable('arende')
        .set({ ...values, andrad: now.toISOString() })
        .where('id', '=', id)
        .execute();
      for (const falt of changed) {
        await bokfor(trx, {
          akt: 'arendeAndrat',
          tid: now,
          personId: person.id,
          arendeId: id,
          namndId: row.namnd_id,
          detalj: detalj(falt, before[falt], after[falt]),
        });
      }
      return { outcome: 'andrat' };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { outcome: 'upptaget' };
    throw error;
  }
}

function given(andring: AndraArende): Partial<Arendefalt> {
  return Object.fromEntries(Object.entries(andring).filter(([, value]) => value !== undefined));
}

/** The log holds no word that somebody has written freely. */
function detalj(falt: keyof AndraArende, fran: string | null, till: string | null): Record<string, string> {
  if (falt === 'titel' || falt === 'remissFran') return { falt };
  return { falt, fran: fran ?? '', till: till ?? '' };
}
