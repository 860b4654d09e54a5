/** What hands do to the map: drag, wheel, pinch, buttons and keys. */
import { type Camera, moved, zoomed } from "./camera.ts";
import type { Point } from "./plane.ts";

/** By how much a button or a key enlarges, and moves (of the picture's smaller side). */
const STEP = 1.6;
const PAN = 0.2;
/** Pixels that a pointer may move and still click. */
const STILL = 4;

export interface Hands {
  /** The camera as it is. */
  now(): Camera;
  /** Show another at once. */
  set(camera: Camera): void;
  /** Move to another. */
  go(camera: Camera): void;
}

export function gestures(map: SVGSVGElement, hands: Hands): void {
  wheel(map, hands);
  pointers(map, hands);
  map.addEventListener("keydown", (event) => {
    const camera = onKey(event, hands.now());
    if (camera === null) return;
    event.preventDefault();
    hands.go(camera);
  });
}

export function larger(camera: Camera): Camera {
  return zoomed(camera, STEP);
}

export function smaller(camera: Camera): Camera {
  return zoomed(camera, 1 / STEP);
}

function onKey(event: KeyboardEvent, camera: Camera): Camera | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const step = PAN * Math.min(camera.width, camera.height);
  switch (event.key) {
    case "ArrowLeft":
      return moved(camera, step, 0);
    case "ArrowRight":
      return moved(camera, -step, 0);
    case "ArrowUp":
      return moved(camera, 0, step);
    case "ArrowDown":
      return moved(camera, 0, -step);
    case "+":
    case "=":
      return larger(camera);
    case "-":
      return smaller(camera);
    default:
      return null;
  }
}

function wheel(map: SVGSVGElement, hands: Hands): void {
  map.addEventListener(
    "wheel",
    (event) => {
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      const next = zoomed(hands.now(), 2 ** (-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), within(map, event));
      // At its smallest the map lets the page scroll.
      if (next.scale === hands.now().scale) return;
      event.preventDefault();
      hands.set(next);
    },
    { passive: false },
  );
}

function pointers(map: SVGSVGElement, hands: Hands): void {
  const down = new Map<number, Point>();
  let way = 0;
  map.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (down.size === 0) way = 0;
    down.set(event.pointerId, within(map, event));
  });
  map.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    const at = within(map, event);
    way += Math.hypot(at.x - before.x, at.y - before.y);
    if (way <= STILL) return;
    map.setPointerCapture(event.pointerId);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, at);
    hands.set(other === undefined ? moved(hands.now(), at.x - before.x, at.y - before.y) : pinched(hands.now(), before, at, other));
  });
  for (const type of ["pointerup", "pointercancel"]) map.addEventListener(type, (event) => down.delete((event as PointerEvent).pointerId));
  // What was dragged is not clicked.
  map.addEventListener("click", (event) => {
    if (way > STILL) {
      event.preventDefault();
      event.stopPropagation();
    }
    way = 0;
  }, true);
  map.addEventListener("dragstart", (event) => event.preventDefault());
}

/** One of two fingers has moved. */
function pinched(camera: Camera, before: Point, at: Point, other: Point): Camera {
  const apart = (point: Point): number => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
  const about = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
  return moved(zoomed(camera, apart(at) / apart(before), about), (at.x - before.x) / 2, (at.y - before.y) / 2);
}

function within(map: Element, event: MouseEvent): Point {
  const { left, top } = map.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
