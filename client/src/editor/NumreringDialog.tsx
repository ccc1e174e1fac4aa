import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { numberedList, startAt, typedStart } from './numbering.ts';
import { NUMRERINGSTEXTER as TEXTER } from './texter.ts';

/** Asks at which number the list at the caret is to begin. */
export function NumreringDialog({ editor, close }: { readonly editor: Editor; readonly close: () => void }) {
  const [start, setStart] = useState(() => String(numberedList(editor.state)?.start ?? 1));
  const [error, setError] = useState<string | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const list = numberedList(editor.state);
    const number = typedStart(start);
    if (number === null) setError(TEXTER.fel);
    else if (list === null || !startAt(editor, list, number)) setError(TEXTER.borta);
    else close();
  };
  return (
    <Dialog oppen stang={close} rubrik={TEXTER.rubrik}>
      <form onSubmit={save} noValidate>
        <Stack>
          <TextInput
            label={TEXTER.tal}
            value={start}
            onChange={(event) => setStart(event.currentTarget.value)}
            error={error}
            inputMode="numeric"
            autoComplete="off"
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
