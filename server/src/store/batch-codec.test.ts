import { handlingId, personId } from '@samskrift/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBatches, decodeIds, decodeLogRow, encodeBatches } from './batch-codec.ts';

const id = fc.string({ unit: fc.constantFrom(...'aZ09_-'), minLength: 1, maxLength: 64 });
const update = fc.record({ author: id.map(personId), bytes: fc.uint8Array({ maxLength: 300 }) });
const batch = fc.record({ handlingId: id.map(handlingId), updates: fc.array(update, { maxLength: 200 }) });

it('[P1] what is written for the log is read back, whatever its sizes', () => {
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 10 }), (batches) => {
      const encoded = encodeBatches(batches);
      const read = decodeBatches(encoded);
      expect(decodeIds(encoded)).toEqual(read.map(({ handlingId }) => handlingId));
      expect(read.map(({ handlingId, row }) => ({ handlingId, updates: decodeLogRow(row) }))).toEqual(batches);
    }),
  );
});
