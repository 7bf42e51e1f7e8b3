import fs from 'node:fs'
import { z } from 'zod'
import { writeDurably } from './durable-file.ts'
import { fromBase64, toBase64, utf8 } from './encoding.ts'

const deviceFile = z.strictObject({
  format: z.literal('vip-desk-device'),
  version: z.literal(1),
  storeId: z.string(),
  /** The cover's key, as this computer's keychain sealed it. */
  sealed: z.string(),
})

/** Where the cover's key of a store that is bound to this computer lies, sealed by its keychain. */
export function devicePath(storeFile: string): string {
  return `${storeFile}.device`
}

/** Keeps what the keychain sealed for a store. */
export function writeDevice(storeFile: string, storeId: string, sealed: Uint8Array): void {
  const content = { format: 'vip-desk-device', version: 1, storeId, sealed: toBase64(sealed) }
  writeDurably(devicePath(storeFile), utf8(`${JSON.stringify(content, null, 2)}\n`))
}

/** What the keychain sealed for a store; undefined when there is nothing of this store, or nothing that can be read. */
export function readDevice(storeFile: string, storeId: string): Uint8Array | undefined {
  const path = devicePath(storeFile)
  if (!fs.existsSync(path)) return undefined
  try {
    const file = deviceFile.parse(JSON.parse(fs.readFileSync(path, 'utf8')))
    return file.storeId === storeId ? fromBase64(file.sealed) : undefined
  } catch {
    return undefined
  }
}

/** Forgets it: the store is bound to this computer no more. */
export function forgetDevice(storeFile: string): void {
  fs.rmSync(devicePath(storeFile), { force: true })
}
