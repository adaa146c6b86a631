/** The review's time, quiet while it runs, kind when it ends; and the buttons that concern the whole review. */
import { useEffect, useState } from "preact/hooks";
import type { ReviewSession } from "../native/protocol";
import { t, tCount } from "../ui/i18n";
import { Key } from "./help";
import { minutesGiven, minutesLeft, minutesOf, type Timer } from "./timer";
import type { ReviewTimer } from "./use-timer";

export interface TimerBarProps {
  time: ReviewTimer;
  review: ReviewSession | null;
  /** There is nothing to give time to. */
  isIdle: boolean;
  onFinish(): void;
  onHelp(): void;
}

export function TimerBar({ time, review, isIdle, onFinish, onHelp }: TimerBarProps) {
  const { timer } = time;
  const over = timer.state === "over";
  return (
    <section class="timer-bar" aria-label={t("review_timer")} data-timer={timer.state}>
      {timer.state === "running" && <MinutesLeft timer={timer} />}
      {/* Always there, so that its words are read out when they come. */}
      <output class="timer-over">{over && tCount("review_timer_over", minutesGiven(timer))}</output>
      <div class="actions">
        {!isIdle && (timer.state === "none" || timer.state === "dismissed") && (
          <StartButton minutes={minutesOf(review)} onStart={time.start} />
        )}
        {(timer.state === "running" || over) && (
          <button type="button" class="button" data-action="more" onClick={time.extend}>
            {t("review_timer_more")}
          </button>
        )}
        {over && (
          <button type="button" class="button" data-action="dismiss" onClick={time.dismiss}>
            {t("review_timer_dismiss")}
          </button>
        )}
        {(!isIdle || timer.state !== "none") && (
          <button
            type="button"
            class={over ? "button button-main" : "button"}
            data-action="finish"
            onClick={onFinish}
          >
            {t("review_finish")}
          </button>
        )}
        <button type="button" class="button button-quiet" data-action="help" onClick={onHelp}>
          {t("review_help")} <Key name="?" />
        </button>
      </div>
    </section>
  );
}

/** A timer's own role: readers tell it when asked, and not at every minute. */
function MinutesLeft({ timer }: { timer: Extract<Timer, { startedAt: number }> }) {
  const [left, setLeft] = useState(() => minutesLeft(timer, Date.now()));
  useEffect(() => {
    const look = () => setLeft(minutesLeft(timer, Date.now()));
    look();
    const every = setInterval(look, 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(every);
      document.removeEventListener("visibilitychange", look);
    };
  }, [timer]);
  return (
    <p role="timer" class="timer-left" data-minutes={left}>
      {tCount("review_timer_left", left)}
    </p>
  );
}

function StartButton({ minutes, onStart }: { minutes: number; onStart(): void }) {
  return (
    <button type="button" class="button" data-action="start" onClick={onStart}>
      {tCount("review_timer_start", minutes)}
    </button>
  );
}
