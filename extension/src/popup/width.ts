/**
 * A popup takes its size from its content, so the page has a width of its own; where the browser's zoom leaves less room
 * than that, the page takes what there is rather than making the person scroll sideways. It waits until the window has
 * stopped growing: a popup begins tiny, and would stay so if the content gave in at once.
 */
const usualWidth = 360;
const leastWidth = 160;
const settled = 250;

export function fitWidth(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = () => {
    const room = document.documentElement.clientWidth;
    document.body.style.inlineSize = room >= leastWidth && room < usualWidth ? `${room}px` : "";
  };
  new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(fit, settled);
  }).observe(document.documentElement);
}
