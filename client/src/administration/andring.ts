import type { Organisation } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { organisationFraga } from './fragor.ts';
import { TEXTER } from './texter.ts';

/** A change of the organisation: shows what the server answers, says that it is done, closes. */
export function useAndring(stang: () => void) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  return useMutation({
    mutationFn: ({ gor }: { readonly gor: () => Promise<Organisation>; readonly namn: string }) => gor(),
    onSuccess: (organisation, { namn }) => {
      queryClient.setQueryData(organisationFraga.queryKey, organisation);
      meddela(TEXTER.sparat(namn));
      stang();
    },
  });
}
