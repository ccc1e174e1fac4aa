import { Radio, Skeleton, Stack } from '@mantine/core';
import { nodeFromYdoc, type TextJson, ydocFromJson } from '@samskrift/shared';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type * as Y from 'yjs';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { difference } from '../editor/difference.ts';
import { Skillnad } from '../editor/Skillnad.tsx';
import { ursprungstextFraga } from './fragor.ts';
import { TEXTER } from './texter.ts';

interface SkillnadDialogProps {
  readonly id: string;
  /** The text as it is written here now. */
  readonly doc: Y.Doc;
  readonly stang: () => void;
}

/** How a copy differs from the text it began as, and from the mother as that is now where the person may see it. */
export function SkillnadDialog({ id, doc, stang }: SkillnadDialogProps) {
  const { data, error, refetch } = useQuery(ursprungstextFraga(id));
  const [mot, sattMot] = useState<'given' | 'nu'>('given');
  return (
    <Dialog oppen stang={stang} rubrik={TEXTER.skillnad} bred>
      {error ? (
        <Felruta fel={error} forsokIgen={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={160} aria-label={TEXTER.hamtar} />
      ) : (
        <Stack>
          {data.nu && (
            <Radio.Group label={TEXTER.mot} value={mot} onChange={(vald) => sattMot(vald === 'nu' ? 'nu' : 'given')}>
              <Stack gap="xs" mt="xs">
                <Radio value="given" label={TEXTER.given} />
                <Radio value="nu" label={TEXTER.nu} />
              </Stack>
            </Radio.Group>
          )}
          <Jamforelse fore={(mot === 'nu' ? data.nu : null) ?? data.given} doc={doc} />
        </Stack>
      )}
    </Dialog>
  );
}

function Jamforelse({ fore, doc }: { readonly fore: TextJson; readonly doc: Y.Doc }) {
  const lines = useMemo(() => difference(nodeFromYdoc(ydocFromJson(fore)), nodeFromYdoc(doc)), [fore, doc]);
  return lines.length === 0 ? <p role="status">{TEXTER.lika}</p> : <Skillnad lines={lines} />;
}
