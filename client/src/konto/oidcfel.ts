import type { Oidcfel } from '@samskrift/shared';

/** Why the city's own login let nobody in, and what to do about it. `namn` is what it is called here. */
export function oidcfelText(fel: Oidcfel, namn: string): string {
  switch (fel) {
    case 'avbruten':
      return `Inloggningen hos ${namn} avbröts. Försök igen när du vill.`;
    case 'ogiltigt':
      return `Svaret från ${namn} gick inte att lita på, så du loggades inte in. Försök igen, och säg till administratören om det händer flera gånger.`;
    case 'naddesInte':
      return `Det gick inte att nå ${namn}. Försök igen om en stund.`;
    case 'intePaborjad':
      return 'Inloggningen hade blivit för gammal eller var inte påbörjad i den här webbläsaren. Försök igen.';
    case 'ingetKonto':
      return 'Du har inget konto i Samskrift. Be administratören om ett konto.';
    case 'ejVerifierad':
      return `${namn} bekräftar inte att e-postadressen är din. Be administratören om hjälp.`;
    case 'annanIdentitet':
      return 'Kontot med din e-postadress hör till en annan inloggning. Be administratören om hjälp.';
    case 'forManga':
      return 'För många försök på kort tid. Vänta en minut och försök igen.';
  }
}
