/** @jsxImportSource react */
/** Drives the React page and its control through the same random life, and compares. Runs in the page. */
import { flushSync } from "react-dom";
import { createRoot, hydrateRoot, type Root, type RootOptions } from "react-dom/client";
import { applyRandom, type Operation, operations } from "./react-operations";
import { invite, type Model, Page, type Surroundings } from "./react-page";
import { type Drawn, nextTask, type Stage } from "./stage";

export { invite };

/** One rendering of the model. */
interface Rendering {
  container: Element;
  portal: Element;
  root: Root;
  around: Surroundings;
}

export interface Result {
  done: number;
  counts: Record<string, number>;
  /** What went wrong first, with the operation; empty if nothing did. */
  wrong: string[];
  milliseconds: number;
  /** How many badges were seen in all, and how many open explanations. */
  badges: number;
  explanations: number;
}

const card = "[role=listitem], li";

export class Driver {
  model: Model;
  readonly live: Rendering;
  readonly control: Rendering;
  #random: () => number;

  constructor(
    readonly stage: Stage,
    items: Model["items"],
    seed: number,
  ) {
    this.#random = dice(seed);
    this.model = startingModel(items);
    const options = optionsFor(stage);
    this.live = renderingIn(
      document.querySelector("#root") as Element,
      document.querySelector("#portal"),
      options,
    );
    this.control = renderingIn(document.createElement("div"), document.createElement("div"), options);
  }

  async run(count: number): Promise<Result> {
    const begin = performance.now();
    const result: Result = { done: 0, counts: {}, wrong: [], milliseconds: 0, badges: 0, explanations: 0 };
    await this.#render(true);
    while (result.done < count && result.wrong.length === 0) {
      const operation = operations[Math.floor(this.#random() * operations.length)] as Operation;
      result.counts[operation] = (result.counts[operation] ?? 0) + 1;
      await this.#operate(operation);
      const drawn = this.stage.drawn();
      result.badges += drawn.length;
      result.explanations += drawn.filter(({ explained }) => explained !== null).length;
      result.wrong = this.#wrong(drawn).map((what) => `operation ${result.done}, ${operation}: ${what}`);
      result.done++;
    }
    result.milliseconds = performance.now() - begin;
    return result;
  }

  async #operate(operation: Operation): Promise<void> {
    const random = this.#random;
    const { stage } = this;
    if (operation === "the host hesitates") stage.holds = true;
    else if (operation === "the host answers") stage.release();
    else if (operation === "the advice is renewed") stage.tell({ type: "judgements.stale" });
    else if (operation === "a reason is corrected") stage.correctOrTakeBack();
    else if (operation === "consent is given anew") stage.tell({ type: "consent.changed" });
    else if (operation === "an explanation opens") pick(stage.drawn(), random)?.pill.focus();
    else if (operation === "the focus leaves") (document.activeElement as HTMLElement | null)?.blur();
    else if (operation === "a card counts") this.#count(random);
    else {
      this.model = applyRandom(operation, this.model, random);
      await this.#render(random() < 0.5);
    }
    await stage.settle();
  }

  /** A person clicks something of the card's own, so that React holds state in it. */
  #count(random: () => number): void {
    const counters = [...this.live.container.querySelectorAll<HTMLElement>(".tick")];
    const at = Math.floor(random() * counters.length);
    for (const { container } of [this.live, this.control]) {
      flushSync(() => container.querySelectorAll<HTMLElement>(".tick")[at]?.click());
    }
  }

  async #render(now: boolean): Promise<void> {
    this.model = { ...this.model, revision: this.model.revision + 1 };
    for (const rendering of [this.live, this.control]) {
      const page = <Page model={this.model} around={rendering.around} />;
      if (now) flushSync(() => rendering.root.render(page));
      else rendering.root.render(page);
      while (!this.#isCommitted(rendering)) await nextTask();
    }
  }

  #isCommitted({ container }: Rendering): boolean {
    const list = container.querySelector("[data-revision]");
    if (!this.model.mounted) return list === null && container.querySelector("main") !== null;
    return list?.getAttribute("data-revision") === String(this.model.revision);
  }

  /** Everything that must hold after every operation. */
  #wrong(drawn: readonly Drawn[]): string[] {
    const wrong = [...this.stage.complaints];
    const left = new Map<Element, Drawn[]>();
    for (const one of drawn) {
      const around = one.host.closest(card) ?? one.host;
      left.set(around, [...(left.get(around) ?? []), one]);
    }
    for (const { root, id, name } of cardsNow()) {
      const own = left.get(root) ?? [];
      left.delete(root);
      const expected = this.stage.holds && own.length === 0 ? 0 : 1;
      if (own.length !== expected) wrong.push(`${id} shows ${own.length} badges`);
      for (const badge of own) {
        if (badge.id !== id) wrong.push(`${id} shows the badge of ${badge.id}`);
        const { explained } = badge;
        if (explained !== null && !(explained.includes(name) && explained.includes(id)))
          wrong.push(`${id} explains ${explained}`);
      }
    }
    for (const orphans of left.values())
      for (const { id } of orphans) wrong.push(`a badge of ${id} is left over`);
    const added = new Set(drawn.map(({ host }) => host).filter((host) => host.attributes.length === 0));
    for (const part of ["container", "portal"] as const) {
      const [live, control] = [htmlWithout(this.live[part], added), this.control[part].innerHTML];
      if (live !== control) wrong.push(`React's own nodes differ: ${difference(live, control)}`);
    }
    return wrong;
  }
}

/** Server-rendered markup, hydrated while the badges are already there. */
export async function hydrate(stage: Stage, model: Model, gate: Promise<void> | null): Promise<() => void> {
  const container = document.querySelector("#root") as Element;
  let mounts = 0;
  const around: Surroundings = { nextMount: () => ++mounts && 0, portal: null, gate };
  const before = [...container.querySelectorAll("*")];
  hydrateRoot(container, <Page model={model} around={around} />, optionsFor(stage));
  while (!gate && mounts === 0) await nextTask();
  return () => {
    const now = new Set(container.querySelectorAll("*"));
    const lost = before.filter((node) => !now.has(node));
    if (lost.length > 0) stage.complaints.push(`${lost.length} nodes of the server's page were thrown away`);
    if (mounts === 0) stage.complaints.push("React did not hydrate the cards");
  };
}

/** The invitations that can be decided on now, as anyone would read them off the page. */
export function cardsNow(): { root: Element; id: string; name: string }[] {
  return [...document.querySelectorAll(card)].flatMap((root) => {
    const slug = root.querySelector("a[href^='/in/']")?.getAttribute("href")?.split("/")[2];
    if (slug === undefined) return [];
    return [{ root, id: `person:${slug}`, name: root.querySelector("strong")?.textContent ?? "" }];
  });
}

export function startingModel(items: Model["items"]): Model {
  const slots = Array.from({ length: 12 }, (_, at) => ({ key: `k${at}`, invite: invite(at) }));
  const rest = {
    mounted: true,
    wrapped: "display-contents",
    strict: false,
    inPortal: 0,
    revision: 0,
  } as const;
  return { slots, from: 0, to: 8, items, ...rest };
}

function renderingIn(container: Element, portal: Element | null, options: RootOptions): Rendering {
  let mounts = 0;
  const place = portal ?? document.createElement("div");
  const around = { nextMount: () => ++mounts, portal: place, gate: null };
  return { container, portal: place, root: createRoot(container, options), around };
}

function optionsFor(stage: Stage): RootOptions {
  const complain = (what: string) => (error: unknown) =>
    void stage.complaints.push(`${what}: ${String(error)}`);
  return {
    onUncaughtError: complain("React, uncaught"),
    onCaughtError: complain("React, caught"),
    onRecoverableError: complain("React, recovered from"),
  };
}

function htmlWithout(element: Element, added: ReadonlySet<Element>): string {
  const copy = element.cloneNode(true) as Element;
  const copies = [...copy.querySelectorAll("*")];
  for (const [at, original] of [...element.querySelectorAll("*")].entries()) {
    if (added.has(original)) copies[at]?.remove();
  }
  return copy.innerHTML;
}

function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${JSON.stringify(a.slice(at - 40, at + 120))} is not ${JSON.stringify(b.slice(at - 40, at + 120))}`;
}

export function pick<T>(among: readonly T[], random: () => number): T | undefined {
  return among[Math.floor(random() * among.length)];
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
