import fs from 'node:fs/promises'
import path from 'node:path'
import { EXIT, Stop } from './stop.ts'

/** Reads a small JSON file that the person wrote; ends with the reason when it is none. */
export async function readJson(file: string): Promise<unknown> {
  const name = path.basename(file)
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new Stop('FILE', { zh: `无法读取文件 ${name}。`, en: `The file ${name} cannot be read.` }, EXIT.usage)
  })
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Stop('FILE', { zh: `文件 ${name} 不是 JSON。`, en: `The file ${name} is not JSON.` }, EXIT.usage)
  }
}
