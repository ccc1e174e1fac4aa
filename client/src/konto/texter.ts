export const TEXTER = {
  rubrik: 'Logga in',
  ingress: 'Här skrivs nämndens texter tillsammans och justeras.',
  valjPerson: 'Välj vem du vill vara',
  demoforklaring: 'Det här är en demonstration. Personerna och ärendena är påhittade.',
  medKonto: 'Logga in med konto',
  epost: 'E-postadress',
  losenord: 'Lösenord',
  loggaIn: 'Logga in',
  hamtar: 'Hämtar personerna …',
  upphordRubrik: 'Du har loggats ut',
  upphordText: 'Sidan ligger kvar som den är, med det du har skrivit. Logga in igen för att fortsätta.',
  utloggningRubrik: 'Logga ut?',
  osparat: (antal: number) =>
    antal === 1
      ? 'I en handling finns text som bara är sparad i den här webbläsaren. Loggar du ut nu försvinner den.'
      : `I ${antal} handlingar finns text som bara är sparad i den här webbläsaren. Loggar du ut nu försvinner den.`,
  osparatRad: 'Avbryt, öppna handlingen med nätet på och vänta tills det står Sparat.',
  loggaUtAnda: 'Logga ut och radera texten',
  avbryt: 'Avbryt',
} as const;
