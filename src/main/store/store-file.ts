import fs from 'node:fs'

/** Whether there is a store at this path, perhaps only in its log so far. */
export function hasStoreFile(file: string): boolean {
  return fs.existsSync(file) || fs.existsSync(`${file}-wal`)
}

/** Where it is noted that another store, whole beside this one, is taking its place. */
export function replacementNote(file: string): string {
  return `${file}.replacing`
}

/** True while another store is taking the place of this one, perhaps since a program that was ended in between. */
export function isReplacing(file: string): boolean {
  return fs.existsSync(replacementNote(file))
}
