/**
 * What saving would change, told on the invitations that are really waiting. What was last known stays in place while
 * the next answer is awaited, so that nothing jumps under the person's eyes.
 */
import { useState } from "preact/hooks";
import { type Place, type Preview, places } from "../native/protocol";
import { formatNumber, t, tCount } from "../ui/i18n";
import { placeName } from "../ui/plan-words";
import { Section } from "./fields";
import { allIn, changeWords } from "./preview-words";
import type { Previewing } from "./use-preview";

/** Changes that are shown at first; the rest on demand. */
const few = 4;

export function PreviewSection({ previewing, ready }: { previewing: Previewing; ready: boolean }) {
  const { reply, waiting } = previewing;
  const state = !ready ? "away" : reply === null ? "loading" : reply.ok ? "here" : "failed";
  return (
    <div class="preview" data-preview={state} aria-busy={waiting}>
      <Section id="preview" title={t("preview_title")} hint={t("preview_hint")}>
        {state === "away" && <p class="hint">{t("preview_away")}</p>}
        {state === "loading" && <Bones />}
        {ready && reply && !reply.ok && <Failed code={reply.code} again={previewing.again} />}
        {ready && reply?.ok && <Outcome preview={reply.value} />}
      </Section>
    </div>
  );
}

function Bones() {
  return (
    <div>
      <span class="bone bone-short" />
      <span class="bone bone-tall" />
      <span class="bone bone-tall" />
      <span class="unseen">{t("common_loading")}</span>
    </div>
  );
}

function Failed({ code, again }: { code: string; again(): void }) {
  return (
    <>
      <p class="error">{t("preview_failed", [code])}</p>
      <button type="button" class="button" data-action="preview-again" onClick={again}>
        {t("common_retry")}
      </button>
    </>
  );
}

function Outcome({ preview }: { preview: Preview }) {
  const { counts, changed, changes } = preview;
  if (allIn(counts.before) === 0 && allIn(counts.after) === 0) {
    return <p class="empty">{t("preview_none")}</p>;
  }
  return (
    <>
      <output class="preview-sum" data-changed={changed}>
        {changed === 0 ? t("preview_same") : tCount("preview_changed", changed)}
      </output>
      <Counts counts={counts} />
      {changes.length > 0 && <Changes changes={changes} changed={changed} />}
    </>
  );
}

function Counts({ counts }: Pick<Preview, "counts">) {
  const shown = places.filter((place) => counts.before[place] > 0 || counts.after[place] > 0);
  return (
    <table class="counts">
      <caption class="unseen">{t("preview_counts")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("preview_place")}</th>
          <th scope="col">{t("preview_now")}</th>
          <th scope="col">{t("preview_then")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((place) => (
          <CountRow key={place} place={place} before={counts.before[place]} after={counts.after[place]} />
        ))}
      </tbody>
    </table>
  );
}

function CountRow({ place, before, after }: { place: Place; before: number; after: number }) {
  return (
    <tr data-place={place} class={before === after ? "" : "differs"}>
      <th scope="row">{placeName(place)}</th>
      <td>{formatNumber(before)}</td>
      <td>{formatNumber(after)}</td>
    </tr>
  );
}

function Changes({ changes, changed }: Pick<Preview, "changes" | "changed">) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, few);
  const beyond = changed - changes.length;
  return (
    <>
      <ul class="changes">
        {shown.map(({ invitation, before, after }) => (
          <li key={invitation.id}>
            <strong>
              <bdi>{invitation.name}</bdi>
            </strong>
            {invitation.headline !== null && (
              <span class="small headline">
                <bdi>{invitation.headline}</bdi>
              </span>
            )}
            <span class="change">{changeWords(before, after)}</span>
          </li>
        ))}
      </ul>
      {all && beyond > 0 && <p class="small">{tCount("preview_beyond", beyond)}</p>}
      {changes.length > few && (
        <button
          type="button"
          class="button"
          data-action="changes"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("preview_fewer") : t("preview_all", [formatNumber(changes.length)])}
        </button>
      )}
    </>
  );
}
