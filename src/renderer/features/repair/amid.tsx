import type { ReactNode } from 'react';
import type { Surroundings } from '../../../domain/annotation/surroundings.ts';
import styles from './repair.module.css';

interface AmidProps {
  readonly id?: string;
  readonly surroundings: Surroundings;
  readonly children: ReactNode;
}

/** A passage amid what stands around it, which steps back. */
export function Amid({ id, surroundings, children }: AmidProps) {
  const { before, after, hasMoreBefore, hasMoreAfter } = surroundings;
  return (
    <blockquote id={id} className={styles.quote} lang="vi">
      <span className={styles.context}>
        {hasMoreBefore && '…'}
        {before}
      </span>
      {children}
      <span className={styles.context}>
        {after}
        {hasMoreAfter && '…'}
      </span>
    </blockquote>
  );
}
