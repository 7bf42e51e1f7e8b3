import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'

/** A disk of some megabytes, in memory; undefined for whoever may not make one, as only the system's administrator may. */
export function mountSmallDisk(megabytes: number): string | undefined {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    fs.rmdirSync(folder)
    return undefined
  }
}

/** Takes the disk away, lazily: an engine that a failure left open would keep it busy and hide what failed. */
export function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder])
  fs.rmdirSync(folder)
}

/** Writes a file until the disk is full to the last page, or until so many bytes are left. */
export function fillUp(folder: string, left = 0): void {
  const file = fs.openSync(path.join(folder, 'filler'), 'w')
  const { bavail, bsize } = fs.statfsSync(folder)
  try {
    if (left > 0) fs.writeSync(file, Buffer.alloc(bavail * bsize - left))
    else for (;;) fs.writeSync(file, Buffer.alloc(4096))
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  } finally {
    fs.closeSync(file)
  }
}

/** Makes room again. */
export const makeRoom = (folder: string) => fs.rmSync(path.join(folder, 'filler'), { force: true })
