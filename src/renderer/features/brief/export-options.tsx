import { SlidersHorizontal } from 'lucide-react';
import { useId } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { withLinks } from '../../../domain/brief/edit-brief.ts';
import { hasLinks, LINKED_FORMATS } from '../../../domain/brief/saved-brief.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { editBrief } from '../../state/briefs.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import styles from './export-options.module.css';

/** In which formats an export has links to its passages; kept with the brief. */
export function ExportOptions({ brief }: Pick<BriefDesk, 'brief'>) {
  const workspace = useWorkspace();
  const groupId = useId();
  return (
    <DialogTrigger>
      <IconButton icon={SlidersHorizontal} label={words.exportOptions} />
      <Popover className={styles.popover ?? ''} placement="top end" offset={8}>
        <Dialog className={styles.options ?? ''} aria-label={words.exportOptions}>
          <Heading slot="title" level={3} id={groupId} className={styles.title ?? ''}>
            {words.links}
          </Heading>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a column */}
          <div role="group" aria-labelledby={groupId} className={styles.group}>
            {LINKED_FORMATS.map((format) => (
              <Checkbox
                key={format}
                isSelected={hasLinks(brief.links, format)}
                onChange={(isLinked) =>
                  void editBrief(workspace, brief.id, (row) => withLinks(row, format, isLinked))
                }
              >
                {words.linkNames[format]}
              </Checkbox>
            ))}
          </div>
          <p className={styles.hint}>{words.linksHint}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
