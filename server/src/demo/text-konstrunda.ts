import { avsnitt, beslutslista, dokument, punktlista, stycke } from '@samskrift/shared';

export const KONSTRUNDA = dokument(
  avsnitt(
    'forslag_till_beslut',
    'Förvaltningens förslag till beslut',
    beslutslista([
      'Kulturnämnden överlämnar förvaltningens tjänsteutlåtande till kommunstyrelsen som svar på remissen.',
      'Beslutet justeras omedelbart.',
    ]),
  ),
  avsnitt(
    'sammanfattning',
    'Sammanfattning',
    stycke(
      'Regionen föreslår en årlig konstrunda längs kusten, där konstnärer i sju kommuner håller öppen ateljé samma helg. Kommunerna väntas bidra med skyltar, en samordnare och information på sina webbplatser.',
    ),
    stycke(
      'Förvaltningen ställer sig bakom förslaget men anser att kostnaden för samordningen behöver fördelas efter antalet deltagare, och att regionen bör ansvara för en gemensam karta.',
    ),
  ),
  avsnitt(
    'arendet',
    'Ärendet',
    stycke(
      'I Björkvik finns omkring fyrtio yrkesverksamma konstnärer, de flesta med ateljé utanför tätorten. Konstföreningen har i sex år ordnat en egen rundvandring i september, med mellan 900 och 1 400 besökare.',
    ),
    stycke('Remissen ställer tre frågor till kommunerna:'),
    punktlista(['Vill kommunen delta från och med 2027?', 'Vilken helg passar bäst?', 'Hur bör kostnaden fördelas?']),
  ),
  avsnitt(
    'arendets_beredning',
    'Ärendets beredning',
    stycke('Ärendet har beretts inom kulturförvaltningen i samråd med Björkviks konstförening och turistbyrån.'),
  ),
  avsnitt(
    'synpunkter',
    'Förvaltningens synpunkter',
    stycke(
      'Förvaltningen ser flera fördelar med en gemensam helg. Besökare som kommer långväga ifrån stannar längre om de kan se mer, och konstnärerna når en större publik utan att behöva annonsera var för sig.',
    ),
    stycke(
      'Den andra helgen i september är att föredra, eftersom den redan är inarbetad här. En fördelning av kostnaden per invånare skulle göra att Björkvik betalar mer än dubbelt så mycket per ateljé som grannkommunerna.',
    ),
  ),
);
