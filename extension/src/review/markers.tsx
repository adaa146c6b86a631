/** What LinkedIn itself shows of a sender (verified, hiring, ...): small tags, nothing where it shows nothing. */
import type { Badge } from "../native/protocol";
import { type MessageKey, t } from "../ui/i18n";

const names: Record<Badge, MessageKey> = {
  verified: "marker_verified",
  premium: "marker_premium",
  "open-to-work": "marker_open_to_work",
  hiring: "marker_hiring",
  "follows-you": "marker_follows_you",
};

export function Markers({ badges }: { badges: readonly Badge[] }) {
  if (badges.length === 0) return null;
  return (
    <ul class="markers" aria-label={t("marker_list")}>
      {badges.map((badge) => (
        <li key={badge} data-marker={badge}>
          {t(names[badge])}
        </li>
      ))}
    </ul>
  );
}
