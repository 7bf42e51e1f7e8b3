import fs from 'node:fs'
import path from 'node:path'

/** Writes the detail of an internal failure into the desk's local log, which the window uses too; it is never printed. */
export function writeLog(folder: string, message: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    fs.appendFileSync(path.join(folder, 'desk.log'), `${new Date().toISOString()} ${message}\n${detail}\n`, {
      mode: 0o600,
    })
  } catch {
    // A log that cannot be written must not hide the failure that was to be logged.
  }
}
