/** What a person reads about the host, and what exactly mends it. Pure: state in, words out. */
import type { HostState } from "../messages";
import { t } from "./i18n";

/** The host as a page sees it; "silent" is our own background not answering, which reloading mends. */
export type PageHostState = HostState | { state: "silent" };

/** One thing to do: a sentence, then a command to type in a terminal. */
export interface Step {
  text: string;
  command: string | null;
}

export interface Mend {
  title: string;
  steps: Step[];
  /** The last step is to load the extension again, for which we can offer a button. */
  thenReload: boolean;
}

const quickstart = "installer/quickstart.sh";
const update = "git pull && installer/quickstart.sh --no-demo";
const install = "superlink install";
const doctor = "superlink doctor";

/** null when there is nothing to mend: ready, or not known yet. */
export function mendFor(host: PageHostState, extensionVersion: string): Mend | null {
  switch (host.state) {
    case "ready":
    case "connecting":
      return null;
    case "missing":
      return mend(t("host_missing_title"), [
        { text: t("host_missing_text"), command: quickstart },
        { text: t("host_missing_or"), command: install },
      ]);
    case "forbidden":
      return mend(t("host_forbidden_title"), [
        { text: t("host_forbidden_text"), command: install },
        { text: t("host_forbidden_or"), command: doctor },
      ]);
    case "exited":
      return mend(t("host_exited_title"), [{ text: t("host_exited_text"), command: doctor }]);
    case "mismatch":
      return mismatch(host.update, host.hostVersion, extensionVersion);
    case "silent":
      return mend(t("host_silent_title"), [{ text: t("host_silent_text"), command: null }]);
  }
}

function mismatch(older: "host" | "extension", hostVersion: string, extensionVersion: string): Mend {
  const versions = [hostVersion, extensionVersion];
  return older === "host"
    ? mend(t("host_mismatch_host_title"), [{ text: t("host_mismatch_host_text", versions), command: update }])
    : {
        ...mend(t("host_mismatch_extension_title"), [
          { text: t("host_mismatch_extension_text", versions), command: update },
        ]),
        thenReload: true,
      };
}

function mend(title: string, steps: Step[]): Mend {
  return { title, steps, thenReload: false };
}

/** One short line for the foot of a page. */
export function hostLine(host: PageHostState | null): string {
  if (host === null || host.state === "connecting") return t("host_connecting");
  return host.state === "ready" ? t("host_ready", [host.version]) : t("host_not_ready");
}
