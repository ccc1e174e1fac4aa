import type { Importplan, Laget, PlaneratUppdrag, Radanmarkning, UppdragIOrgan } from './forteckning-laget.ts';
import { type Mal, malUr, tidUr } from './forteckning-mal.ts';
import { Personlista, type Radperson } from './forteckning-personer.ts';
import type { Forteckningsrad } from './forteckning-rader.ts';
import { overlappar, type Period, periodText, tacker, unionen } from './perioder.ts';

/** One uppdrag a row asks for, not yet compared with what there is. */
interface Onskan {
  readonly rad: number;
  readonly person: Radperson;
  readonly mal: Mal;
  readonly tid: Period;
  /** The outcome of the row's own uppdrag, for one that follows from it. */
  readonly utfall?: PlaneratUppdrag['utfall'];
}

/**
 * What a list of förtroendevalda would change: the one function behind both the preview and the import. A seat in a nämnd brings
 * one in the party's group there.
 * @returns the plan; whoever carries it out does nothing while there is anything in `fel`.
 */
export function planeraImport(rader: readonly Forteckningsrad[], laget: Laget): Importplan {
  const fel: Radanmarkning[] = [];
  const varningar: Radanmarkning[] = [];
  const uppdrag: PlaneratUppdrag[] = [];
  const personer = new Personlista(laget);
  const finns = Map.groupBy(laget.uppdrag, (ett) => `${ett.personId} ${plats(ett)}`);
  const iFilen = new Map<string, Onskan[]>();
  const foljande = new Map<string, Onskan[]>();
  const nejPa = (rad: number) => (vad: string) => {
    fel.push({ rad, vad });
    return null;
  };
  const redan = ({ person, mal }: Onskan) => finns.get(`${person.id} ${plats(mal)}`) ?? [];

  for (const rad of rader) {
    const nej = nejPa(rad.rad);
    const varna = (vad: string): void => void varningar.push({ rad: rad.rad, vad });
    const person = personer.person(rad, nej, varna);
    const tid = person === null ? null : tidUr(rad, nej);
    const mal = tid === null ? null : malUr(rad, laget, nej, varna);
    if (person === null || tid === null || mal === null) continue;
    let utfall: PlaneratUppdrag['utfall'] | null = null;
    for (const ett of mal) {
      const onskan: Onskan = { rad: rad.rad, person, mal: ett, tid };
      const nyckel = `${person.epost} ${plats(ett)}`;
      if (ett.foljer) {
        if (utfall !== null) laggTill(foljande, nyckel, { ...onskan, utfall });
        continue;
      }
      const dubblett = iFilen.get(nyckel)?.find((annan) => annan.tid.fran === tid.fran || overlappar(annan.tid, tid));
      laggTill(iFilen, nyckel, onskan);
      utfall =
        dubblett === undefined
          ? jamfor(onskan, redan(onskan), nej)
          : nej(`Samma uppdrag står på rad ${dubblett.rad}. Ta bort den ena raden.`);
      if (utfall !== null) uppdrag.push(planerat(onskan, utfall));
    }
  }
  for (const onskan of [...foljande.values()].flatMap(sammanslagna)) {
    const nu = redan(onskan);
    const foljer = onskan.utfall === 'andrat' && nu.some(({ fran }) => fran === onskan.tid.fran);
    const samma = nu.some(({ fran, till }) => fran === onskan.tid.fran && till === onskan.tid.till);
    if (!foljer && !samma && nu.some((ett) => tacker(ett, onskan.tid))) continue;
    const utfall = jamfor(onskan, nu, nejPa(onskan.rad));
    if (utfall !== null) uppdrag.push(planerat(onskan, utfall));
  }
  uppdrag.sort((a, b) => a.rad - b.rad);
  return { nyaPersoner: personer.nya, uppdrag, fel: fel.sort((a, b) => a.rad - b.rad), varningar };
}

function jamfor(
  { person, mal, tid }: Onskan,
  finns: readonly UppdragIOrgan[],
  nej: (vad: string) => null,
): PlaneratUppdrag['utfall'] | null {
  const samma = finns.find(({ fran }) => fran === tid.fran);
  const krock = finns.find((ett) => ett !== samma && overlappar(ett, tid));
  if (krock !== undefined) {
    const nar = periodText(krock);
    return nej(`${person.namn} har redan uppdraget i ${mal.organ} ${nar}. Skriv samma Från, eller avsluta det först.`);
  }
  if (samma === undefined) return 'nytt';
  return samma.till === tid.till ? 'oforandrat' : 'andrat';
}

/** What follows from several rows is one uppdrag where their times meet. */
function sammanslagna(onskningar: readonly Onskan[]): Onskan[] {
  const ut: Onskan[] = [];
  for (const onskan of [...onskningar].sort((a, b) => a.tid.fran.localeCompare(b.tid.fran))) {
    const forra = ut.at(-1);
    if (forra !== undefined && overlappar(forra.tid, onskan.tid)) {
      ut[ut.length - 1] = { ...forra, tid: unionen(forra.tid, onskan.tid) };
    } else ut.push(onskan);
  }
  return ut;
}

function planerat({ rad, person, mal, tid }: Onskan, utfall: PlaneratUppdrag['utfall']): PlaneratUppdrag {
  const { roll, organTyp, organId, organ } = mal;
  return { rad, namn: person.namn, epost: person.epost, roll, organTyp, organId, organ, ...tid, utfall };
}

function plats({ roll, organTyp, organId }: Pick<UppdragIOrgan, 'roll' | 'organTyp' | 'organId'>): string {
  return `${organTyp} ${organId} ${roll}`;
}

function laggTill<V>(karta: Map<string, V[]>, nyckel: string, varde: V): void {
  const lista = karta.get(nyckel);
  if (lista === undefined) karta.set(nyckel, [varde]);
  else lista.push(varde);
}
