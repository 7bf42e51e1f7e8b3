import fs from 'node:fs'
import path from 'node:path'
import { DAY, type Instant } from '../../shared/time.ts'

/** What a program that was ended in the middle of a backup or of a drill leaves in the folder. */
const LEFTOVER = /^vip-desk-\d{4}-\d\d-\d\d-\d{4}(?:-\d+)?\.backup\.(?:part|copy|copy\.part|drill-\w+)$/

/** Removes such leftovers; only old ones, for another desk may be at work in the same folder. */
export function clearLeftovers(folder: string, now: Instant): void {
  for (const name of fs.readdirSync(folder).filter((one) => LEFTOVER.test(one))) {
    const file = path.join(folder, name)
    const age = now - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now)
    if (age > DAY) fs.rmSync(file, { recursive: true, force: true })
  }
}
