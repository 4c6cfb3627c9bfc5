import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { AnnotationIndex, Tally } from '../../domain/annotation/annotation-index.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Finding } from '../../shared/journal.ts';
import type { HistoryState } from '../db/history.ts';
import { useLiveCodebook, useLiveHistory } from '../db/live.ts';
import type { SaveStatus } from './save-status.ts';
import type { TextField } from './text-drafts.ts';
import { noteOf } from './text-fields.ts';
import type { Workspace } from './workspace.ts';

interface Provided {
  readonly workspace: Workspace;
  readonly codebook: readonly Tag[];
}

const WorkspaceContext = createContext<Provided | undefined>(undefined);

/** Hands the analyst's work to everything below, once the codebook has been read. */
export function WorkspaceProvider(props: { workspace: Workspace; children: ReactNode }) {
  const codebook = useLiveCodebook(props.workspace.db);
  if (!codebook) return null;
  return (
    <WorkspaceContext value={{ workspace: props.workspace, codebook }}>
      {props.children}
    </WorkspaceContext>
  );
}

function useProvided(): Provided {
  const provided = useContext(WorkspaceContext);
  if (!provided) throw new Error('there is no WorkspaceProvider above this component');
  return provided;
}

export const useWorkspace = (): Workspace => useProvided().workspace;

/** The tags, in codebook order. */
export const useCodebook = (): readonly Tag[] => useProvided().codebook;

/** The annotations of one article in reading order; the same list as long as none of them changes. */
export function useAnnotations(articleId: string): readonly Annotation[] {
  const { subscribe, annotations } = useWorkspace();
  return useSyncExternalStore(
    subscribe,
    useCallback(() => annotations.ofArticle(articleId), [annotations, articleId]),
  );
}

export function useTally(articleId: string): Tally {
  const { subscribe, annotations } = useWorkspace();
  return useSyncExternalStore(
    subscribe,
    useCallback(() => annotations.tally(articleId), [annotations, articleId]),
  );
}

/** All annotations; the component renders again whenever any of them changes. */
export function useAllAnnotations(): AnnotationIndex {
  const { subscribe, annotations, version } = useWorkspace();
  useSyncExternalStore(subscribe, version);
  return annotations;
}

/** A text that is typed: as typed, while that is not saved; as saved, otherwise. */
export function useTyped({ key }: TextField, saved: string): string {
  const { drafts } = useWorkspace();
  const draft = useSyncExternalStore(
    drafts.subscribe,
    useCallback(() => drafts.textOf(key), [drafts, key]),
  );
  return draft ?? saved;
}

/** The annotation's note, also as it is being typed. */
export const useNote = ({ id, note }: Annotation): string => useTyped(noteOf(id), note);

export const useSaveStatus = (): SaveStatus => useStore(useWorkspace().writer.status);

/** What had gone wrong with the files and was put right. */
export const useFindings = (): readonly Finding[] => useStore(useWorkspace().findings);

/** What can be undone and redone. */
export const useHistory = (): HistoryState =>
  useLiveHistory(useWorkspace().db) ?? { undo: undefined, redo: undefined };
