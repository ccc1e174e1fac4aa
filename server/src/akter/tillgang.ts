import { personId, type RattHandling, ratt, rattSkal, type Tillgang } from '@samskrift/shared';
import { readOrgan } from '../arenden/namnder.ts';
import type { Db } from '../db/open.ts';
import { allaUppdrag } from '../konton/uppdrag.ts';

/** Everybody whom `ratt` lets see the handling now, with what gives it to them; who is blocked sees nothing. */
export async function readTillgang(db: Db, handling: RattHandling, now: Date): Promise<Tillgang[]> {
  const [persons, uppdrag, organ] = await Promise.all([
    db.selectFrom('user').select(['id', 'name']).where('sparrad', 'is', null).execute(),
    allaUppdrag(db),
    readOrgan(db),
  ]);
  const namn = new Map(organ.map((ett) => [`${ett.organ.typ} ${ett.organ.id}`, ett.namn]));
  return persons
    .map(({ id, name }) => {
      const person = { id: personId(id), uppdrag: uppdrag.get(id) ?? [] };
      const skal = rattSkal(person, handling, now).map((ett) =>
        ett.kalla === 'delning'
          ? { kalla: ett.kalla }
          : {
              kalla: ett.kalla,
              roll: ett.uppdrag.roll,
              organ: namn.get(`${ett.uppdrag.organ.typ} ${ett.uppdrag.organ.id}`) ?? '',
              till: ett.uppdrag.till,
            },
      );
      return { personId: id, namn: name, ratt: ratt(person, handling, now), skal };
    })
    .filter((one) => one.ratt !== 'ingen')
    .sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}
