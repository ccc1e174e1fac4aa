import { z } from 'zod';
import type { Handlingstyp } from '../handlingstyp.ts';
import { type Mall, MallSchema } from './mall.ts';
import { NAMNDENS_MALLAR } from './namndens.ts';
import { TJANSTEUTLATANDEN } from './tjansteutlatanden.ts';

/** All mallar; the first of a kind is the one offered first. */
export const MALLAR: readonly Mall[] = z.array(MallSchema).parse([...TJANSTEUTLATANDEN, ...NAMNDENS_MALLAR]);

export function mallarFor(typ: Handlingstyp): readonly Mall[] {
  return MALLAR.filter((mall) => mall.typ === typ);
}

/** @returns null when no mall has the id: a stored handling may name one that has since been taken away. */
export function mallMedId(id: string): Mall | null {
  return MALLAR.find((mall) => mall.id === id) ?? null;
}
