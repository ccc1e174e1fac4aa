import type { z } from '@hono/zod-openapi';

/** The kinds of value by their names in JSON; null for what no form of ours asks for. */
const SLAG: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  object: 'ett objekt',
  record: 'ett objekt',
  null: 'null',
};
const MATT: Readonly<Record<string, string>> = { string: 'tecken', array: 'värden' };

/**
 * What is wrong with a value for which a schema has no words of its own, to stand after the name of the field: «ska vara minst 0».
 * Those of zod’s own Swedish are half in English.
 */
export const svenska: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'saknas' : `ska vara ${SLAG[issue.expected] ?? 'av ett annat slag'}`;
    case 'invalid_value':
      return `ska vara ${issue.values.length > 1 ? 'något av ' : ''}${issue.values.join(', ')}`;
    case 'too_small':
      return grans('minst', issue.origin, issue.minimum);
    case 'too_big':
      return grans('högst', issue.origin, issue.maximum);
    case 'unrecognized_keys':
      return `har ${issue.keys.length > 1 ? 'fält som inte finns' : 'ett fält som inte finns'}: ${issue.keys.join(', ')}`;
    case 'invalid_format':
      return 'är inte skrivet i rätt form';
    default:
      return 'går inte att läsa';
  }
};

function grans(ord: 'minst' | 'högst', slag: string, tal: number | bigint): string {
  const matt = MATT[slag];
  return matt === undefined ? `ska vara ${ord} ${tal}` : `ska ha ${ord} ${tal} ${matt}`;
}
