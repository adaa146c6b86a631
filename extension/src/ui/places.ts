/** Where our pages lead, and what they may look at. */
export const invitationsUrl = "https://www.linkedin.com/mynetwork/invitation-manager/received/";
export const linkedInOrigin = "https://www.linkedin.com/*";

export function openWelcome(): Promise<unknown> {
  return chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
}

export function openSettings(): Promise<void> {
  return chrome.runtime.openOptionsPage();
}

export function extensionVersion(): string {
  return chrome.runtime.getManifest().version;
}
