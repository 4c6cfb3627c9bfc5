// Run by a second start: gives what comes on stdin to the first, and ends with 0 if it was taken.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

const RETRIES = 40;
const RETRY_MS = 50;
const PATIENCE_MS = 10_000;

const message = readFileSync(0);

function attempt(left: number): void {
  const socket = connect(process.argv[2] ?? '', () => socket.write(`${message}\n`));
  socket.on('data', () => process.exit(0));
  socket.on('error', () => {
    // The first may have its lock and not its socket yet.
    if (left === 0) process.exit(1);
    setTimeout(attempt, RETRY_MS, left - 1);
  });
}

setTimeout(() => process.exit(1), PATIENCE_MS);
attempt(RETRIES);
