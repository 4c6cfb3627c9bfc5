/** An event as Electron's listeners get it: its details, and `preventDefault`. */
export type ShellEvent<T extends object = object> = T & {
  defaultPrevented: boolean;
  preventDefault(): void;
};

export function createEvent<T extends object>(details?: T): ShellEvent<T> {
  const event = {
    ...(details as T),
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
