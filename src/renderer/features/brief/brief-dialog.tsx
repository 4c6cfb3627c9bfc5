import { useView } from '../../state/view.ts';
import { OpenBrief } from './open-brief.tsx';

/** The dialog in which the analyst chooses what goes into a brief, sees it, and saves it. */
export function BriefDialog() {
  const isOpen = useView((view) => view.dialog === 'brief');
  // What is gathered for a brief is let go when the dialog closes; the choices are remembered.
  return isOpen ? <OpenBrief /> : null;
}
