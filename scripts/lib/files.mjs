import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The text of a file, or null when it cannot be read. */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** The JSON value in a file, or null when it is missing or half written. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Writes a file whole or not at all. */
export function writeWhole(file, content) {
  mkdirSync(dirname(file), { recursive: true })
  const half = `${file}.${process.pid}.part`
  writeFileSync(half, content)
  renameSync(half, file)
}

/** Writes a JSON value whole or not at all. */
export function writeJson(file, value) {
  writeWhole(file, `${JSON.stringify(value, null, 2)}\n`)
}

/** Fills a folder beside its place with `fill(folder)` and moves it there only when that succeeded. */
export async function fillWhole(folder, fill) {
  const half = `${folder}.part`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  await fill(half)
  rmSync(folder, { recursive: true, force: true })
  renameSync(half, folder)
}

/** SHA-256 of a text or buffer, in hexadecimal. */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex')
}
