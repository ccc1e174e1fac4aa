import type { Installningar, Organisation, Uppdragsnyckel, Uppdragsorgan } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

const { admin } = api;

/** The whole municipality; every change answers with it anew. */
export const organisationFraga = queryOptions<Organisation>({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => parseResponse(admin.organisation.$get({}, { init: { signal } })),
  staleTime: 0,
});

export const uppdragFraga = (organTyp: Uppdragsorgan, organId: string) =>
  queryOptions({
    queryKey: ['uppdrag', organTyp, organId],
    queryFn: ({ signal }) => parseResponse(admin.uppdrag.$get({ query: { organTyp, organId } }, { init: { signal } })),
    staleTime: 0,
  });

/** Persons by name or e-mail; nothing is asked for less than two letters. */
export const uppdragspersonerFraga = (sok: string) =>
  queryOptions({
    queryKey: ['uppdragspersoner', sok],
    queryFn: ({ signal }) => parseResponse(admin.uppdrag.personer.$get({ query: { sok } }, { init: { signal } })),
    enabled: sok.length >= 2,
    staleTime: 10_000,
  });

export const skapaNamnd = (namn: string): Promise<Organisation> =>
  parseResponse(admin.namnder.$post({ json: { namn } }));
export const bytNamnPaNamnd = (id: string, namn: string): Promise<Organisation> =>
  parseResponse(admin.namnder[':id'].$patch({ param: { id }, json: { namn } }));
export const skapaForvaltning = (id: string, namn: string): Promise<Organisation> =>
  parseResponse(admin.namnder[':id'].forvaltningar.$post({ param: { id }, json: { namn } }));
export const bytNamnPaForvaltning = (id: string, namn: string): Promise<Organisation> =>
  parseResponse(admin.forvaltningar[':id'].$patch({ param: { id }, json: { namn } }));
export const skapaAvdelning = (id: string, namn: string): Promise<Organisation> =>
  parseResponse(admin.forvaltningar[':id'].avdelningar.$post({ param: { id }, json: { namn } }));
export const bytNamnPaAvdelning = (id: string, namn: string): Promise<Organisation> =>
  parseResponse(admin.avdelningar[':id'].$patch({ param: { id }, json: { namn } }));
export const bytNamnPaPartigrupp = (id: string, namn: string): Promise<Organisation> =>
  parseResponse(admin.partigrupper[':id'].$patch({ param: { id }, json: { namn } }));

export const skapaPartigrupp = (id: string, grupp: { partiId: string; namn?: string }): Promise<Organisation> =>
  parseResponse(admin.namnder[':id'].partigrupper.$post({ param: { id }, json: grupp }));

interface Partinamn {
  readonly namn: string;
  readonly forkortning: string;
}
/** @param id of the party that is changed; null makes a new one. */
export const sparaParti = (id: string | null, parti: Partinamn): Promise<Organisation> =>
  parseResponse(
    id === null ? admin.partier.$post({ json: parti }) : admin.partier[':id'].$patch({ param: { id }, json: parti }),
  );

export const sparaInstallningar = (id: string, installningar: Installningar): Promise<Organisation> =>
  parseResponse(admin.namnder[':id'].installningar.$put({ param: { id }, json: installningar }));

export type Uppdragstid = Uppdragsnyckel & { readonly till: string | null };
export const geUppdrag = (uppdrag: Uppdragstid) => parseResponse(admin.uppdrag.$post({ json: uppdrag }));
export const andraSlut = (uppdrag: Uppdragstid) => parseResponse(admin.uppdrag.$patch({ json: uppdrag }));
export const avsluta = (nyckel: Uppdragsnyckel) => parseResponse(admin.uppdrag.avsluta.$post({ json: nyckel }));

/** @param innehall the file in base64. */
export const granska = (innehall: string) => parseResponse(admin.forteckning.granska.$post({ json: { innehall } }));
export const lasIn = (innehall: string) => parseResponse(admin.forteckning.$post({ json: { innehall } }));
