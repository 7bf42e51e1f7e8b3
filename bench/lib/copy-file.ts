import fs from 'node:fs'

/** A plain copy by the system, flushed to the disk: what has to be written at the least. */
export function copyFlushed(from: string, to: string): void {
  fs.rmSync(to, { force: true })
  fs.copyFileSync(from, to)
  const fd = fs.openSync(to, 'r+')
  fs.fsyncSync(fd)
  fs.closeSync(fd)
}
