/**
 * A plan, a budget or a history says in which zone the week is counted. Whoever asked for one hands it on here before
 * it is shown, so that its dates are told rightly from the first; and what the page told before is told anew.
 */
import type { PageMessages } from "../messages";
import { repaint } from "./mount";
import { setZone } from "./zone";

const tellers: { [M in keyof PageMessages]?: (value: PageMessages[M]["value"]) => string | null } = {
  "plan.get": ({ budget }) => budget.timeZone,
  "budget.get": ({ timeZone }) => timeZone,
  "history.get": ({ timeZone }) => timeZone,
  "budget.put": ({ timeZone }) => timeZone,
};

/** Answers of other types say nothing of a zone. */
export function heedZone<M extends keyof PageMessages>(type: M, value: PageMessages[M]["value"]): void {
  const zone = tellers[type]?.(value);
  if (zone !== undefined && setZone(zone)) repaint();
}
