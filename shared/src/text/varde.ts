import type { AttributeSpec } from '@tiptap/pm/model';

/** Greatest number of a list and its least: what every browser counts with, and a person may have meant. */
const STORSTA_START = 2 ** 31 - 1;
/** HTML's own bound for a cell (https://html.spec.whatwg.org/multipage/tables.html). */
const STORSTA_SPANN = 1000;

function heltal(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= from && value <= to;
}

/** The number a list begins at, as Tiptap wants an attribute. */
export const startattribut = {
  default: 1,
  validate: krav(arStart),
  parseHTML: (element: { getAttribute(name: string): string | null }): number => {
    const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
    return arStart(start) ? start : 1;
  },
};

function arStart(value: unknown): boolean {
  return heltal(value, -STORSTA_START, STORSTA_START);
}

/** How many columns or rows a cell takes up. */
export const arSpann = (value: unknown): boolean => heltal(value, 1, STORSTA_SPANN);

/** The widths of a cell's columns, null where they have none. */
export const arKolumnbredd = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length <= STORSTA_SPANN && value.every((bredd) => heltal(bredd, 0, 10_000)));

/** An attribute's rule as ProseMirror wants it. @throws RangeError */
export function krav(holds: (value: unknown) => boolean): (value: unknown) => void {
  return (value) => {
    if (!holds(value)) throw new RangeError('a value of another kind');
  };
}

/** Whether a value from outside is one that the attribute may have. */
export function arVarde(spec: AttributeSpec, value: unknown): boolean {
  const { validate } = spec;
  const known: unknown = spec.default;
  if (validate === undefined) return typeof value === typeof known || (known === null && typeof value === 'string');
  if (typeof validate === 'string') return validate.split('|').includes(value === null ? 'null' : typeof value);
  try {
    validate(value);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
