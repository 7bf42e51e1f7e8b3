import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Stop } from './stop.mjs'

const GIGABYTE = 1e9

const gigabytes = (bytes) => `${(bytes / GIGABYTE).toFixed(1)} GB`

/** The folder itself, or the nearest above it that is there. */
const standing = (folder) => (existsSync(folder) ? folder : standing(dirname(folder)))

/** Stops with a plain sentence when the disk of a folder has less room than the work needs; `bytes` is what it needs. */
export function needSpace(folder, bytes, what) {
  const { bavail, bsize } = statfsSync(standing(folder))
  const free = bavail * bsize
  if (free >= bytes) return
  throw new Stop(
    [
      `${what.en} needs ${gigabytes(bytes)} on the disk of ${folder}; ${gigabytes(free)} are free. Make room and run it again.`,
      `${what.zh}需要 ${gigabytes(bytes)} 磁盘空间（${folder}），现有 ${gigabytes(free)}。请腾出空间后重试。`,
    ].join('\n'),
  )
}
