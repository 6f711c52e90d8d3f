/**
 * Loaded by `node --import` into every process of ours that was started with an IPC channel: when the parent is gone, however it
 * died, the channel closes and the process ends too. Without it a `kill -9` of the parent would leave servers holding their ports.
 */
const GRACE_MS = 8000;

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // The listener above would otherwise keep a process alive that has nothing left to do.
  process.channel.unref();
}
