/**
 * What a person can have done from the review page: show an invitation on LinkedIn, put it aside or bring it back,
 * correct a reason, and undo the last of these. Nothing here decides an invitation.
 */
import { useCallback, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import type { CorrectionRequest, Invitation } from "../native/protocol";
import { t } from "../ui/i18n";
import { isolate } from "../ui/plan-words";
import { useCorrections } from "../ui/use-corrections";
import type { Saying } from "./use-said";

type Who = Pick<Invitation, "id" | "name">;
/** How the last thing done is taken back. */
type Undo = () => Promise<void>;

export interface Acts {
  corrections: ReturnType<typeof useCorrections>["held"];
  /** How many corrections made in this review hold still. */
  corrected: number;
  /** The invitation that LinkedIn's page did not show when asked to; null if none. */
  notFound: string | null;
  reveal(who: Who): void;
  setAside(who: Who, aside: boolean): void;
  correct(request: CorrectionRequest, said: string): void;
  undo(): void;
}

/** `onAside` is told of each invitation that was put aside or brought back, before the plan tells so. */
export function useActs(
  saying: Saying,
  again: () => void,
  onAside: (id: string, aside: boolean) => void,
): Acts {
  const undos = useRef<Undo[]>([]);
  const later = useCallback((undo: Undo) => void undos.current.push(undo), []);
  const { notFound, reveal, found } = useReveal(saying);
  const { held, corrected, correct } = useCorrecting(saying, again, later);
  const { say } = saying;

  const setAside = async ({ id, name }: Who, aside: boolean, undoable = true) => {
    const reply = await ask("invitations.setAside", { id, aside });
    if (!reply.ok) return say(t("correct_failed"));
    found();
    if (undoable) later(() => setAside({ id, name }, !aside, false));
    onAside(id, aside);
    again();
    say(t(aside ? "review_aside_done" : "review_back_done", [isolate(name)]), undoable ? "undo" : undefined);
  };
  const undo = () => {
    const last = undos.current.pop();
    if (last) void last();
    else say(t("review_undo_none"));
  };
  return {
    corrections: held,
    corrected,
    notFound,
    reveal,
    setAside: (who, aside) => void setAside(who, aside),
    correct,
    undo,
  };
}

function useReveal({ say }: Saying) {
  const [notFound, setNotFound] = useState<string | null>(null);
  const reveal = async ({ id, name }: Who) => {
    const reply = await ask("page.reveal", { invitationId: id });
    const isFound = reply.ok && reply.value.found;
    setNotFound(reply.ok && !isFound ? id : null);
    if (isFound) say(t("review_opened", [isolate(name)]));
    else if (reply.ok) say(t("review_not_found"), "quiet");
    else say(t("review_open_failed"));
  };
  return { notFound, reveal: (who: Who) => void reveal(who), found: () => setNotFound(null) };
}

function useCorrecting({ say }: Saying, again: () => void, later: (undo: Undo) => void) {
  const { held, correct } = useCorrections(true);
  const made = useRef(new Set<string>());
  const [corrected, setCorrected] = useState(0);
  const correctOne = async (request: CorrectionRequest, said: string, undoable = true) => {
    if (!(await correct(request))) return say(t("correct_failed"));
    const { code, correction, invitationId } = request;
    const key = `${code} ${invitationId ?? ""}`;
    const takesBack = correction === "none";
    if (takesBack) made.current.delete(key);
    else made.current.add(key);
    setCorrected(made.current.size);
    const back: CorrectionRequest = { code, correction: "none", invitationId };
    const canUndo = undoable && !takesBack;
    if (canUndo) later(() => correctOne(back, t("correct_undone"), false));
    again();
    say(said, canUndo ? "undo" : undefined);
  };
  return {
    held,
    corrected,
    correct: (request: CorrectionRequest, said: string) => void correctOne(request, said),
  };
}
