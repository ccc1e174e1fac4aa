import { type TextJson, updateFromJson } from '@samskrift/shared';
import { stored } from '../db/hemlig.ts';
import type { Db } from '../db/open.ts';
import { baseOf, titleOf } from '../nycklar/purposes.ts';
import { DEMO_ARENDEN } from './arenden.ts';
import { DEMO_PERSONER, demoEpost, GRUPPER, NAMND, NAMNDER, PARTIER } from './personer.ts';

const DAG = 24 * 60 * 60 * 1000;

/** Fills an empty database with the demo's persons, ärenden and texts, whole or not at all. */
export async function seedDemo(db: Db, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const started = now.toISOString();
    await trx
      .insertInto('namnd')
      .values(NAMNDER.map(({ namnd }) => ({ ...namnd })))
      .execute();
    await trx
      .insertInto('forvaltning')
      .values(NAMNDER.map(({ namnd, forvaltning }) => ({ ...forvaltning, namnd_id: namnd.id })))
      .execute();
    await trx
      .insertInto('parti')
      .values(PARTIER.map((parti) => ({ ...parti })))
      .execute();
    await trx
      .insertInto('partigrupp')
      .values(GRUPPER.map(({ id, parti, namnd }) => ({ id, namn: parti.namn, namnd_id: namnd.id, parti_id: parti.id })))
      .execute();
    await trx
      .insertInto('user')
      .values(
        DEMO_PERSONER.map((person) => ({
          id: person.id,
          name: person.namn,
          email: demoEpost(person),
          emailVerified: 1,
          image: null,
          createdAt: started,
          updatedAt: started,
          administrator: person.administrator === true ? 1 : 0,
        })),
      )
      .execute();
    await trx
      .insertInto('uppdrag')
      .values(
        DEMO_PERSONER.flatMap((person) =>
          person.uppdrag.map(({ roll, typ, organ }) => ({
            person_id: person.id,
            roll,
            organ_typ: typ,
            organ_id: organ,
            fran: '2026-01-01',
            till: null,
          })),
        ),
      )
      .execute();
    for (const { id, dnr, titel, dagarSedan, skapadAv, handlingar, namnd = NAMND, ...om } of DEMO_ARENDEN) {
      const skapad = new Date(now.getTime() - dagarSedan * DAG).toISOString();
      await trx
        .insertInto('arende')
        .values({
          id,
          dnr,
          titel,
          namnd_id: namnd.id,
          skapad,
          skapad_av: skapadAv,
          slag: om.slag,
          lage: om.lage,
          handlaggare: skapadAv,
          remiss_fran: om.remiss?.fran ?? null,
          sista_dag: om.remiss === undefined ? null : dagOm(now, om.remiss.dagarKvar),
          sammantrade: om.dagarTillSammantrade === undefined ? null : dagOm(now, om.dagarTillSammantrade),
        })
        .execute();
      let nummer = 0;
      for (const handling of handlingar) {
        const agare = { agare_typ: handling.agare.typ, agare_id: handling.agare.id };
        await trx
          .insertInto('handling')
          .values({
            id: handling.id,
            arende_id: id,
            namnd_id: namnd.id,
            typ: handling.typ,
            mall: handling.mall,
            titel: stored(agare, titleOf(handling.id), handling.titel),
            ...agare,
            skapad,
            skapad_av: handling.skapadAv,
            nummer: handling.agare.typ === 'partigrupp' ? null : ++nummer,
            lage: handling.lage ?? 'arbetsmaterial',
          })
          .execute();
        await trx
          .insertInto('dokument')
          .values({ handling_id: handling.id, bas: stored(agare, baseOf(handling.id), bytes(handling.text)) })
          .execute();
      }
    }
  });
}

function dagOm(now: Date, dagar: number): string {
  return new Date(now.getTime() + dagar * DAG).toISOString().slice(0, 10);
}

function bytes(text: TextJson): Uint8Array {
  return updateFromJson(text);
}
