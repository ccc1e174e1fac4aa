import { parseArgs } from 'node:util';

export const USAGE = `Så här: npm run import -- FIL [--arende DIARIENUMMER --person EPOST]

  FIL        en textfil (.txt), till exempel text hämtad ur en PDF
  --arende   skapa handlingen i det ärendet, till exempel "KUN 2026/123"
  --person   e-postadressen till den som handlingen skapas av; krävs med --arende`;

export interface ImportArguments {
  readonly file: string;
  /** Where the handling is to be created and by whom; null where the change list is all that is asked for. */
  readonly target: { readonly dnr: string; readonly epost: string } | null;
}

/** @returns a message where the arguments cannot be understood. */
export function readArguments(args: readonly string[]): ImportArguments | string {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { positionals, values } = parsed;
  const [file] = positionals;
  if (file === undefined) return 'Ingen fil är angiven.';
  if (positionals.length > 1) return 'Ange en fil i taget. Har namnet mellanslag, sätt det inom citattecken.';
  if (values.arende === undefined) {
    return values.person === undefined ? { file, target: null } : '--person hör ihop med --arende.';
  }
  if (values.person === undefined) return '--arende kräver --person: handlingen skapas av någon.';
  return { file, target: { dnr: values.arende, epost: values.person } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { arende: { type: 'string' }, person: { type: 'string' } },
    });
  } catch (error) {
    if (error instanceof TypeError) return `Argumenten går inte att förstå: ${error.message}`;
    throw error;
  }
}
