import fs from 'node:fs'
import path from 'node:path'

const PLACE = path.join('resources', 'verifier', 'verify-bundle.mjs')

/** The stand-alone verifier: one file that an auditor reads and runs with plain Node; found above this one, built or not. */
export function verifierText(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, PLACE)
    if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8')
    if (path.dirname(folder) === folder) throw new Error('the stand-alone verifier is not there')
  }
}
