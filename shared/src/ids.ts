/** Branded ids: a person's id cannot be handed in where a handling's is asked for. All are opaque URL-safe strings. */
type Brand<Name extends string> = string & { readonly __brand: Name };

export type HandlingId = Brand<'HandlingId'>;
export type NamndId = Brand<'NamndId'>;
export type ForvaltningId = Brand<'ForvaltningId'>;
export type PartigruppId = Brand<'PartigruppId'>;
export type PersonId = Brand<'PersonId'>;

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a string from outside can be an id at all; whether it names something is the store's to say. */
export function isId(text: string): boolean {
  return ID.test(text);
}

export const handlingId = (text: string): HandlingId => checked(text) as HandlingId;
export const namndId = (text: string): NamndId => checked(text) as NamndId;
export const forvaltningId = (text: string): ForvaltningId => checked(text) as ForvaltningId;
export const partigruppId = (text: string): PartigruppId => checked(text) as PartigruppId;
export const personId = (text: string): PersonId => checked(text) as PersonId;

function checked(text: string): string {
  if (!isId(text)) throw new RangeError(`not an id: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
}
