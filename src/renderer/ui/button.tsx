import type { LucideIcon } from 'lucide-react';
import { type Ref, useState } from 'react';
import {
  Button as AriaButton,
  type ButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './button.module.css';

type Variant = 'quiet' | 'outlined' | 'primary' | 'danger';

/**
 * A button with a word on it. While what it began is pending, it does nothing, and keeps the focus, which it would
 * lose were it disabled. (The library's own pending button announces a progress bar within it, and there is none.)
 */
export function Button({
  variant = 'outlined',
  isPending = false,
  ...props
}: Omit<ButtonProps, 'className'> & { variant?: Variant; ref?: Ref<HTMLButtonElement> }) {
  const className = `${styles.button} ${styles[variant]}`;
  if (!isPending) return <AriaButton {...props} className={className} />;
  const { onPress: _, ...rest } = props;
  return <AriaButton {...rest} className={className} aria-disabled="true" />;
}

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  readonly icon: LucideIcon;
  /** Its name, also shown when the pointer rests on it. */
  readonly label: string;
  /** The key that does the same, as it is written on a keyboard. */
  readonly keys?: string;
  /** For buttons that stay down: whether this one is. */
  readonly isPressed?: boolean;
}

/**
 * A button with a picture on it, named by its tooltip. Disabled while it has the focus, as by what itself has just done,
 * it does nothing, and keeps the focus until that goes elsewhere: or it would be lost.
 */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, isPressed, isDisabled = false, onPress, ...rest } = props;
  const [isFocused, setFocused] = useState(false);
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...rest}
        onFocusChange={setFocused}
        isDisabled={isDisabled && !isFocused}
        {...(isDisabled ? { 'aria-disabled': true } : onPress && { onPress })}
        aria-label={label}
        {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
        className={`${styles.button} ${styles.icon}`}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {keys && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
