/** Keeping the whole archive for reading offline: how much it is, how far it is, and a way to stop. */
import { h } from "../search/view.ts";
import { number, t } from "../words/words.ts";
import type { Answer, Ask } from "./messages.ts";

const MEGABYTE = 1_000_000;

export async function offlinePanel(place: Element): Promise<void> {
  if (!window.isSecureContext || !location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.ready;
  const status = h("p", { role: "status" });
  const bar = h("progress", { "aria-label": t("Kept for reading offline"), hidden: true });
  const keep = button(t("Keep the whole archive for reading offline"));
  const stop = button(t("Stop"));
  const forget = button(t("Remove it from this device"));
  place.append(h("section", { class: "offline" }, h("h2", {}, t("Read offline")), status, bar, h("p", { class: "cite-files" }, keep, stop, forget)));
  let stopped = true;
  const paint = (answer: Answer): void => {
    const whole = answer.kept >= answer.files && answer.files > 0;
    status.textContent = answer.error !== undefined ? t("The archive could not be reached. What is kept stays.") : told(answer, whole);
    bar.max = Math.max(1, answer.files);
    bar.value = answer.kept;
    bar.hidden = stopped;
    keep.hidden = !stopped || whole;
    stop.hidden = stopped;
    forget.hidden = !stopped || answer.kept === 0;
  };
  const ask = async (what: Ask): Promise<Answer> => {
    const answer = await asked(registration, what);
    if (answer.error !== undefined) stopped = true;
    paint(answer);
    return answer;
  };
  keep.addEventListener("click", () => {
    stopped = false;
    void navigator.storage?.persist?.();
    void (async () => {
      let answer = await ask({ do: "keep" });
      while (!stopped && answer.kept < answer.files) answer = await ask({ do: "keep" });
      stopped = true;
      if (answer.error === undefined) await ask({ do: "look" });
    })();
  });
  stop.addEventListener("click", () => (stopped = true));
  forget.addEventListener("click", () => void ask({ do: "forget" }));
  await ask({ do: "look" });
}

function told({ files, bytes, kept }: Answer, whole: boolean): string {
  const size = { files: number(files), size: number(Math.ceil(bytes / MEGABYTE)) };
  if (whole) return t("The whole archive is kept on this device: %(files)s files, %(size)s MB.", size);
  if (kept === 0) return t("Pages that you read are kept on this device. The whole archive is %(files)s files, %(size)s MB.", size);
  return t("%(kept)s of %(files)s files are kept; all of them are %(size)s MB.", { ...size, kept: number(kept) });
}

function button(words: string): HTMLButtonElement {
  return h("button", { type: "button", class: "button", hidden: true }, words);
}

/** Asks the worker of now: after another build it is another one. */
function asked({ active }: ServiceWorkerRegistration, what: Ask): Promise<Answer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<Answer>) => resolve(event.data);
    active?.postMessage(what, [port2]);
  });
}
