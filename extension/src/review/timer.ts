/**
 * The time that a person gives a review. It is measured by the clock and not by ticks, so a computer that slept does
 * not lengthen it; it ends with a word and locks nothing. Pure: the present comes in as an argument.
 */
import type { ReviewSession } from "../native/protocol";

const minute = 60_000;
export const usualMinutes = 20;
export const moreMinutes = 5;

export type Timer =
  | { state: "none" }
  | { state: "running" | "over"; startedAt: number; endsAt: number }
  /** The person goes on without one; a slot that begins after `since` starts it again. */
  | { state: "dismissed"; since: number };

/** By the slot's own length, which follows the person's energy. */
export function minutesOf(review: ReviewSession | null): number {
  return review?.minutes ?? usualMinutes;
}

export function started(minutes: number, now: number): Timer {
  return { state: "running", startedAt: now, endsAt: now + minutes * minute };
}

/** From now, should it be over already. */
export function extended(timer: Timer, now: number): Timer {
  if (timer.state !== "running" && timer.state !== "over") return timer;
  const endsAt = Math.max(now, timer.endsAt) + moreMinutes * minute;
  return { ...timer, state: "running", endsAt };
}

/** What the passing of time makes of it: a slot that runs starts it, and its end ends it. Else the same object. */
export function advanced(timer: Timer, review: ReviewSession | null, now: number): Timer {
  if (timer.state === "running") return now >= timer.endsAt ? { ...timer, state: "over" } : timer;
  const runs = review !== null && review.startsAt <= now && now < review.endsAt;
  if (!runs || timer.state === "over") return timer;
  if (timer.state === "dismissed" && review.startsAt <= timer.since) return timer;
  return { state: "running", startedAt: review.startsAt, endsAt: review.endsAt };
}

/** When `advanced` may next have something to do; null if never. */
export function nextMoment(timer: Timer, review: ReviewSession | null, now: number): number | null {
  if (timer.state === "running") return timer.endsAt;
  return review !== null && review.startsAt > now ? review.startsAt : null;
}

/** Whole minutes, the begun one among them: 1 until the very end. */
export function minutesLeft(
  { startedAt, endsAt }: { startedAt: number; endsAt: number },
  now: number,
): number {
  return Math.max(0, Math.ceil((endsAt - Math.max(now, startedAt)) / minute));
}

export function minutesGiven({ startedAt, endsAt }: { startedAt: number; endsAt: number }): number {
  return Math.max(1, Math.round((endsAt - startedAt) / minute));
}
