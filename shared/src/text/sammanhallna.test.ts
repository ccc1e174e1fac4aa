import { expect, test } from 'vitest';
import { sammanhallna } from './sammanhallna.ts';

const i = (text: string): readonly string[] => sammanhallna(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['enligt lagen (2006:544) om kommuners', ['lagen (2006:544)']],
  ['säkerhetsskyddslagen (2018:585) samt', ['säkerhetsskyddslagen (2018:585)']],
  ['ersätta programmet (dnr KS 2019/1543). Förslaget', ['dnr KS 2019/1543']],
  ['dnr KS 2023/1267-2.1 och HÄ 2023/695', ['dnr KS 2023/1267-2.1', 'HÄ 2023/695']],
  ['KS2023/1267', ['KS2023/1267']],
  ['(dnr 171-1309/2017)', ['dnr 171-1309/2017']],
  ['se § 23 och 5 kap. 69 § samt 2 §.', ['§ 23', '5 kap. 69 §', '2 §']],
  ['den 22 februari 2024, 1 maj', ['den 22 februari 2024', '1 maj']],
  ['åren 2024-2027 (MSB) 1999/2000', []],
  ['', []],
])('[T16] what is kept together in «%s»', (text, delar) => {
  expect(i(text)).toEqual(delar);
});

test('[T16] a long text without references takes no time to speak of', () => {
  const text = `${'ord (2006 '.repeat(20_000)}den ${'1'.repeat(20_000)}`;
  const before = performance.now();
  expect(sammanhallna(text)).toEqual([]);
  expect(performance.now() - before).toBeLessThan(1000);
});
