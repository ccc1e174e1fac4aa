import { Extension } from '@tiptap/core';
import type { Panel } from './panel.ts';

/** What each key does, for the keys and for the list that shows them. `Mod` is Ctrl, on a Mac ⌘. */
export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Ctrl', 'B'], does: 'Fet' },
  { keys: ['Ctrl', 'I'], does: 'Kursiv' },
  { keys: ['Ctrl', 'K'], does: 'Länk' },
  { keys: ['Ctrl', 'Z'], does: 'Ångra det du själv gjorde sist' },
  { keys: ['Ctrl', 'Y'], does: 'Gör om' },
  { keys: ['Ctrl', 'Skift', 'L'], does: 'Punktlista' },
  { keys: ['Ctrl', 'Skift', '7'], does: 'Numrerad lista' },
  { keys: ['Ctrl', 'Skift', 'B'], does: 'Blockcitat' },
  { keys: ['Ctrl', 'Alt', 'B'], does: 'Beslutssatser' },
  { keys: ['Tabb'], does: 'Lägre nivå i en lista, nästa cell i en tabell' },
  { keys: ['Skift', 'Tabb'], does: 'Högre nivå i en lista, föregående cell' },
  { keys: ['Ctrl', 'Alt', 'F'], does: 'Fotnot' },
  { keys: ['Skift', 'Retur'], does: 'Ny rad i samma stycke' },
  { keys: ['Ctrl', 'F'], does: 'Sök' },
  { keys: ['Ctrl', 'H'], does: 'Sök och ersätt' },
  { keys: ['Ctrl', 'P'], does: 'Skriv ut' },
  { keys: ['Alt', 'F10'], does: 'Gå till verktygen (piltangenter mellan dem, Esc tillbaka)' },
  { keys: ['Ctrl', '/'], does: 'Visa den här listan' },
];

/** The keys of Word that the schema's own extensions do not already answer. */
export const Shortcuts = Extension.create<{ openPanel: (panel: Panel) => void }>({
  name: 'shortcuts',
  priority: 200,
  addOptions: () => ({ openPanel: () => undefined }),
  addKeyboardShortcuts() {
    const open = (panel: Panel) => () => {
      this.options.openPanel(panel);
      return true;
    };
    return {
      'Mod-k': open('link'),
      'Mod-f': open('search'),
      'Mod-h': open('search'),
      'Mod-/': open('shortcuts'),
      'Mod-Shift-7': () => this.editor.commands.toggleOrderedList(),
      'Mod-Shift-l': () => this.editor.commands.toggleBulletList(),
      'Mod-Shift-b': () => this.editor.commands.toggleBlockquote(),
      'Mod-Alt-b': () => this.editor.commands.toggleBeslutslista(),
      'Mod-Alt-f': () => this.editor.commands.insertFotnot(),
      'Alt-F10': () => {
        document.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus();
        return true;
      },
    };
  },
});
