/** Instead of an invitation: nothing is known yet, or all is done. */
import { t } from "../ui/i18n";
import { invitationsUrl } from "../ui/places";

/** `isKnown`: invitations are there, but folded away. */
export function EmptyQueue({ isKnown, isDone }: { isKnown: boolean; isDone: boolean }) {
  const done = isKnown || isDone;
  return (
    <section class="card focus empty" data-area="card" data-empty={done ? "done" : "unknown"}>
      <h2 tabIndex={-1}>{t(done ? "review_done_title" : "review_empty_title")}</h2>
      <p>{t(done ? "review_done_text" : "review_empty_text")}</p>
      {!isKnown && (
        <div class="actions">
          <a
            class={done ? "button" : "button button-main"}
            href={invitationsUrl}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t("common_open_invitations")}
          </a>
        </div>
      )}
    </section>
  );
}
