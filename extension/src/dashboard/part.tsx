/** The pieces that the parts of the dashboard share. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Agreement } from "../native/protocol";
import { formatNumber, t } from "../ui/i18n";
import { shareWords, timesWords } from "./figures";

export function Part(props: { id: string; title: string; hint: string; children: ComponentChildren }) {
  const { id, title, hint, children } = props;
  return (
    <section class="card part" id={id} aria-labelledby={`${id}-title`}>
      <div class="part-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <p class="hint">{hint}</p>
      </div>
      {children}
    </section>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

export function PartLoading() {
  return (
    <div aria-busy="true">
      <span class="bone bone-short" />
      <span class="bone bone-tall" />
      <span class="unseen">{t("common_loading")}</span>
    </div>
  );
}

export function PartFailed({ code, onRetry }: { code: string; onRetry(): void }) {
  return (
    <div class="notice notice-bad" data-failed={code}>
      <p>{t("dash_part_failed", [code])}</p>
      <div class="actions">
        <button type="button" class="button" data-action="again" onClick={onRetry}>
          {t("common_retry")}
        </button>
      </div>
    </div>
  );
}

/** The first few of a list, and a button for the rest. */
export function useShortened<T>(all: readonly T[], few: number) {
  const [whole, setWhole] = useState(false);
  const more =
    all.length > few && !whole ? (
      <button
        type="button"
        class="button button-quiet more"
        data-action="more"
        onClick={() => setWhole(true)}
      >
        {t("dash_more", [formatNumber(all.length)])}
      </button>
    ) : null;
  return { shown: whole ? all : all.slice(0, few), more };
}

interface RatedProps {
  first: string;
  second: string;
  rows: readonly ({ key: string; name: string } & Agreement)[];
}

/** A table of how often something agreed, with a bar beside the words. */
export function Rated({ first, second, rows }: RatedProps) {
  const { shown, more } = useShortened(rows, 8);
  return (
    <>
      <table class="rated">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" colSpan={2}>
              {second}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name, times, of }) => (
            <tr key={key} data-rated={key}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td class="rated-times">{timesWords({ times, of })}</td>
              <td class="rated-share">
                <span class="meter" aria-hidden="true">
                  <span style={{ inlineSize: `${of > 0 ? Math.round((100 * times) / of) : 0}%` }} />
                </span>
                <span class="share">{shareWords({ times, of })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}
