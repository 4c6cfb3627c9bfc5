import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Button,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components';
import buttonStyles from './button.module.css';
import hidden from './hidden.module.css';
import styles from './menu.module.css';

interface MenuButtonProps {
  /** What the button says. */
  readonly name: string;
  /** Told to assistive tools before the name. */
  readonly prefix?: string;
  readonly isDisabled?: boolean;
  /** `MenuItems` and `MenuGroup`s. */
  readonly children: ReactNode;
}

/** A button that opens a menu. */
export function MenuButton({ name, prefix, isDisabled = false, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button
        className={`${buttonStyles.button} ${buttonStyles.outlined} ${styles.trigger}`}
        isDisabled={isDisabled}
      >
        {prefix && <span className={hidden.hidden}>{prefix} </span>}
        <span className={styles.name}>{name}</span>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <AriaMenu className={styles.menu ?? ''}>{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuGroupProps {
  readonly title: string;
  /** Shows the title above the entries; it names them either way. */
  readonly showsTitle?: boolean;
  readonly children: ReactNode;
}

/** Entries that belong together. */
export function MenuGroup({ title, showsTitle = false, children }: MenuGroupProps) {
  return (
    <MenuSection className={styles.group ?? ''} aria-label={title}>
      {showsTitle && <Header className={styles.head ?? ''}>{title}</Header>}
      {children}
    </MenuSection>
  );
}

interface MenuEntryProps {
  readonly id: string;
  readonly name: string;
  /** What it is for, or when it was made. */
  readonly hint?: string;
  readonly isSelected?: boolean;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

export function MenuEntry(props: MenuEntryProps) {
  const { id, name, hint, isSelected, isDanger = false, isDisabled = false, onAction } = props;
  return (
    <MenuItem
      id={id}
      textValue={name}
      className={styles.entry ?? ''}
      data-danger={isDanger || undefined}
      isDisabled={isDisabled}
      onAction={onAction}
    >
      {isSelected !== undefined && (
        <span className={styles.tick} aria-hidden="true">
          {isSelected && <Check size={14} strokeWidth={2.5} />}
        </span>
      )}
      <span className={styles.words}>
        <Text slot="label">{name}</Text>
        {hint && (
          <Text slot="description" className={styles.hint ?? ''}>
            {hint}
          </Text>
        )}
      </span>
    </MenuItem>
  );
}
