import path from 'node:path'
import { type Failure, Refusal } from '../../shared/failure.ts'
import { isTooDeep, MOST_DEPTH } from '../../shared/json-depth.ts'
import { READS } from '../../shared/reads.ts'
import { namedFileFault, readNamedText } from '../files/named-file.ts'
import type { Args, Command } from './command.ts'
import { failureText } from './failure-text.ts'
import { EXIT, Stop } from './stop.ts'

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
  const fault = await namedFileFault(file, most).catch(() => undefined)
  if (fault?.code === 'RULE' && fault.rule !== 'named-file-missing') end(fault)
}

function end(fault: Failure): never {
  throw new Stop('FILE', { zh: failureText(fault, 'zh-CN'), en: failureText(fault, 'en') }, EXIT.usage)
}

/** Reads a small JSON file that the person wrote; ends with the reason when it is none. */
export async function readJson(file: string): Promise<unknown> {
  const name = path.basename(file)
  const value = parsed(textOf(file))
  if (value === undefined)
    throw new Stop('FILE', { zh: `文件 ${name} 不是 JSON。`, en: `The file ${name} is not JSON.` }, EXIT.usage)
  if (!isTooDeep(value)) return value
  const en = `In the file ${name} more than ${MOST_DEPTH} levels lie in each other: no file of this program does.`
  throw new Stop('FILE', { zh: `文件 ${name} 的嵌套超过 ${MOST_DEPTH} 层，不是本程序的文件。`, en }, EXIT.usage)
}

function textOf(file: string): string {
  try {
    return readNamedText(file, READS.json)
  } catch (error) {
    const params = { name: path.basename(file) }
    return end(error instanceof Refusal ? error.failure : { code: 'RULE', rule: 'named-file-closed', params })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
