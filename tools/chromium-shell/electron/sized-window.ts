import { EventEmitter } from 'node:events';
import { createEvent } from './events.ts';
import { refuseUnknownEvents } from './known-events.ts';
import { type Rectangle, WindowBounds } from './window-bounds.ts';

const STATE_EVENTS: Record<string, string> = {
  maximized: 'maximize',
  minimized: 'minimize',
  fullscreen: 'enter-full-screen',
};

const LEAVING_EVENTS: Record<string, string> = {
  maximized: 'unmaximize',
  minimized: 'restore',
  fullscreen: 'leave-full-screen',
};

const EVENTS = [
  ...Object.values(STATE_EVENTS),
  ...Object.values(LEAVING_EVENTS),
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'resize',
  'move',
  'page-title-updated',
];

/** The part of BrowserWindow that is about its place, size and state. */
export class SizedWindow extends EventEmitter {
  protected readonly bounds: WindowBounds;

  constructor(bounds: Rectangle) {
    super();
    refuseUnknownEvents(this, 'BrowserWindow', EVENTS);
    this.bounds = new WindowBounds(bounds);
    this.bounds.on('resize', () => this.emit('resize', createEvent()));
    this.bounds.on('move', () => this.emit('move', createEvent()));
    this.bounds.on('state', (state: string, before: string) => {
      this.emit(STATE_EVENTS[state] ?? LEAVING_EVENTS[before] ?? 'restore', createEvent());
    });
  }

  minimize(): void {
    this.bounds.setState('minimized');
  }

  isMinimized(): boolean {
    return this.bounds.state === 'minimized';
  }

  restore(): void {
    this.bounds.setState('normal');
  }

  maximize(): void {
    this.bounds.setState('maximized');
  }

  unmaximize(): void {
    if (this.isMaximized()) this.bounds.setState('normal');
  }

  isMaximized(): boolean {
    return this.bounds.state === 'maximized';
  }

  setFullScreen(on: boolean): void {
    this.bounds.setState(on ? 'fullscreen' : 'normal');
  }

  isFullScreen(): boolean {
    return this.bounds.state === 'fullscreen';
  }

  getBounds(): Rectangle {
    return this.bounds.get();
  }

  getNormalBounds(): Rectangle {
    return this.bounds.getNormal();
  }

  getContentBounds(): Rectangle {
    return this.bounds.get();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds.set(bounds);
  }

  setContentBounds(bounds: Partial<Rectangle>): void {
    this.bounds.set(bounds);
  }

  getSize(): [number, number] {
    const { width, height } = this.bounds.get();
    return [width, height];
  }

  setSize(width: number, height: number): void {
    this.bounds.set({ width, height });
  }

  getContentSize(): [number, number] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getPosition(): [number, number] {
    const { x, y } = this.bounds.get();
    return [x, y];
  }

  setPosition(x: number, y: number): void {
    this.bounds.set({ x, y });
  }

  setMinimumSize(width: number, height: number): void {
    this.bounds.setMinimum(width, height);
  }

  getMinimumSize(): [number, number] {
    return this.bounds.getMinimum();
  }
}
