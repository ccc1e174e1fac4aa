import { type RawBuilder, sql } from 'kysely';

/** A group that writes a handling together with its owner. */
export interface Medgrupp {
  readonly id: string;
  readonly namn: string;
}

/**
 * The groups that write a handling together with its owner, by name, as JSON: none while one of those asked, the owner itself
 * among them, has not said yes. A part of the question that reads the handling, so that it costs the same whether there are any.
 */
export function medgrupperAv(handling: 'h' | 'handling'): RawBuilder<string> {
  return sql<string>`(
    SELECT json_group_array(json_object('id', g.id, 'namn', g.namn) ORDER BY g.namn, g.id)
    FROM medgrupp AS m JOIN partigrupp AS g ON g.id = m.partigrupp_id
    WHERE m.handling_id = ${sql.ref(`${handling}.id`)} AND m.partigrupp_id <> ${sql.ref(`${handling}.agare_id`)}
      AND NOT EXISTS (SELECT 1 FROM medgrupp AS o WHERE o.handling_id = m.handling_id AND o.svar IS NOT 'ja')
  )`;
}

/** What `medgrupperAv` has answered. */
export function readMedgrupper(json: string): readonly Medgrupp[] {
  return JSON.parse(json) as readonly Medgrupp[];
}
