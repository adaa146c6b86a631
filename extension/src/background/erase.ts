/**
 * Erases everything that SuperLink remembers, the host's part first: if that fails nothing is erased, so that the
 * person is never told that all is gone while most of it is still there.
 */
import { drain } from "./changes";
import { client, outbox } from "./host";
import { showIcon } from "./icon";
import { forgetPrefs, setConsent } from "./kept";
import { quieten } from "./review-time";
import { tellPages } from "./speak";
import { forgetWeek } from "./week";

export async function eraseAll(): Promise<{ erased: boolean }> {
  await drain().catch(() => undefined); // what is on its way must not arrive afterwards
  const { erased } = await client.call("data.erase", {});
  await setConsent({ given: false }); // from now on no decision is taken
  await outbox.count(); // those that were being put away are
  await chrome.storage.local.remove(["outbox", "consent"]);
  await forgetPrefs();
  await forgetWeek();
  await quieten();
  await showIcon();
  await tellPages("plan.changed", {});
  return { erased };
}
