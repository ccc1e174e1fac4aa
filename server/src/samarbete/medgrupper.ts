import { type RawBuilder, sql } from 'kysely';

/** A group that writes a handling together with its owner. */
export interface Medgrupp {
  readonly id: string;
  readonly namn: string;
  /** When it became theirs. */
  readonly sedan: string;
}

/**
 * The groups that write a handling together with its owner, by name, as JSON; not those that are only asked. A part of the
 * question that reads the handling, so that it costs the same whether there are any.
 */
export function medgrupperAv(handling: 'h' | 'handling'): RawBuilder<string> {
  return sql<string>`(
    SELECT json_group_array(json_object('id', g.id, 'namn', g.namn, 'sedan', m.sedan) ORDER BY g.namn, g.id)
    FROM medgrupp AS m JOIN partigrupp AS g ON g.id = m.partigrupp_id
    WHERE m.handling_id = ${sql.ref(`${handling}.id`)} AND m.partigrupp_id <> ${sql.ref(`${handling}.agare_id`)}
      AND m.sedan IS NOT NULL
  )`;
}

/** What `medgrupperAv` has answered. */
export function readMedgrupper(json: string): readonly Medgrupp[] {
  return JSON.parse(json) as readonly Medgrupp[];
}
