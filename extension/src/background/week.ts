/**
 * What was last heard of the week: how many are planned, when the review session is, when the budget resets. Kept for
 * as long as the browser runs, since the background itself sleeps; it sets the alarms and the toolbar icon's figure.
 */
import type { Plan, ReviewSession } from "../native/protocol";

export interface KnownWeek {
  planned: number;
  review: ReviewSession | null;
  resetsAt: number;
}

export const alarmNames = { start: "review.start", end: "review.end", reset: "week.reset" } as const;

export async function knownWeek(): Promise<KnownWeek | null> {
  const { week } = await chrome.storage.session.get("week");
  return (week as KnownWeek | undefined) ?? null;
}

/** Every plan that passes through the background is remembered, and the alarms follow it. */
export async function remember({ counts, review, budget }: Plan, now: number): Promise<void> {
  const week: KnownWeek = { planned: counts.planned, review, resetsAt: budget.resetsAt };
  await chrome.storage.session.set({ week });
  await Promise.all([
    arm(alarmNames.start, review?.startsAt, now),
    arm(alarmNames.end, review?.endsAt, now),
    arm(alarmNames.reset, budget.resetsAt, now),
  ]);
}

export async function forgetWeek(): Promise<void> {
  await chrome.storage.session.remove("week");
  await Promise.all(Object.values(alarmNames).map((name) => chrome.alarms.clear(name)));
}

/** A time that has passed needs no alarm: it would ring at once. */
async function arm(name: string, when: number | undefined, now: number): Promise<void> {
  if (when !== undefined && when > now) await chrome.alarms.create(name, { when });
  else await chrome.alarms.clear(name);
}

export function runs(review: ReviewSession | null, now: number): review is ReviewSession {
  return review !== null && review.startsAt <= now && now < review.endsAt;
}
