import { Copy } from 'lucide-react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { copyPassages } from '../../state/copy.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { IconMenu } from '../../ui/icon-menu.tsx';
import { MenuEntry } from '../../ui/menu.tsx';

interface CopyMenuProps {
  /** Asked when it is pressed. */
  readonly annotations: () => readonly Annotation[];
  readonly label: string;
  /** Whether there may be several. */
  readonly isForMany?: boolean;
}

/** Copies passages to the clipboard in one form or the other. */
export function CopyMenu({ annotations, label, isForMany = false }: CopyMenuProps) {
  const workspace = useWorkspace();
  const words = texts.copy;
  return (
    <IconMenu icon={Copy} label={label}>
      <MenuEntry
        id="markdown"
        name={words.markdown}
        onAction={() => void copyPassages(workspace, annotations(), 'markdown')}
      />
      <MenuEntry
        id="citation"
        name={isForMany ? words.citations : words.citation}
        onAction={() => void copyPassages(workspace, annotations(), 'citation')}
      />
    </IconMenu>
  );
}
