import { parentPort } from 'node:worker_threads'
import '../../src/main/engine.worker.ts'

// The engine's thread as it is, which ends on the spot when it is asked for a call of this name.
parentPort?.on('message', (message: { kind: string; name?: string }) => {
  if (message.kind === 'request' && message.name === 'test.die') process.exit(9)
})
