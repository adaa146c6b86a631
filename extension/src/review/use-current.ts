/**
 * Which invitation is in focus, and where the keyboard is. When the one in focus is gone, the next comes in its
 * place; when what had the keyboard's focus was exchanged, the focus goes to what stands there now, never to the top
 * of the page.
 */
import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Place } from "../native/protocol";
import { type Group, neighbour, successor, visibleIds } from "./queue";

/** Marked in the page by `data-area`. */
export type Area = "list" | "card";

export interface Current {
  id: string | null;
  /** All that can be moved to, in order. */
  visible: string[];
  select(id: string, focus: Area | null): void;
  /** The focus stays in the area that it is in. */
  move(step: 1 | -1): void;
  /** As if it were gone already. */
  leave(id: string): void;
  /** The focus stays in the area that it is in, if it is in one. */
  show(id: string): void;
}

export function useCurrent(groups: readonly Group[], opened: ReadonlySet<Place>): Current {
  const [chosen, setChosen] = useState<string | null>(null);
  const before = useRef<string[]>([]);
  const visible = visibleIds(groups, opened);
  const isKnown = groups.some(({ items }) => items.some(({ invitation }) => invitation.id === chosen));
  const id = isKnown ? chosen : successor(before.current, visible, chosen);
  const shown = useRef(id);
  shown.current = id;
  useLayoutEffect(() => {
    before.current = visible;
    if (id !== chosen) setChosen(id);
  });
  const { area, wish } = useFollow(id);

  const select = useCallback(
    (next: string, focus: Area | null) => {
      if (next === shown.current) {
        if (focus) focusOn(focus, next);
        return;
      }
      wish(focus);
      setChosen(next);
    },
    [wish],
  );
  const move = (step: 1 | -1) => {
    const next = neighbour(visible, id, step);
    if (next !== null) select(next, area() ?? "list");
  };
  const leave = (gone: string) => {
    const rest = visible.filter((one) => one !== gone);
    const next = successor(visible, rest, gone);
    if (gone === shown.current && next !== null) select(next, area());
  };
  return { id, visible, select, move, leave, show: (back) => select(back, area()) };
}

/** Moves the keyboard's focus to where it was wished; and where the page took it away, to what stands there now. */
function useFollow(id: string | null) {
  const focused = useFocused();
  const wanted = useRef<Area | null>(null);
  useLayoutEffect(() => {
    const { area, element } = focused.current;
    if (wanted.current) focusOn(wanted.current, id);
    else if (area && isLost(element)) focusOn(area, id);
    wanted.current = null;
  });
  const wish = useCallback((area: Area | null) => {
    wanted.current = area;
  }, []);
  return { area: () => focused.current.area, wish };
}

/** What has the keyboard's focus, or had it before the page took it away, and where; nothing once the person left. */
interface Focused {
  area: Area | null;
  element: Element | null;
}

function useFocused() {
  const focused = useRef<Focused>({ area: null, element: null });
  useLayoutEffect(() => {
    const note = (element: Element | null, target: EventTarget | null) => {
      const found = target instanceof Element ? target.closest<HTMLElement>("[data-area]") : null;
      focused.current = { area: (found?.dataset.area as Area | undefined) ?? null, element };
    };
    const onFocus = ({ target }: Event) => note(target instanceof Element ? target : null, target);
    const onPress = ({ target }: Event) => note(null, target);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);
  return focused;
}

/** The page took it out, and the focus with it. */
function isLost(element: Element | null): boolean {
  const nowhere = document.activeElement === null || document.activeElement === document.body;
  return nowhere && element !== null && !element.isConnected;
}

function focusOn(area: Area, id: string | null): void {
  if (area === "card") {
    focusOnCard();
    return;
  }
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const row = rows.find(({ dataset }) => dataset.row === id);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

/** Its heading; where that is out of sight, as below a list on a narrow screen, the page scrolls there. */
function focusOnCard(): void {
  const card = document.querySelector<HTMLElement>("section[data-area=card]");
  const heading = card?.querySelector("h2");
  heading?.focus({ preventScroll: true });
  const { top = 0, bottom = 0 } = heading?.getBoundingClientRect() ?? {};
  if (top < 0 || bottom > innerHeight) card?.scrollIntoView({ block: "start" });
}
