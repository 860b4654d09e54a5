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
/** Files fetched for one question, and at a time. */
const BATCH = 48;
const AT_ONCE = 6;

export function serve(): void {
  worker.addEventListener("install", () => void worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim().then(goOn)));
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const ours = request.method === "GET" && request.url.startsWith(ROOT) && !request.headers.has("range");
    if (ours) event.respondWith(answered(event));
  });
  worker.addEventListener("message", (event) => {
    const work = told(event.data).catch((error: unknown) => ({ files: 0, bytes: 0, kept: 0, error: String(error) }));
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
  }
  if (ask.do === "forget") await caches.delete(KEPT);
  return ask.do === "keep" ? keep() : look(await listed());
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

/** What is still to be fetched of a list; lost where the browser ends the worker, and then worked out again. */
let open: { readonly list: List; readonly prints: ReadonlyMap<string, string>; readonly left: string[] } | null = null;

/** Begins with the list of now: what is kept stays where its print is the same, and goes where it is not. */
async function begin(): Promise<NonNullable<typeof open>> {
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

/** Keeps the next few files. */
async function keep(): Promise<Answer> {
  const now = open ?? (await begin());
  const cache = await caches.open(KEPT);
  const batch = now.left.splice(0, BATCH);
  while (batch.length > 0) {
    const some = batch.splice(0, AT_ONCE);
    const same = await Promise.all(some.map((address) => kept(cache, address, now.prints.get(address) ?? "")));
    if (same.includes(false) && (await listed()).version !== now.list.version) open = await begin();
  }
  const left = open?.left.length ?? 0;
  if (left === 0) {
    await caches.delete(READ);
    await cache.put(WHOLE, new Response(now.list.version));
    open = null;
  }
  return { files: now.prints.size, bytes: now.list.bytes, kept: now.prints.size - left };
}

/** Whether the file is the one that the list means: not where the site was built anew meanwhile. */
async function kept(cache: Cache, address: string, print: string): Promise<boolean> {
  const url = ROOT + encodeURI(address);
  const response = await fetch(url, { cache: "reload" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const data = await response.arrayBuffer();
  await cache.put(url, new Response(data, { headers: { "content-type": response.headers.get("content-type") ?? "" } }));
  return (await printOf(data)) === print;
}

/** After another build, where all had been kept: what changed. */
async function goOn(): Promise<void> {
  const whole = await held(KEPT, WHOLE);
  if (whole === undefined || (await whole.text()) === VERSION) return;
  let answer: Answer;
  open = null;
  do answer = await keep();
  while (answer.kept < answer.files);
}
