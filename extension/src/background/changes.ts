/**
 * What changes the plan is told to everyone who shows a part of it: LinkedIn's tabs, our own open pages, the icon.
 * The first of a burst at once, the rest of it together.
 */
import { delivered, outbox } from "./host";
import { refresh } from "./review-time";
import { tellPages, tellTabs } from "./speak";

const pause = 250;
let resting: ReturnType<typeof setTimeout> | undefined;
let again = false;

export function planChanged(): void {
  if (resting !== undefined) {
    again = true;
    return;
  }
  void tellTabs("judgements.stale", {});
  void tellPages("plan.changed", {});
  void refresh();
  resting = setTimeout(() => {
    resting = undefined;
    if (again) planChanged();
    again = false;
  }, pause);
}

/** Sends the decisions that wait. Rejects where the host does not answer; what it took until then is told. */
export async function drain(): Promise<void> {
  const before = delivered();
  try {
    await outbox.drain();
  } finally {
    if (delivered() > before) planChanged();
  }
}

/** Decisions that cannot be delivered now wait for the next occasion: a call, a start, the person's Retry. */
export function deliver(): void {
  drain().catch(scheduleDelivery);
}

let delivery: ReturnType<typeof setTimeout> | undefined;
function scheduleDelivery(): void {
  clearTimeout(delivery);
  delivery = setTimeout(deliver, 5_000);
}
