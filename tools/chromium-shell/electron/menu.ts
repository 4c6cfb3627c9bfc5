import { appImplementation } from './app.ts';
import { createEvent } from './events.ts';
import { ROLE_LABELS, ROLE_SUBMENUS, runRole } from './menu-roles.ts';
import { notImplemented, sealed } from './not-implemented.ts';
import { windowRegistry } from './window-registry.ts';

type Click = (item: MenuItem, window: object | undefined, event: object) => void;

interface ItemOptions {
  id?: string;
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  registerAccelerator?: boolean;
  enabled?: boolean;
  visible?: boolean;
  checked?: boolean;
  submenu?: ItemOptions[] | Menu;
  click?: Click;
  [name: string]: unknown;
}

let lastCommand = 0;

class MenuItem {
  readonly commandId: number;
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  label: string;
  sublabel = '';
  toolTip = '';
  icon: unknown = undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  menu: Menu | undefined;
  click: (event?: object, window?: object, contents?: object) => void;

  constructor(options: ItemOptions) {
    lastCommand += 1;
    this.commandId = lastCommand;
    this.id = options.id;
    this.role = options.role?.toLowerCase();
    this.accelerator = options.accelerator;
    this.label = options.label ?? ROLE_LABELS[this.role ?? ''] ?? options.role ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    const submenu = options.submenu ?? ROLE_SUBMENUS[this.role ?? ''];
    this.submenu = Array.isArray(submenu) ? buildFromTemplate(submenu) : submenu;
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.click = (event, window) => this.onClick(options.click, event, window);
  }

  private onClick(click: Click | undefined, event: object | undefined, window?: object): void {
    if (!this.enabled) return;
    const target = window ?? windowRegistry.focused();
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checkRadio();
    if (click) click(this, target, event ?? createEvent());
    else if (this.role) runRole(this.role, target, appImplementation);
  }

  private checkRadio(): void {
    for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = false;
    this.checked = true;
  }
}

class Menu {
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    item.menu = this;
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): never {
    throw notImplemented('Menu.popup');
  }

  closePopup(): void {}

  static buildFromTemplate = buildFromTemplate;

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
}

let applicationMenu: Menu | null = null;

function buildFromTemplate(template: (ItemOptions | MenuItem)[]): Menu {
  if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: must be an array');
  const menu = new Menu();
  for (const options of template) {
    menu.append(options instanceof MenuItem ? options : new MenuItem(options));
  }
  return menu;
}

const sealedMenu = sealed('Menu', Menu);

export { MenuItem, sealedMenu as Menu };
