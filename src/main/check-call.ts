import { z } from 'zod';
import type { Channel } from '../shared/channels.ts';
import { type Arguments, argumentSchemas } from '../shared/contract.ts';

/** A call that the main process will not answer. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';

  constructor(channel: Channel, why: string) {
    super(`${channel} was refused: ${why}`);
  }
}

/**
 * The arguments of a call, checked against the contract.
 * @throws {RefusedCall} naming what is wrong, but never the values.
 */
export function checkArguments<Name extends Channel>(
  channel: Name,
  args: readonly unknown[],
): Arguments<Name> {
  const checked = argumentSchemas[channel].safeParse(args);
  if (!checked.success) {
    throw new RefusedCall(channel, `wrong arguments\n${z.prettifyError(checked.error)}`);
  }
  return checked.data as Arguments<Name>;
}
