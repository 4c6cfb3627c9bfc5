import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { titleField } from '../../state/brief-fields.ts';
import { BUILDER_TABS, updateBuilder, useBuilder } from '../../state/builder.ts';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './brief.module.css';
import { LayoutTab } from './layout-tab.tsx';
import { OrderTab } from './order-tab.tsx';
import { PassagesTab } from './passages-tab.tsx';
import { TypedField } from './typed-field.tsx';

/** What the main process takes for a title, with much room to spare. */
const TITLE_LIMIT = 300;

const CONTENTS = { passages: PassagesTab, layout: LayoutTab, order: OrderTab };

/** The brief's title, and all that is decided of it. */
export function BuilderPane({ desk }: { desk: BriefDesk }) {
  const tab = useBuilder((builder) => builder.tab);
  const { brief, defaultTitle } = desk;
  return (
    <div className={styles.pane}>
      <div className={styles.titleField}>
        <TypedField
          field={titleField(brief.id)}
          saved={brief.title}
          label={words.titleField}
          fallback={defaultTitle}
          placeholder={defaultTitle}
          maxLength={TITLE_LIMIT}
          autoFocus
        />
      </div>
      <Tabs
        label={words.pane}
        selected={tab}
        onSelect={(chosen) => updateBuilder({ tab: chosen })}
        tabs={BUILDER_TABS.map((id) => {
          const Content = CONTENTS[id];
          return { id, name: words.tabs[id], content: <Content desk={desk} /> };
        })}
      />
    </div>
  );
}
