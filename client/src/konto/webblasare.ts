/** In the order they are to be asked for: nearly every browser also says that it is one of those after it. */
const WEBBLASARE: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEM: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'Iphone'],
  [/iPad/, 'Ipad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/CrOS/, 'Chrome OS'],
  [/Linux/, 'Linux'],
];

/** A browser by what it calls itself (User-Agent), in words: «Firefox på Windows». */
export function webblasareIOrd(agent: string): string {
  const namn = WEBBLASARE.find(([monster]) => monster.test(agent))?.[1] ?? 'Okänd webbläsare';
  const system = SYSTEM.find(([monster]) => monster.test(agent))?.[1];
  return system === undefined ? namn : `${namn} på ${system}`;
}
