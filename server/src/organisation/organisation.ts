import { type Organisation, STANDARDINSTALLNINGAR } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { readInstallningar } from './installningar.ts';

/** The whole municipality, each list in Swedish order. */
export async function readOrganisation(db: Db): Promise<Organisation> {
  const namnder = await db.selectFrom('namnd').selectAll().execute();
  const forvaltningar = await db.selectFrom('forvaltning').selectAll().execute();
  const avdelningar = await db.selectFrom('avdelning').selectAll().execute();
  const partigrupper = await db.selectFrom('partigrupp').selectAll().execute();
  const partier = await db.selectFrom('parti').selectAll().execute();
  const installningar = await readInstallningar(db);
  return {
    namnder: iOrdning(namnder).map(({ id, namn }) => ({
      id,
      namn,
      installningar: installningar.get(id) ?? STANDARDINSTALLNINGAR,
      forvaltningar: iOrdning(forvaltningar.filter((en) => en.namnd_id === id)).map((forvaltning) => ({
        id: forvaltning.id,
        namn: forvaltning.namn,
        avdelningar: iOrdning(avdelningar.filter((en) => en.forvaltning_id === forvaltning.id)).map((en) => ({
          id: en.id,
          namn: en.namn,
        })),
      })),
      partigrupper: iOrdning(partigrupper.filter((en) => en.namnd_id === id)).map((en) => ({
        id: en.id,
        namn: en.namn,
        partiId: en.parti_id,
      })),
    })),
    partier: iOrdning(partier),
  };
}

function iOrdning<Rad extends { readonly namn: string }>(rader: readonly Rad[]): Rad[] {
  return rader.toSorted((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}
