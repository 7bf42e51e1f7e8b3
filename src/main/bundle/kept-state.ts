import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { z } from 'zod'
import { writeDurably } from '../crypto/durable-file.ts'
import { utf8 } from '../crypto/encoding.ts'
import { FILE_KINDS } from './manifest.ts'

const CIPHER = 'aes-256-gcm'
const CONTEXT = utf8('vip-desk export parts v1')
const [NONCE, TAG] = [12, 16]

const keptPart = z.strictObject({
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  rows: z.number().int().nullable(),
  size: z.number().int(),
  sha256: z.string(),
  file: z.string().regex(/^part-\d+$/),
  secret: z.strictObject({ key: z.string(), start: z.string() }),
})
const keptState = z.strictObject({
  version: z.literal(1),
  /** Which bundle the parts are for; parts of another one do not count. */
  about: z.string(),
  facts: z.record(z.string(), z.string()),
  parts: z.array(keptPart),
})
export type KeptPart = z.output<typeof keptPart>
export type KeptState = z.output<typeof keptState>

/** The list of kept parts; undefined when there is none, it was changed, or another key sealed it. */
export function readState(file: string, key: Uint8Array): KeptState | undefined {
  try {
    const bytes = fs.readFileSync(file)
    const opener = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE)).setAAD(CONTEXT)
    opener.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    const text = Buffer.concat([opener.update(bytes.subarray(NONCE + TAG)), opener.final()]).toString('utf8')
    return keptState.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Replaces the list, sealed; after a power cut the old one or the new one is there. */
export function writeState(file: string, key: Uint8Array, state: KeptState): void {
  const nonce = randomBytes(NONCE)
  const sealer = createCipheriv(CIPHER, key, nonce).setAAD(CONTEXT)
  const sealed = Buffer.concat([sealer.update(JSON.stringify(state), 'utf8'), sealer.final()])
  writeDurably(file, Buffer.concat([nonce, sealer.getAuthTag(), sealed]))
}
