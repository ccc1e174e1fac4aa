/** Asked by the list of who is here, which stands in the top bar and knows no editor; its detail is the person's id. */
export const FOLLOW_EVENT = 'samskrift:folj';
