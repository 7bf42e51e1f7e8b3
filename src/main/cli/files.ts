import fs from 'node:fs/promises'
import path from 'node:path'
import { isTooDeep, MOST_DEPTH } from '../../shared/json-depth.ts'
import { EXIT, Stop } from './stop.ts'

/** Reads a small JSON file that the person wrote; ends with the reason when it is none. */
export async function readJson(file: string): Promise<unknown> {
  const name = path.basename(file)
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new Stop('FILE', { zh: `无法读取文件 ${name}。`, en: `The file ${name} cannot be read.` }, EXIT.usage)
  })
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
