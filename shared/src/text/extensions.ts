import { type AnyExtension, getSchema } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Avsnitt, Avsnittsrubrik } from './avsnitt.ts';
import { Beslutslista, Beslutssats } from './beslutslista.ts';
import { Fotnot } from './fotnot.ts';
import { Lank } from './lank.ts';
import { Tabell, Tabellcell, Tabellrad, Tabellrubrik } from './tabell.ts';
import { Utfyllnad } from './utfyllnad.ts';
import { startattribut } from './varde.ts';

/** Raised when a stored document of the older schema could not be read by the new one; the server refuses other versions. */
export const SCHEMA_VERSION = 1;

/**
 * The document model, one list for editor, server, export and tests. Every content expression is a choice repeated zero or
 * more times: y-prosemirror deletes, for everybody, a node whose content does not fit, and two people can each delete one
 * of the last two children. What must be there is asked by a mall's checklist, never by the schema.
 */
export const textExtensions: AnyExtension[] = [
  Document.extend({ content: '(block | avsnittsrubrik | avsnitt)*' }),
  Text,
  Paragraph,
  HardBreak,
  Avsnitt,
  Avsnittsrubrik,
  Beslutslista,
  Beslutssats,
  BulletList.extend({ content: 'listItem*' }),
  OrderedList.extend({
    content: 'listItem*',
    addAttributes() {
      return { ...this.parent?.(), start: startattribut };
    },
  }),
  ListItem.extend({ content: 'block*' }),
  ListKeymap.configure({
    listTypes: [
      { itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] },
      { itemName: 'beslutssats', wrapperNames: ['beslutslista'] },
    ],
  }),
  Blockquote.extend({ content: 'block*' }),
  Tabell,
  Tabellrad,
  Tabellcell,
  Tabellrubrik,
  Fotnot,
  Lank,
  Bold,
  Italic,
  Utfyllnad,
];

export const textSchema = getSchema(textExtensions);
