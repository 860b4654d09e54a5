/** The service worker, where a browser has them: over https and on one's own machine, never from disk. */
import type { Ask } from "./messages.ts";

const OWN = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

export function keepWhatIsRead(page: Document): void {
  if (!window.isSecureContext || !page.location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
  window.addEventListener("load", () => void register().catch(() => undefined));
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  const first = serviceWorker.controller === null;
  const tell = (worker: ServiceWorker | null, urls: readonly string[]): void => worker?.postMessage({ do: "read", urls } satisfies Ask);
  // the worker of another build goes on with what the last one kept
  serviceWorker.addEventListener("controllerchange", () => tell(serviceWorker.controller, []));
  await serviceWorker.register(new URL("../../sw.js", OWN).href);
  const { active } = await serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  tell(active, first ? [location.href, ...loaded] : []);
}
