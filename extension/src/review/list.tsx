/**
 * The queue by places. One row of it is in the keyboard's order, the one in focus; keys move from row to row. A press
 * on a row goes to its invitation.
 */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Place, PlanItem } from "../native/protocol";
import { formatNumber, locale, t } from "../ui/i18n";
import { VerdictMark } from "../ui/judgement";
import { placeName } from "../ui/plan-words";
import { mainReason } from "../ui/reason-words";
import { foldedPlaces, type Group } from "./queue";

import type { Current } from "./use-current";
import type { Switches } from "./use-review";

export interface QueueProps {
  groups: readonly Group[];
  current: Current;
  opened: Switches<Place>;
}

export function Queue({ groups, current, opened }: QueueProps) {
  const { id, visible, select } = current;
  const reachable = id !== null && visible.includes(id) ? id : visible[0];
  return (
    <section class="card queue" aria-labelledby="queue" data-area="list">
      <h2 id="queue">{t("review_queue")}</h2>
      {groups[0]?.place !== "planned" && <p class="small">{t("review_none_planned")}</p>}
      {groups.map((group) => (
        <Fold key={group.place} group={group} opened={opened}>
          <ul>
            {group.items.map((item) => (
              <Kept
                key={item.invitation.id}
                item={item}
                isCurrent={item.invitation.id === id}
                isReachable={item.invitation.id === reachable}
                select={select}
              />
            ))}
          </ul>
        </Fold>
      ))}
    </section>
  );
}

function Fold({
  group,
  opened,
  children,
}: {
  group: Group;
  opened: Switches<Place>;
  children: ComponentChildren;
}) {
  const { place } = group;
  const heading = (
    <h3 id={`place-${place}`}>
      {placeName(place)} <span class="count">{formatNumber(group.count)}</span>
    </h3>
  );
  if (!foldedPlaces.has(place)) {
    return (
      <section aria-labelledby={`place-${place}`} data-place={place}>
        {heading}
        {children}
      </section>
    );
  }
  const isOpen = opened.on.has(place);
  return (
    <details
      data-place={place}
      open={isOpen}
      onToggle={({ currentTarget }) => opened.set(place, currentTarget.open)}
    >
      <summary>{heading}</summary>
      {isOpen && children}
    </details>
  );
}

interface RowProps {
  item: PlanItem;
  isCurrent: boolean;
  isReachable: boolean;
  select: Current["select"];
}

/** A step changes two rows: the hundreds of others are not made anew, unless the language of all words is another. */
function Kept({ item, isCurrent, isReachable, select }: RowProps) {
  const language = locale();
  return useMemo(
    () => <Row key={language} item={item} isCurrent={isCurrent} isReachable={isReachable} select={select} />,
    [item, isCurrent, isReachable, select, language],
  );
}

function Row({ item: { invitation, judgement }, isCurrent, isReachable, select }: RowProps) {
  return (
    <li>
      <button
        type="button"
        class="row"
        data-row={invitation.id}
        aria-current={isCurrent ? "true" : undefined}
        tabIndex={isReachable ? 0 : -1}
        onClick={() => select(invitation.id, "card")}
      >
        <span class="row-name">
          <bdi>{invitation.name}</bdi>
        </span>
        <VerdictMark verdict={judgement.verdict} />
        <span class="row-why small">
          <bdi>{invitation.subject ?? mainReason(judgement)}</bdi>
        </span>
      </button>
    </li>
  );
}
