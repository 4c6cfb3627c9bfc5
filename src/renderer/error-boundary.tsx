import { Component, type ReactNode } from 'react';
import { texts } from '../shared/texts/texts.ts';
import { Button } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';

interface State {
  readonly problem?: string;
}

/** Stands in for a window that could not be drawn: says so, and offers to begin anew from what was saved. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { problem: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === undefined) return this.props.children;
    const words = texts.broken;
    return (
      <main>
        <div role="alert">
          <EmptyState title={words.title} hint={words.body(problem)}>
            <Button variant="primary" onPress={() => location.reload()}>
              {texts.reload}
            </Button>
          </EmptyState>
        </div>
      </main>
    );
  }
}
