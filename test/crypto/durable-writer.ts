import { setTimeout } from 'node:timers/promises'
import { writeDurably } from '../../src/main/crypto/durable-file.ts'

/** Replaces a file again and again with content of its own, all of one byte; begins at the instant that it is told. */
const [path = '', byte = '', times = '', begin = ''] = process.argv.slice(2)
await setTimeout(Number(begin) - Date.now())
for (let n = 0; n < Number(times); n += 1) writeDurably(path, new Uint8Array(5000).fill(Number(byte)))
