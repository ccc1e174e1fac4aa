import { z } from '@hono/zod-openapi';
import { FelSchema } from '@samskrift/shared';

/** An answer in JSON, for a route's contract. */
export function svar<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

const AVSLAG = {
  400: 'Uppgifterna går inte att läsa',
  401: 'Ingen är inloggad',
  403: 'Personen ser handlingen men får inte göra detta, eller begäran kom från en annan webbplats',
  404: 'Finns inte, eller finns inte för den som frågar: svaret är detsamma',
  409: 'Går inte i det läge som är nu',
  410: 'Länken gäller inte (längre)',
  413: 'Begäran är för stor',
  429: 'För många försök på kort tid',
  502: 'En annan tjänst svarar inte',
  503: 'Lagringen svarar inte',
} as const;

/** The refusals a route may answer, all of one shape. */
export function nekas<Status extends keyof typeof AVSLAG>(...statusar: readonly Status[]) {
  const answers = statusar.map((status) => [status, svar(FelSchema, AVSLAG[status])]);
  return Object.fromEntries(answers) as { [S in Status]: ReturnType<typeof svar<typeof FelSchema>> };
}

/** A body in JSON that must be there. */
export function kropp<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true as const, content: { 'application/json': { schema } } } };
}

/** An id in the path is any string: one that cannot be an id answers just as one that names nothing. */
export const idParam = z.object({ id: z.string() });
