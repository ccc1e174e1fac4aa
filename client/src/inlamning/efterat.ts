import type { Handling } from '@samskrift/shared';
import type { QueryClient } from '@tanstack/react-query';
import { arendeFraga } from '../arenden/fragor.ts';
import { handlingFraga } from '../handling/fragor.ts';
import { inkommetFraga } from './fragor.ts';

/** What has been read of the handling and its ärende is read again: its läge is not what it was. */
export async function lasOm(queryClient: QueryClient, { id, arendeId }: Handling): Promise<void> {
  await Promise.all(
    [handlingFraga(id).queryKey, arendeFraga(arendeId).queryKey, inkommetFraga.queryKey].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}
