import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from './button.tsx';
import styles from './menu.module.css';

interface IconMenuProps {
  readonly icon: LucideIcon;
  /** The name of the button, and of its menu. */
  readonly label: string;
  readonly isDisabled?: boolean;
  /** `MenuEntry`s. */
  readonly children: ReactNode;
}

/** A button with a picture on it that opens a menu. */
export function IconMenu({ icon, label, isDisabled = false, children }: IconMenuProps) {
  return (
    <MenuTrigger>
      <IconButton icon={icon} label={label} isDisabled={isDisabled} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <Menu className={styles.menu ?? ''}>{children}</Menu>
      </Popover>
    </MenuTrigger>
  );
}
