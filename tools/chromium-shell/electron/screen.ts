import { EventEmitter } from 'node:events';
import { runtime } from '../host/runtime.ts';
import { sealed } from './not-implemented.ts';
import type { Rectangle } from './window-bounds.ts';

interface Display {
  id: number;
  bounds: Rectangle;
  workArea: Rectangle;
  size: { width: number; height: number };
  workAreaSize: { width: number; height: number };
  scaleFactor: number;
  rotation: number;
  internal: boolean;
  label: string;
  colorDepth: number;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function distance({ x, y, width, height }: Rectangle, point: { x: number; y: number }): number {
  const dx = Math.max(x - point.x, 0, point.x - (x + width));
  const dy = Math.max(y - point.y, 0, point.y - (y + height));
  return Math.hypot(dx, dy);
}

class Screen extends EventEmitter {
  getAllDisplays(): Display[] {
    return runtime.browser.screens.map((info) => ({
      id: Number(info.id),
      bounds: { x: info.left, y: info.top, width: info.width, height: info.height },
      workArea: {
        x: info.availLeft,
        y: info.availTop,
        width: info.availWidth,
        height: info.availHeight,
      },
      size: { width: info.width, height: info.height },
      workAreaSize: { width: info.availWidth, height: info.availHeight },
      scaleFactor: info.devicePixelRatio,
      rotation: info.orientation.angle,
      internal: info.isInternal,
      label: info.label,
      colorDepth: info.colorDepth,
    }));
  }

  getPrimaryDisplay(): Display {
    const index = runtime.browser.screens.findIndex((info) => info.isPrimary);
    const display = this.getAllDisplays()[Math.max(0, index)];
    if (!display) throw new Error('There is no display');
    return display;
  }

  getDisplayMatching(rectangle: Rectangle): Display {
    return this.best((display) => overlap(display.bounds, rectangle));
  }

  getDisplayNearestPoint(point: { x: number; y: number }): Display {
    return this.best((display) => -distance(display.bounds, point));
  }

  private best(score: (display: Display) => number): Display {
    return this.getAllDisplays().reduce(
      (best, display) => (score(display) > score(best) ? display : best),
      this.getPrimaryDisplay(),
    );
  }
}

export const screen = sealed('screen', new Screen());
