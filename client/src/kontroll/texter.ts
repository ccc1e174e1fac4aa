export const TEXTER = {
  rubrik: 'Kontroll',
  ingress:
    'Varje justerad text är en post i nämndens kedja. Kontrollen räknar om alla kontrollsummor från det som är lagrat, så att en enda ändrad byte upptäcks.',
  kontrolleraIgen: 'Kontrollera igen',
  raknar: 'Räknar om kedjorna …',
  inga: 'Ingenting är justerat ännu, så det finns inget att kontrollera.',
  haller: 'Håller',
  hallerInte: 'Håller inte',
  antal: (antal: number) => (antal === 1 ? '1 justerad handling' : `${antal} justerade handlingar`),
  sista: 'Sista postens summa',
  tom: 'Kedjan är tom.',
  felrubrik: (antal: number) => (antal === 1 ? 'Ett fel' : `${antal} fel`),
  post: (nr: number) => `Post ${nr}`,
  allaHaller: 'Alla kedjor håller.',
  nagonHallerInte: 'Någon kedja håller inte. Se nedan.',
} as const;
