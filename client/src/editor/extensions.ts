import { textExtensions } from '@samskrift/shared';
import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Dropcursor } from '@tiptap/extensions';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { HandlingSession } from '../sync/session.ts';
import { AtOnce } from './at-once.ts';
import { Autolink } from './autolink.ts';
import { Binding, keptMapping } from './binding.ts';
import type { CaretUser } from './caret-user.ts';
import { carets } from './carets.ts';
import { FootnoteKeys } from './footnote-keys.ts';
import { withFootnoteView } from './footnote-view.ts';
import { Gap, gapsWithinAvsnitt } from './gaps.ts';
import { withHeaderCellView } from './header-cell-view.ts';
import { KeepTogether } from './keep-together.ts';
import { labelled } from './labels.ts';
import { ListKeys } from './list-keys.ts';
import { Lists } from './lists.ts';
import { NoteArrows } from './note-arrows.ts';
import type { Panel } from './panel.ts';
import { CleanPaste } from './paste.ts';
import { PlainCopy } from './plain-copy.ts';
import { Search } from './search.ts';
import { Shortcuts } from './shortcuts.ts';
import { CellFilling } from './tables.ts';

/** What the editor is told by the page around it, and tells it. */
interface Page {
  readonly openPanel?: (panel: Panel) => void;
  readonly beforeMessage?: HandlingSession['beforeMessage'] | undefined;
}

/**
 * Everything the editor is made of: the shared document model, the co-editing and what only a person at a screen needs.
 * @param awareness null where a text is only shown: nobody else's carets, and none of one's own for others.
 */
export function editorExtensions(
  fragment: Y.XmlFragment,
  awareness: Awareness | null,
  user: CaretUser,
  { openPanel = () => undefined, beforeMessage = () => () => undefined }: Page = {},
): AnyExtension[] {
  const mapping = keptMapping();
  return [
    ...gapsWithinAvsnitt(withHeaderCellView(withFootnoteView(labelled(textExtensions)))),
    Binding.configure({ fragment, mapping }),
    Collaboration.configure({ fragment, ySyncOptions: { mapping } }),
    ...(awareness === null ? [] : [carets(awareness, user)]),
    Dropcursor.configure({ class: 'slappmarkor', color: false }),
    Gap,
    Autolink,
    AtOnce.configure({ beforeMessage }),
    KeepTogether,
    CellFilling,
    CleanPaste,
    FootnoteKeys,
    ListKeys,
    Lists,
    PlainCopy,
    NoteArrows,
    Search,
    Shortcuts.configure({ openPanel }),
  ];
}
