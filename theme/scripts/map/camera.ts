/** What of the plane is seen: `screen = plane * scale + (x, y)`. Values, each move giving a new one. */
import { type Box, HEIGHT, type Point, WIDTH } from "./plane.ts";

export interface Camera {
  /** Of the picture (CSS pixels). */
  readonly width: number;
  readonly height: number;
  /** Pixels a unit of the plane. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The world is never drawn wider than this many pixels: the outlines are not made for more. */
const WIDEST = 60_000;
/** Of the picture's sides, what stays free around what is fitted. */
const MARGIN = 0.12;
/** Pixels around a point that its dot may take. */
const DOT = 24;
/** Of the picture's height, what the world fills at least at first. */
const FILLED = 0.75;
const MUCH = 0.45;

/** The whole world, or in a narrow picture the middle of it. */
export function whole(width: number, height: number): Camera {
  return centred({ width, height, scale: FILLED * (height / HEIGHT), x: 0, y: 0 }, { x: WIDTH / 2, y: 0.44 * HEIGHT });
}

/** A camera on all of the points, on no less than some country, and on the whole world where they reach over much of it. */
export function fitted(points: readonly Point[], width: number, height: number): Camera {
  if (points.length === 0) return whole(width, height);
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  if (box.right - box.left > MUCH * WIDTH) return whole(width, height);
  const free = 1 - 2 * MARGIN;
  const scale = Math.min((width * free) / Math.max(1, box.right - box.left), (height * free) / Math.max(1, box.bottom - box.top), 10_000 / WIDTH);
  return centred({ width, height, scale, x: 0, y: 0 }, { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
}

/** Whether the picture's side would cut the dot of a point. */
export function cut(camera: Camera, point: Point): boolean {
  const { x, y } = screen(camera, point);
  return Math.abs(Math.min(x, y, camera.width - x, camera.height - y)) < DOT;
}

/** The same camera with a point in its middle. */
export function centred(camera: Camera, { x, y }: Point): Camera {
  const { scale } = held(camera);
  return held({ ...camera, scale, x: camera.width / 2 - x * scale, y: camera.height / 2 - y * scale });
}

export function moved(camera: Camera, dx: number, dy: number): Camera {
  return held({ ...camera, x: camera.x + dx, y: camera.y + dy });
}

/** Larger by a factor, about a point of the picture (its middle unless told). */
export function zoomed(camera: Camera, factor: number, about: Point = { x: camera.width / 2, y: camera.height / 2 }): Camera {
  const { scale } = held({ ...camera, scale: camera.scale * factor });
  const real = scale / camera.scale;
  return held({ ...camera, scale, x: about.x - (about.x - camera.x) * real, y: about.y - (about.y - camera.y) * real });
}

/** The same middle and scale in a picture of another size. */
export function resized(camera: Camera, width: number, height: number): Camera {
  return held({ ...camera, width, height, x: camera.x + (width - camera.width) / 2, y: camera.y + (height - camera.height) / 2 });
}

/** Between two cameras: the first at 0, the second at 1. */
export function between(one: Camera, other: Camera, at: number): Camera {
  const scale = one.scale * (other.scale / one.scale) ** at;
  const [from, to] = [middle(one), middle(other)];
  // The middle moves as fast as the eye sees it, not as the plane counts it.
  const part = other.scale === one.scale ? at : (1 / one.scale - 1 / scale) / (1 / one.scale - 1 / other.scale);
  return centred({ ...other, scale }, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
}

export function screen(camera: Camera, { x, y }: Point): Point {
  return { x: x * camera.scale + camera.x, y: y * camera.scale + camera.y };
}

/** What is seen, and `beyond` pixels around it. */
export function seen({ width, height, scale, x, y }: Camera, beyond = 0): Box {
  return { left: (-beyond - x) / scale, top: (-beyond - y) / scale, right: (width + beyond - x) / scale, bottom: (height + beyond - y) / scale };
}

function middle(camera: Camera): Point {
  return { x: (camera.width / 2 - camera.x) / camera.scale, y: (camera.height / 2 - camera.y) / camera.scale };
}

/** Neither smaller than the world nor larger than the outlines bear, and never beside the world. */
function held(camera: Camera): Camera {
  const { width, height } = camera;
  const scale = Math.min(WIDEST / WIDTH, Math.max(Math.min(width / WIDTH, height / HEIGHT), camera.scale));
  return { width, height, scale, x: kept(camera.x, width, WIDTH * scale), y: kept(camera.y, height, HEIGHT * scale) };
}

function kept(at: number, room: number, size: number): number {
  return size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at));
}
