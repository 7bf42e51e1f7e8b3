import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Size in bytes and SHA-256 (hexadecimal) of a file, read in pieces. */
export async function hashFile(file: string): Promise<{ size: number; sha256: string }> {
  const digest = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(file)) {
    const bytes: Buffer = chunk
    size += bytes.length
    digest.update(bytes)
  }
  return { size, sha256: digest.digest('hex') }
}
