import { useState } from 'react';

/** A field's text while it is being changed, ahead of the value that is stored. */
export interface Draft {
  readonly text: string;
  readonly isChanged: boolean;
  readonly type: (text: string) => void;
  /** Lets the draft go: the field shows what is stored. */
  readonly drop: () => void;
}

/** @param stored as soon as this changes, it is what the field shows. */
export function useDraft(stored: string): Draft {
  const [draft, setDraft] = useState<{ readonly of: string; readonly text: string }>();
  const isStale = draft !== undefined && draft.of !== stored;
  if (isStale) setDraft(undefined);
  return {
    text: draft === undefined || isStale ? stored : draft.text,
    isChanged: draft !== undefined && !isStale && draft.text !== stored,
    type: (text) => setDraft({ of: stored, text }),
    drop: () => setDraft(undefined),
  };
}
