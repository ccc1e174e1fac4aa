import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { LANKTEXTER } from './texter.ts';
import { typedAddress } from './typed-address.ts';

/** Gives the selected words an address, changes the one they have, or takes it away. */
export function LankDialog({ editor, close }: { readonly editor: Editor; readonly close: () => void }) {
  const before: unknown = editor.getAttributes('link').href;
  const [href, setHref] = useState(typeof before === 'string' ? before : '');
  const [words, setWords] = useState('');
  const [error, setError] = useState<string | null>(null);
  const needsWords = editor.state.selection.empty && typeof before !== 'string';

  const save = (event: FormEvent) => {
    event.preventDefault();
    const address = typedAddress(href);
    if (address === null) {
      setError(LANKTEXTER.fel);
      return;
    }
    const chain = editor.chain().focus();
    if (needsWords) {
      const text = words.trim() === '' ? address : words.trim();
      chain.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    } else chain.extendMarkRange('link').setLink({ href: address }).run();
    close();
  };
  return (
    <Dialog oppen stang={close} rubrik={LANKTEXTER.rubrik}>
      <form onSubmit={save} noValidate>
        <Stack>
          <TextInput
            label={LANKTEXTER.adress}
            value={href}
            onChange={(event) => setHref(event.currentTarget.value)}
            error={error}
            data-autofocus
            inputMode="url"
            autoComplete="off"
          />
          {needsWords && (
            <TextInput
              label={LANKTEXTER.text}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            {typeof before === 'string' && (
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  editor.chain().focus().extendMarkRange('link').unsetLink().run();
                  close();
                }}
              >
                {LANKTEXTER.taBort}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {LANKTEXTER.avbryt}
            </Button>
            <Button type="submit">{LANKTEXTER.spara}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
