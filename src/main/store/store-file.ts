import fs from 'node:fs'

/** Whether there is a store at this path, perhaps only in its log so far. */
export function hasStoreFile(file: string): boolean {
  return fs.existsSync(file) || fs.existsSync(`${file}-wal`)
}
