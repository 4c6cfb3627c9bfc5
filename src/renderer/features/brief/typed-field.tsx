import { useState } from 'react';
import type { TextField as Field } from '../../state/text-drafts.ts';
import { useTyped, useWorkspace } from '../../state/workspace-context.tsx';
import { TextField } from '../../ui/fields.tsx';

interface TypedFieldProps {
  readonly field: Field;
  readonly saved: string;
  readonly label: string;
  readonly multiline?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Shown where there is nothing, unless it is being typed in. */
  readonly fallback?: string;
}

/** A text that is saved as it is typed. */
export function TypedField({ field, saved, fallback = '', ...props }: TypedFieldProps) {
  const { drafts } = useWorkspace();
  const text = useTyped(field, saved);
  const [typed, setTyped] = useState<string>();
  // Saving composes the letters; under the caret they stay as they were typed, or it would jump.
  const shown = typed?.normalize('NFC') === text ? typed : text;
  return (
    <TextField
      {...props}
      data-field={field.key}
      value={shown === '' && typed === undefined ? fallback : shown}
      onChange={(value) => {
        setTyped(value);
        drafts.type(field, value);
      }}
      onBlur={() => {
        setTyped(undefined);
        void drafts.finish();
      }}
    />
  );
}
