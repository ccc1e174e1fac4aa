export const TEXTER = {
  rubrik: 'Sök i ärenden och texter',
  sok: 'Sök ord i ärenden och handlingar',
  hjalp: 'Ord hittas på sin början: ”bibl” hittar biblioteket. Alla ord ska finnas. Du söker bara i det du får se.',
  soker: 'Söker …',
  traffar: (antal: number) => (antal === 1 ? '1 träff' : `${antal} träffar`),
  forstaTraffarna: (visade: number, antal: number) =>
    `De ${visade} första av ${antal} träffar. Skriv fler ord för färre.`,
  inga: (sokt: string) => `Inget som du får se innehåller ”${sokt}”.`,
  arendet: 'Ärendet',
} as const;
