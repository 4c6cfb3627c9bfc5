import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { texts } from '../../shared/texts/texts.ts';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** `wide` has room for two columns; `full` covers the window: a view of its own. */
  readonly size?: 'medium' | 'wide' | 'full';
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the lower end. */
  readonly footer?: ReactNode;
  /** What stands at the upper edge instead of the title and a button that closes; it must hold a `DialogTitle`. */
  readonly header?: ReactNode;
}

/** A dialog over the window: it keeps the focus while it is open and gives it back when it closes. */
export function Dialog(props: DialogProps) {
  const { title, size = 'medium', isOpen, onClose, children, footer, header } = props;
  return (
    <ModalOverlay
      className={`${styles.overlay} ${size === 'full' ? styles.covering : ''}`}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            {header ?? (
              <>
                <DialogTitle>{title}</DialogTitle>
                <IconButton icon={X} label={texts.close} onPress={onClose} />
              </>
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What a dialog is called. */
export function DialogTitle({ children }: { children: string }) {
  return (
    <Heading slot="title" className={styles.title ?? ''}>
      {children}
    </Heading>
  );
}
