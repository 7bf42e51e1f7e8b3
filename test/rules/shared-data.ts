import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of a public data set that lies outside the project, or undefined where it is missing. */
export function sharedData(name: string): string | undefined {
  const root = process.env.VIPDESK_DATA ?? resolve(import.meta.dirname, '../../../shared/data')
  const folder = join(root, name)
  return existsSync(folder) ? folder : undefined
}
