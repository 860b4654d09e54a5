/**
 * Pages come from the network wherever there is one, as fresh as without this; each is kept as it was last read. The whole
 * archive is kept in a cache beside that, file by file with the prints of `offline.json`: after another build only
 * what changed is fetched again. Two archives on one host do not meet, as the names of their caches have the scope.
 */
import { type List, printOf, printsOf } from "./list.ts";
import type { Answer, Ask } from "./messages.ts";

declare const VERSION: string;

interface Extended extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends Extended {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Asked extends Extended {
  readonly data: Ask;
  readonly ports: readonly MessagePort[];
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", act: (event: Extended) => void): void;
  addEventListener(kind: "fetch", act: (event: Fetched) => void): void;
  addEventListener(kind: "message", act: (event: Asked) => void): void;
}

const worker = self as unknown as Scope;
const ROOT = worker.registration.scope;
const READ = `daybook read ${ROOT}`;
const KEPT = `daybook kept ${ROOT}`;
const LIST = `${ROOT}offline.json`;
/** Stands in the cache once all is kept; its text is the version. */
const WHOLE = `${LIST}?whole`;
const NOTHING: Answer = { files: 0, bytes: 0, kept: 0 };
/** Files fetched for one question, and at a time. */
const BATCH = 48;
const AT_ONCE = 6;

export function serve(): void {
  worker.addEventListener("install", () => void worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const ours = request.method === "GET" && request.url.startsWith(ROOT) && !request.headers.has("range");
    if (ours) event.respondWith(answered(event));
  });
  worker.addEventListener("message", (event) => {
    const work = told(event.data).catch((error: unknown) => ({ ...NOTHING, error: String(error) }));
    event.waitUntil(work.then((answer) => event.ports[0]?.postMessage(answer)));
  });
}

/** The address under which a file is kept: without query, and with the name that a folder stands for. */
function keyOf(url: string): string {
  const plain = url.replace(/[?#].*$/, "");
  return plain.endsWith("/") ? `${plain}index.html` : plain;
}

async function answered(event: Fetched): Promise<Response> {
  const key = keyOf(event.request.url);
  try {
    const response = await fetch(event.request);
    if (response.ok && response.type === "basic") event.waitUntil(read(key, response.clone()));
    return response;
  } catch {
    return (await held(READ, key)) ?? (await held(KEPT, key)) ?? Response.error();
  }
}

async function held(cache: string, key: string): Promise<Response | undefined> {
  return (await caches.has(cache)) ? (await caches.open(cache)).match(key) : undefined;
}

/** A disk that is full costs what would have been kept, and no more. */
async function read(key: string, response: Response): Promise<void> {
  await (await caches.open(READ)).put(key, response).catch(() => undefined);
}

async function told(ask: Ask): Promise<Answer> {
  if (ask.do === "read") {
    const ours = ask.urls.filter((url) => url.startsWith(ROOT));
    await Promise.all(ours.map(async (url) => fetch(url).then((response) => (response.ok ? read(keyOf(url), response) : undefined))));
    await goOn();
    return NOTHING; // nobody waits for it, and the list of a large archive is long
  }
  if (ask.do === "keep") return alone(keep);
  if (ask.do === "forget") await alone(forget);
  return look(await listed());
}

/** What changes the kept archive waits for its turn: several pages may ask, and the worker of the last build may be there yet. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(KEPT, work);
}

async function forget(): Promise<void> {
  open = null;
  await caches.delete(KEPT);
}

/** The list as the site has it now; where it cannot be reached, as it was kept. */
async function listed(): Promise<List> {
  const response = await fetch(LIST, { cache: "no-cache" }).catch(() => held(KEPT, LIST));
  if (response === undefined || !response.ok) throw new Error("the list of files cannot be reached");
  return (await response.json()) as List;
}

async function look(list: List): Promise<Answer> {
  const files = printsOf(list);
  const there = (await caches.has(KEPT)) ? await addresses(await caches.open(KEPT)) : new Set<string>();
  return { files: files.size, bytes: list.bytes, kept: [...files.keys()].filter((address) => there.has(address)).length };
}

async function addresses(cache: Cache): Promise<Set<string>> {
  return new Set((await cache.keys()).map((request) => decodeURI(request.url.slice(ROOT.length))));
}

/** What is still to be fetched of a list. */
interface Begun {
  readonly list: List;
  readonly prints: ReadonlyMap<string, string>;
  readonly left: string[];
}

/** Lost where the browser ends the worker, and then worked out again. */
let open: Begun | null = null;

/** Begins with the list of now: what is kept stays where its print is the same, and goes where it is not. */
async function begin(): Promise<Begun> {
  const list = await listed();
  const cache = await caches.open(KEPT);
  const prints = printsOf(list);
  const old = await cache.match(LIST);
  const before = old === undefined ? new Map<string, string>() : printsOf((await old.json()) as List);
  const there = await addresses(cache);
  for (const address of there) {
    if (before.get(address) !== prints.get(address)) {
      await cache.delete(ROOT + encodeURI(address));
      there.delete(address);
    }
  }
  await cache.put(LIST, new Response(JSON.stringify(list), { headers: { "content-type": "application/json" } }));
  return (open = { list, prints, left: [...prints.keys()].filter((address) => !there.has(address)) });
}

/** Keeps the next few files. One that could not be had is still to be fetched. */
async function keep(): Promise<Answer> {
  const now = open ?? (await begin());
  const cache = await caches.open(KEPT);
  for (let fetched = 0; fetched < BATCH && now.left.length > 0; fetched += AT_ONCE) {
    const some = now.left.slice(0, AT_ONCE);
    const found = await Promise.all(some.map((address) => kept(cache, address, now.prints.get(address) ?? "")));
    if (found.some((one) => one !== "same") && (await listed()).version !== now.list.version) return progress(await begin());
    if (found.includes("none")) throw new Error("a file of the list cannot be reached");
    now.left.splice(0, AT_ONCE);
  }
  if (now.left.length === 0) {
    await caches.delete(READ);
    await cache.put(WHOLE, new Response(now.list.version));
    open = null;
  }
  return progress(now);
}

function progress({ list, prints, left }: Begun): Answer {
  return { files: prints.size, bytes: list.bytes, kept: prints.size - left.length };
}

/** Keeps the file, and says whether it is the one that the list means: not where the site was built anew meanwhile. */
async function kept(cache: Cache, address: string, print: string): Promise<"same" | "other" | "none"> {
  const url = ROOT + encodeURI(address);
  // caches of hosts, too, hold what bears another print under another address
  const response = await fetch(`${url}?${print}`, { cache: "no-store" });
  if (!response.ok) return "none";
  const data = await response.arrayBuffer();
  await cache.put(url, new Response(data, { headers: { "content-type": response.headers.get("content-type") ?? "" } }));
  return (await printOf(data)) === print ? "same" : "other";
}

/** After another build, where all had been kept: what changed. */
async function goOn(): Promise<void> {
  while (!(await alone(upToDate)));
}

/** Keeps the next few files of another build. Whether that was all. */
async function upToDate(): Promise<boolean> {
  const whole = await held(KEPT, WHOLE);
  if (whole === undefined || (await whole.text()) === VERSION) return true;
  const answer = await keep();
  return answer.kept === answer.files;
}
