import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'

/** The texts of a bundle's files by name. */
export async function openBundle(file: string): Promise<Record<string, string>> {
  const files = unzipSync(fs.readFileSync(file))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}
