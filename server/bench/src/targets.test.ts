import { expect, it } from 'vitest';
import { Results } from './results.ts';
import { judge, type Target } from './targets.ts';

const CPU: Target = { scenario: 'typing', value: 'cpu', text: 'CPU', against: 'peer', bound: 0.6 };

function measured(ours: readonly number[]): Results {
  const results = new Results();
  for (const cpu of ours) results.add('typing', 'ours', { cpu });
  results.add('typing', 'hocuspocus', { cpu: 10 });
  results.add('typing', 'y-websocket-server', { cpu: 20 });
  return results;
}

it('[B4] a ratio is ours, the median of the rounds, against the better of the peers', () => {
  expect(judge(CPU, measured([6, 1, 90]))).toEqual({ reached: 0.6, met: true });
  expect(judge(CPU, measured([7, 7, 1]))).toEqual({ reached: 0.7, met: false });
  expect(judge({ ...CPU, bound: 2, atLeast: true }, measured([40]))).toEqual({ reached: 2, met: true });
});

it('[B5] what was not measured is neither met nor missed', () => {
  expect(judge(CPU, new Results())).toBeNull();
  expect(judge({ ...CPU, against: 'relay' }, measured([1]))).toBeNull();
});
