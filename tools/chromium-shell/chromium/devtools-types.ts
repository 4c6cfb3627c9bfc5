// Playwright's npm package carries the types of the DevTools protocol but does not list them in its
// exports, hence the path. Only types: nothing of it is there when the code runs.
export type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
