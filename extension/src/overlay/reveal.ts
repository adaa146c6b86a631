/**
 * Shows the person which card is meant: scrolls it into the middle, and for a moment draws a line around it. The line
 * is an animation, which changes no attribute and no style of the card and ends by itself. No focus moves.
 */
import { isDarkBehind } from "./style";

/** In milliseconds: long enough to outlast the scrolling. */
const shownFor = 2_200;

let shown: Animation | null = null;

/** False if there is nothing to be seen of the card. Without `marks` it is only scrolled to. */
export function reveal(card: Element, marks: boolean): boolean {
  // A card may be a wrapper without a box of its own (display: contents).
  const box = [card, ...card.querySelectorAll("*")].find((at) => at.getClientRects().length > 0);
  if (box === undefined) return false;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollIntoView({ block: "center", behavior: isStill ? "instant" : "smooth" });
  if (marks) mark(box, isStill);
  return true;
}

function mark(box: Element, isStill: boolean): void {
  shown?.cancel();
  const color = isDarkBehind(box) ? "#71b7fb" : "#0a66c2";
  const line = (visible: boolean) => ({
    outline: `3px solid ${visible ? color : "transparent"}`,
    outlineOffset: "-3px",
  });
  const frames = isStill
    ? [line(true), line(true)]
    : [
        { ...line(false), offset: 0 },
        { ...line(true), offset: 0.1 },
        { ...line(true), offset: 0.7 },
        { ...line(false), offset: 1 },
      ];
  shown = box.animate(frames, { duration: shownFor });
}
