import type { ArendeMedHandlingar } from '@samskrift/shared';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

const { jav } = api.arenden[':id'];

/** Each answers with the ärende as it is then. */
export const anmalJav = (id: string, personId: string): Promise<ArendeMedHandlingar> =>
  parseResponse(jav[':personId'].$put({ param: { id, personId } }));
export const havJav = (id: string, personId: string): Promise<ArendeMedHandlingar> =>
  parseResponse(jav[':personId'].$delete({ param: { id, personId } }));
