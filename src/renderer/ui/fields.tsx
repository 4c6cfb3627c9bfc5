import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  TextField as AriaTextField,
  type CheckboxProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components';
import styles from './fields.module.css';
import hidden from './hidden.module.css';

/** A checkbox named by what stands beside it. */
export function Checkbox({
  children,
  ...props
}: Omit<CheckboxProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <AriaCheckbox {...props} className={styles.checkbox ?? ''}>
      <span className={styles.box} aria-hidden="true">
        <Check size={13} strokeWidth={3} />
      </span>
      {children}
    </AriaCheckbox>
  );
}

interface ListCheckboxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** A checkbox in a row of a long list, where what others can do would take too long to show a hundred times. */
export function ListCheckbox({ label, isSelected, onChange }: ListCheckboxProps) {
  return (
    <label className={styles.checkbox} data-selected={isSelected || undefined}>
      <input
        type="checkbox"
        className={hidden.hidden}
        aria-label={label}
        checked={isSelected}
        onChange={({ target }) => onChange(target.checked)}
        // A row would take the key for its own.
        onKeyDown={(event) => event.key === ' ' && event.stopPropagation()}
      />
      <span className={styles.box} aria-hidden="true">
        <Check size={13} strokeWidth={3} />
      </span>
    </label>
  );
}

interface LabelledTextFieldProps extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly label: string;
  /** Several lines instead of one. */
  readonly multiline?: boolean;
  readonly placeholder?: string;
  /** What is wrong with the value, and what to do. */
  readonly error?: string | undefined;
  /** What it is for, below it. */
  readonly hint?: string | undefined;
}

/** A line, or several, of text. */
export function TextField({
  label,
  multiline,
  placeholder,
  error,
  hint,
  ...props
}: LabelledTextFieldProps) {
  const Field = multiline ? TextArea : Input;
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Field className={styles.input ?? ''} {...(placeholder && { placeholder })} />
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** Shows the label above the list; it names the list either way. */
  readonly showsLabel?: boolean;
}

/** One of a few: the system's own list, which every assistive tool knows. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled,
  showsLabel,
}: SelectProps<Value>) {
  const select = (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      disabled={isDisabled}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
  if (!showsLabel) return select;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the list is the control, put there by the expression
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      {select}
    </label>
  );
}
