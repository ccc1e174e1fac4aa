const BARS = '[role="toolbar"], search';
const EDGE_PX = 8;

/** How far from the edges of the window the view keeps the caret when it scrolls to it, in pixels. */
export const scrollRoom = {
  left: 0,
  right: 0,
  bottom: EDGE_PX,
  /** Below the bars that the text goes under. Measured when it is asked for: they wrap, and come and go. */
  get top(): number {
    const edges = Array.from(document.querySelectorAll(BARS), (bar) => bar.getBoundingClientRect().bottom);
    return EDGE_PX + Math.max(0, ...edges);
  },
};
