/**
 * Where the person is within LinkedIn, which changes pages without loading them. The page is not patched (its own
 * scripts could see that, and a content script's world is another one): the browser tells, where it knows the
 * Navigation API; elsewhere the address is looked at once a second while the page is visible.
 */

/** How long a change may go unnoticed where the browser does not tell, in milliseconds. */
const interval = 1_000;

interface NavigationEvents {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

/** Calls `onChange` with the new address whenever it differs from the last one; not for the first. */
export function watchAddress(window: Window, onChange: (url: string) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let last = window.location.href;
  const look = () => {
    const url = window.location.href;
    if (signal.aborted || url === last) return;
    last = url;
    onChange(url);
  };
  window.addEventListener("popstate", look, { signal });
  window.addEventListener("hashchange", look, { signal });
  window.document.addEventListener("visibilitychange", look, { signal });
  const navigation = (window as { navigation?: NavigationEvents }).navigation;
  if (navigation !== undefined) {
    navigation.addEventListener("currententrychange", look, { signal });
    navigation.addEventListener("navigatesuccess", look, { signal });
    return;
  }
  const timer = window.setInterval(() => {
    if (window.document.visibilityState === "visible") look();
  }, interval);
  signal.addEventListener("abort", () => window.clearInterval(timer), { once: true });
}
