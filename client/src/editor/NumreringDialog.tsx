import { Button, Group, NumberInput, Stack } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { numberedList, startAt } from './numbering.ts';
import { NUMRERINGSTEXTER as TEXTER } from './texter.ts';

/** Asks at which number the list at the caret is to begin. */
export function NumreringDialog({ editor, close }: { readonly editor: Editor; readonly close: () => void }) {
  const [start, setStart] = useState<number | string>(() => numberedList(editor.state)?.start ?? 1);
  const [error, setError] = useState<string | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const list = numberedList(editor.state);
    if (typeof start !== 'number') setError(TEXTER.fel);
    else if (list === null || !startAt(editor, list, start)) setError(TEXTER.borta);
    else close();
  };
  return (
    <Dialog oppen stang={close} rubrik={TEXTER.rubrik}>
      <form onSubmit={save} noValidate>
        <Stack>
          <NumberInput
            label={TEXTER.tal}
            value={start}
            onChange={setStart}
            error={error}
            min={1}
            max={9999}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            hideControls
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {TEXTER.avbryt}
            </Button>
            <Button type="submit">{TEXTER.spara}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
