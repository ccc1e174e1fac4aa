/** What may lie open over or beside the text; one at a time. */
export type Panel = 'search' | 'link' | 'shortcuts' | 'overview' | 'numbering' | null;
