export const TEXTER = {
  rubrik: 'Jäv',
  oppna: 'Jäv …',
  javiga: 'Jäv',
  duArJavig:
    'Du är anmäld som jävig i ärendet. Dess handlingar är stängda för dig tills de är expedierade eller justerade, och du gör inget i ärendet.',
  forklaring:
    'Den som är jävig deltar inte i beredningen eller beslutet (6 kap. 28–30 §§ kommunallagen). Ärendets handlingar stängs genast för personen, också sådana som är öppna. Att jävet är anmält ser alla som ser ärendet.',
  eget: 'Anmäl mig själv som jävig …',
  egetForklaring:
    'Ärendets handlingar stängs genast för dig. Du kan inte själv ta tillbaka anmälan, det gör ordföranden eller nämndsekreteraren.',
  egetJa: 'Ja, anmäl mig som jävig',
  avbryt: 'Avbryt',
  anmalda: 'Anmälda',
  inga: 'Ingen är anmäld som jävig.',
  hav: 'Häv',
  havFor: (namn: string) => `Häv jävet för ${namn}`,
  anmald: (namn: string) => `${namn} är anmäld som jävig. Ärendets handlingar är stängda för personen.`,
  havd: (namn: string) => `Jävet för ${namn} är hävt.`,
} as const;
