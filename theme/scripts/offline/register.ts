/** The service worker, where a browser has them: over https and on one's own machine, never from disk. */
import type { Ask } from "./messages.ts";

const OWN = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

export function keepWhatIsRead(page: Document): void {
  if (!window.isSecureContext || !page.location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
  window.addEventListener("load", () => void register().catch(() => undefined));
}

async function register(): Promise<void> {
  const first = navigator.serviceWorker.controller === null;
  await navigator.serviceWorker.register(new URL("../../sw.js", OWN).href);
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  const ask: Ask = { do: "read", urls: first ? [location.href, ...loaded] : [] };
  active?.postMessage(ask);
}
