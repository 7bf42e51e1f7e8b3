import fs from 'node:fs/promises'
import path from 'node:path'
import { isTooDeep, MOST_DEPTH } from '../../shared/json-depth.ts'
import type { Args, Command } from './command.ts'
import { EXIT, Stop } from './stop.ts'

const MB = 1024 * 1024

/** How much is read of a file: a text that a person keeps, a JSON document, and what goes through in pieces, however long. */
export const READS = { text: MB, json: 8 * MB, pieces: Number.POSITIVE_INFINITY }

/** Ends with the reason when a file that the command would read is none, is closed to this person or is too large. */
export async function checkFiles({ operands, options }: Command, args: Args): Promise<void> {
  for (const [name, value] of Object.entries({ ...operands, ...options })) {
    const file = args[name]
    if (value.kind === 'file' && value.reads !== undefined && typeof file === 'string')
      await mustBeReadable(file, value.reads)
  }
}

// One that is not there is for the command to tell: some have a result for it.
async function mustBeReadable(file: string, most: number): Promise<void> {
  const about = await fs.stat(file).catch(() => undefined)
  if (!about) return
  const name = path.basename(file)
  // A pipe or a device may never end.
  if (!about.isFile())
    throw new Stop('FILE', { zh: `${name} 不是普通文件。`, en: `${name} is not a plain file.` }, EXIT.usage)
  if (about.size > most) throw new Stop('FILE', tooLarge(name, most / MB), EXIT.usage)
  await fs.access(file, fs.constants.R_OK).catch(() => unreadable(name))
}

const tooLarge = (name: string, most: number) => ({
  zh: `文件 ${name} 太大，最多 ${most} MB。`,
  en: `The file ${name} is too large: at most ${most} MB are read.`,
})

function unreadable(name: string): never {
  throw new Stop('FILE', { zh: `无法读取文件 ${name}。`, en: `The file ${name} cannot be read.` }, EXIT.usage)
}

/** Reads a small JSON file that the person wrote; ends with the reason when it is none. */
export async function readJson(file: string): Promise<unknown> {
  const name = path.basename(file)
  const text = await fs.readFile(file, 'utf8').catch(() => unreadable(name))
  const value = parsed(text.replace(/^\ufeff/, ''))
  if (value === undefined)
    throw new Stop('FILE', { zh: `文件 ${name} 不是 JSON。`, en: `The file ${name} is not JSON.` }, EXIT.usage)
  if (!isTooDeep(value)) return value
  const en = `In the file ${name} more than ${MOST_DEPTH} levels lie in each other: no file of this program does.`
  throw new Stop('FILE', { zh: `文件 ${name} 的嵌套超过 ${MOST_DEPTH} 层，不是本程序的文件。`, en }, EXIT.usage)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
