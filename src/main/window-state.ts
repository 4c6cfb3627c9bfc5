import { z } from 'zod';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});

/** A rectangle on the desktop, in device-independent pixels. */
export type Bounds = z.infer<typeof boundsSchema>;

export const windowStateSchema = z.object({
  /** Of the window when it is neither maximised nor full screen. */
  bounds: boundsSchema,
  isMaximized: z.boolean(),
});

export type WindowState = z.infer<typeof windowStateSchema>;

export const SMALLEST_WINDOW = { width: 900, height: 600 } as const;
export const USUAL_WINDOW = { width: 1280, height: 800 } as const;

/** So much of the title bar must be in sight for a hand to grasp the window by. */
const GRASP = { width: 120, height: 32 } as const;

/** Where to open the window. Without a place the system centres it. */
export type Placement = { width: number; height: number; x?: number; y?: number };

/**
 * Where the window goes: where it was, unless the screen that it was on is gone or has become smaller.
 *
 * Own code rather than a library: `electron-window-state` was last released in 2018, and Electron's own
 * `windowStatePersistence` is experimental and, as of 45, writes only every ten seconds.
 * @param workAreas of all displays
 */
export function placeWindow(
  state: WindowState | undefined,
  workAreas: readonly Bounds[],
): Placement {
  if (!state) return { ...USUAL_WINDOW };
  const { x, y } = state.bounds;
  const width = Math.max(state.bounds.width, SMALLEST_WINDOW.width);
  const height = Math.max(state.bounds.height, SMALLEST_WINDOW.height);
  const isInReach = workAreas.some((area) => canGrasp({ x, y, width, height }, area));
  return isInReach ? { x, y, width, height } : { ...USUAL_WINDOW };
}

/** Whether enough of the window's upper edge lies within the area. */
function canGrasp(window: Bounds, area: Bounds): boolean {
  const left = Math.max(window.x, area.x);
  const right = Math.min(window.x + window.width, area.x + area.width);
  const isTopInside = window.y >= area.y && window.y + GRASP.height <= area.y + area.height;
  return isTopInside && right - left >= GRASP.width;
}
