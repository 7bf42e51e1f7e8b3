import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import type { Host } from '../../src/main/engine/desk.ts'
import { createEngine, type Engine } from '../../src/main/engine/engine.ts'
import { faultOf } from '../../src/main/store/errors.ts'
import { newId } from '../../src/main/store/new-id.ts'
import { checkCopy } from '../../src/main/store/sqlite/copy.ts'
import { texts } from '../../src/renderer/i18n/texts.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import type { Failure } from '../../src/shared/failure.ts'
import { CHEAP, PASSWORD } from './child.ts'

export const SIGN_IN = { login: 'boss', password: PASSWORD }

/** An engine on a store file, as a person's next start of the program would make it. */
export function engineOn(address: string, host: Partial<Host> = {}): Engine {
  return createEngine(address, {
    ...{ now: Date.now, newId, log: () => {}, push: () => {}, passwordCost: CHEAP },
    versions: { app: 'fault', electron: '-', node: process.versions.node },
    ...host,
  })
}

/** A call that must succeed. */
export async function must<N extends CallName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await engine.call(name, input)
  if (!result.ok) expect.fail(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value
}

/** A folder of the system's temporary ones. */
export const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-fault-'))

/** Makes a store with a manager; answers with the engine that has it open. */
export async function newDesk(address: string): Promise<Engine> {
  const engine = engineOn(address)
  await must(engine, 'session.create', { ...SIGN_IN, name: '王经理', language: 'zh-CN' })
  return engine
}

/** Files one member and answers with the card, which is then confirmed. */
export async function fileMember(engine: Engine, card: string): Promise<string> {
  await must(engine, 'members.create', { card, name: '故障（演示数据）', gender: 'male' })
  return card
}

/** Puts the files of one store, as they are now, under another name; other files of that name go. */
export function copyDesk(from: string, to: string): void {
  clearDesk(to)
  for (const name of filesOf(from)) fs.copyFileSync(from + name, to + name)
}

/** Removes a store with all that lies beside it. */
export function clearDesk(address: string): void {
  for (const ending of filesOf(address)) fs.rmSync(address + ending, { recursive: true })
}

/** The endings of the files that belong to a store. */
export function filesOf(address: string): string[] {
  const base = path.basename(address)
  const names = fs.readdirSync(path.dirname(address)).filter((name) => name.startsWith(base))
  return names.map((name) => name.slice(base.length))
}

/** What a fault left: a whole store with all that was confirmed, or a refusal in words; anything else is `wrong`. */
export type Verdict =
  | { is: 'whole'; cards: Set<string> }
  | { is: 'refused'; rule: string }
  | { is: 'wrong'; why: string }

/** Opens a store as the next person would and compares it with what had been confirmed to somebody. */
export async function judge(address: string, confirmed: Iterable<string>): Promise<Verdict> {
  const engine = engineOn(address)
  try {
    const signedIn = await engine.call('session.signIn', SIGN_IN)
    if (!signedIn.ok) return refusedWith(signedIn.failure)
    return await compare(address, engine, new Set(confirmed))
  } catch (error) {
    const fault = faultOf(error)
    return fault ? refusedWith({ code: 'RULE', rule: `store-${fault}`, params: {} }) : wrong(String(error))
  } finally {
    await engine.close()
  }
}

async function compare(address: string, engine: Engine, confirmed: Set<string>): Promise<Verdict> {
  const { open } = engine.desk
  if (!open) return wrong('signed in, and nothing is open')
  const { members, logged } = await open.store.read(async (db) => ({
    members: await db.selectFrom('members').selectAll().execute(),
    logged: await db.selectFrom('audit').select('memberId').where('call', '=', 'members.create').execute(),
  }))
  const verified = await engine.call('audit.verify', {})
  if (!verified.ok) return refusedWith(verified.failure)
  if (!verified.value.ok) return wrong(`chain: ${JSON.stringify(verified.value.problem)}`)
  if (!isWholeInPages(address, open.keys.dataKey)) return { is: 'refused', rule: 'store-damaged' }
  const cards = new Set(members.map(({ cardNo }) => cardNo))
  const lost = [...confirmed].filter((card) => !cards.has(card))
  if (lost.length > 0) return wrong(`lost ${lost.length}: ${lost.slice(0, 3).join()}`)
  const inLog = new Set(logged.map(({ memberId }) => memberId))
  const halves = members.filter(({ id, name }) => !inLog.has(id) || !name.startsWith('故障')).length
  if (halves > 0 || logged.length !== members.length) return wrong(`${halves} of a write by half`)
  return { is: 'whole', cards }
}

/** Asks SQLite to check every page: what a restore asks before it takes the place of a store. */
function isWholeInPages(address: string, dataKey: Uint8Array): boolean {
  try {
    checkCopy(address, dataKey)
    return true
  } catch (error) {
    if (faultOf(error) !== 'backup-failed') throw error
    return false
  }
}

const wrong = (why: string): Verdict => ({ is: 'wrong', why })

/** A refusal counts when a person can read it in both languages: anything without a rule of its own is a fault of ours. */
export function refusedWith(failure: Failure): Verdict {
  if (failure.code !== 'RULE') return wrong(`no words for it: ${JSON.stringify(failure)}`)
  const { rule } = failure
  return hasSentence(rule) ? { is: 'refused', rule } : wrong(`no sentence for ${rule}`)
}

function hasSentence(rule: string): boolean {
  const languages = ['zh', 'en'] as const
  return languages.every((language) =>
    Object.values(texts).some((pair) => {
      const space: object = pair[language]
      return 'rules' in space && typeof space.rules === 'object' && space.rules !== null && rule in space.rules
    }),
  )
}
