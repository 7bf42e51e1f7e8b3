import path from 'node:path'
import { parseInstant } from '../../shared/time.ts'
import { type StepData, stepData } from '../../shared/workflow/model.ts'
import type { Context } from './context.ts'
import { readJson } from './files.ts'
import { allUsers } from './lookups.ts'
import { EXIT, Stop } from './stop.ts'

/** Reads what a step asks for; moments and logins are written there as on the command line. */
export async function readStep(context: Context, file: string): Promise<StepData> {
  const parsed = stepData.safeParse(await readJson(file))
  if (!parsed.success) throw new Stop('FILE', notStepData(path.basename(file)), EXIT.usage)
  const entries = Object.entries(parsed.data).map(([name, value]) => [name, inProgramWords(name, value)] as const)
  const data: StepData = Object.fromEntries(entries)
  const { ownerId } = data
  if (typeof ownerId !== 'string') return data
  const owner = (await allUsers(context)).find((user) => user.login === ownerId)
  return owner ? { ...data, ownerId: owner.id } : data
}

const notStepData = (name: string) => ({
  zh: `数据文件 ${name} 应为一个 JSON 对象，值为文字、数字、真假或空。`,
  en: `The data file ${name} must be one JSON object whose values are texts, numbers, booleans or null.`,
})

/** Fields that end in At hold a moment, by the house's naming. */
function inProgramWords(name: string, value: StepData[string]): StepData[string] {
  return typeof value === 'string' && name.endsWith('At') ? (parseInstant(value) ?? value) : value
}
