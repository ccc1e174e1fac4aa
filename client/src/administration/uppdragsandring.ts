import type { Uppdragsorgan } from '@samskrift/shared';
import { useMutation } from '@tanstack/react-query';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { uppdragFraga } from './fragor.ts';

/** A change of an uppdrag: shows the list as it then is, says what was done, closes. */
export function useUppdragsandring(organTyp: Uppdragsorgan, organId: string, stang: () => void) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  return useMutation({
    mutationFn: ({ gor }: { readonly gor: () => Promise<unknown>; readonly sagt: string }) => gor(),
    onSuccess: async (_, { sagt }) => {
      await queryClient.invalidateQueries({ queryKey: uppdragFraga(organTyp, organId).queryKey });
      meddela(sagt);
      stang();
    },
  });
}
