import { type ArendeMedHandlingar, agarenHarSlaget, type Handlingstyp } from '@samskrift/shared';

type Val = Pick<ArendeMedHandlingar, 'handlingsslag' | 'mojligaAgare'>;

/** The kinds that the person can make in the ärende, for one owner or another. */
export function valbaraSlag({ handlingsslag, mojligaAgare }: Val): readonly Handlingstyp[] {
  return handlingsslag.filter((typ) => mojligaAgare.some((agare) => agarenHarSlaget(agare.typ, typ)));
}

/** Those for whom the person can make a handling of the kind. */
export function valbaraAgare({ mojligaAgare }: Pick<Val, 'mojligaAgare'>, typ: Handlingstyp): Val['mojligaAgare'] {
  return mojligaAgare.filter((agare) => agarenHarSlaget(agare.typ, typ));
}
