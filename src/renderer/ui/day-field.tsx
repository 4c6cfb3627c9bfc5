import { X } from 'lucide-react';
import {
  type ChangeEvent,
  type FocusEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { IconButton } from './button.tsx';
import styles from './day-field.module.css';
import fields from './fields.module.css';

interface DayFieldProps {
  readonly label: string;
  /** ISO day. */
  readonly value: string | undefined;
  readonly clearLabel: string;
  /** What is said of something typed that is no day. */
  readonly notADay: string;
  readonly onChange: (day: string | undefined) => void;
}

/** While a year is being typed, 0002 and 0020 come before 2023. */
function isWhole(day: string): boolean {
  return day === '' || day >= '1000';
}

interface DayInputProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly id: string;
  readonly value: string | undefined;
  readonly isBad: boolean;
  readonly errorId: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLInputElement>) => void;
}

function DayInput({ field, value, isBad, errorId, ...props }: DayInputProps) {
  return (
    <input
      {...props}
      ref={field}
      type="date"
      className={`${fields.input} ${styles.day}`}
      defaultValue={value}
      aria-invalid={isBad}
      {...(isBad && { 'aria-describedby': errorId })}
    />
  );
}

/** A day, written and picked as the system does it, or none. */
export function DayField({ label, value, clearLabel, notADay, onChange }: DayFieldProps) {
  const id = useId();
  const errorId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isBad, setBad] = useState(false);
  // What is being typed is left alone: only another day from outside is put in.
  useEffect(() => {
    if (field.current && field.current.value !== (value ?? '')) field.current.value = value ?? '';
  }, [value]);
  const clear = () => {
    if (field.current) field.current.value = '';
    setBad(false);
    onChange(undefined);
    field.current?.focus();
  };
  const type = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (!target.validity.badInput && isWhole(target.value)) onChange(target.value || undefined);
    setBad(false);
  };
  return (
    <div className={fields.field}>
      <label htmlFor={id} className={fields.label}>
        {label}
      </label>
      <span className={styles.row}>
        <DayInput
          {...{ field, id, value, isBad, errorId }}
          onChange={type}
          onBlur={({ target }) => setBad(target.validity.badInput)}
        />
        {(value !== undefined || isBad) && (
          <IconButton icon={X} label={clearLabel} onPress={clear} />
        )}
      </span>
      <span id={errorId} className={fields.error} hidden={!isBad}>
        {notADay}
      </span>
    </div>
  );
}
