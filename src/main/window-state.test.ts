import { describe, expect, test } from 'vitest';
import { placeWindow, SMALLEST_WINDOW, USUAL_WINDOW, windowStateSchema } from './window-state.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 2560, height: 1440 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  isMaximized: false,
});

describe('placeWindow', () => {
  test('opens where the window was, on any display', () => {
    expect(placeWindow(at(100, 50), [screen])).toEqual(at(100, 50).bounds);
    expect(placeWindow(at(2500, 10), [screen, second])).toEqual(at(2500, 10).bounds);
    expect(placeWindow(at(-800, 50), [screen])).toEqual(at(-800, 50).bounds);
  });

  test.each([
    ['the display is gone', at(2500, 10)],
    ['it is left of all displays', at(-990, 50)],
    ['it is right of all displays', at(1850, 50)],
    ['it is below', at(100, 1070)],
    ['its title bar is above', at(100, -100)],
  ])('opens as at first when %s', (_, state) => {
    expect(placeWindow(state, [screen])).toEqual(USUAL_WINDOW);
  });

  test('opens as at first when nothing is remembered', () => {
    expect(placeWindow(undefined, [screen])).toEqual(USUAL_WINDOW);
  });

  test('is never smaller than it can be used', () => {
    expect(placeWindow(at(0, 25, 10, 10), [screen])).toMatchObject(SMALLEST_WINDOW);
  });
});

test.each([
  {},
  { bounds: { x: 0, y: 0, width: 10 }, isMaximized: true },
  { bounds: { x: 0.5, y: 0, width: 10, height: 10 }, isMaximized: true },
  { bounds: { x: 0, y: 0, width: -10, height: 10 }, isMaximized: true },
  { bounds: { x: 1e30, y: 0, width: 10, height: 10 }, isMaximized: true },
  { bounds: { x: 0, y: 0, width: 10, height: 10 }, isMaximized: 'yes' },
])('%j is no window state', (value) => {
  expect(windowStateSchema.safeParse(value).success).toBe(false);
});
