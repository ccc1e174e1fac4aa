import type { Fel } from '@samskrift/shared';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every way a request is refused: its status and what a person reads. The name is for programs and never changes. */
const FEL = {
  ogiltig: [400, 'Uppgifterna kunde inte läsas. Kontrollera dem och försök igen.'],
  ejInloggad: [401, 'Du är inte inloggad. Logga in och försök igen.'],
  felInloggning: [401, 'E-postadressen eller lösenordet stämmer inte.'],
  felNyckel: [401, 'Det gick inte att logga in med nyckeln. Försök igen, eller logga in på ett annat sätt.'],
  loggaInIgen: [403, 'Det var ett tag sedan du loggade in. Logga in igen och försök på nytt.'],
  frammandeUrsprung: [403, 'Begäran kom från en annan webbplats och togs inte emot.'],
  ejTillaten: [403, 'Du har inte rätt att göra detta. Be den som äger handlingen.'],
  finnsInte: [404, 'Det du söker finns inte, eller så har du inte tillgång till det.'],
  finnsRedan: [409, 'Det finns redan.'],
  ejArbetsmaterial: [409, 'Handlingen är inte längre arbetsmaterial och kan inte ändras.'],
  felLage: [409, 'Det går inte i det läge som handlingen har nu. Ladda om sidan och se efter.'],
  ersatter: [409, 'Gruppen har redan lämnat in en text ur det här utkastet. Bekräfta att den nya ska lämnas in.'],
  upptagen: [409, 'Någon annan gör något med handlingen just nu. Försök igen.'],
  forseglad: [409, 'Texten är förseglad och kan inte ändras.'],
  ejInlamnad: [404, 'Texten är inte inlämnad av någon partigrupp.'],
  ejForseglad: [404, 'Texten är inte förseglad än.'],
  lankenGallerInte: [
    410,
    'Länken gäller inte. Den kan ha använts redan, ha blivit för gammal eller ha ersatts av en ny. Be om en ny länk.',
  ],
  forStor: [413, 'Det du skickade är för stort. Dela upp det eller korta det.'],
  forManga: [429, 'För många försök på kort tid. Vänta en stund och försök igen.'],
  naddesInte: [502, 'En annan tjänst svarar inte just nu. Försök igen om en stund.'],
  serverfel: [500, 'Något gick fel hos oss. Försök igen om en stund.'],
  lagringsfel: [503, 'Det går inte att spara just nu. Försök igen om en stund.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;
export type Felnamn = keyof typeof FEL;

type Felstatus<Namn extends Felnamn> = (typeof FEL)[Namn][0];

/** The body of a refusal; `meddelande` where something better than the usual can be said. */
function felkropp(fel: Felnamn, meddelande: string = FEL[fel][1]): Fel {
  return { fel, meddelande };
}

/** Answers a refusal from a handler, typed by its status so that the route must have declared it. */
export function nej<Namn extends Felnamn>(c: Context, fel: Namn, meddelande?: string) {
  const status: Felstatus<Namn> = FEL[fel][0];
  return c.json(felkropp(fel, meddelande), status);
}
