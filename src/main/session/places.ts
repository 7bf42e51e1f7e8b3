import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { ROLES } from '../../shared/roles.ts'
import type { Desk } from '../engine/desk.ts'
import type { StoreAddress } from '../store/address.ts'
import { readKept, UNREADABLE } from '../store/setting.ts'

/** Where wrong passwords are counted: beside the store file, or per machine for a shared database. */
export function attemptsFile({ address }: Pick<Desk, 'address'>): string {
  if (address.engine === 'sqlite') return `${address.path}.attempts`
  const name = createHash('sha256').update(address.url).digest('hex').slice(0, 16)
  return path.join(os.tmpdir(), `vip-desk-${name}.attempts`)
}

const demoLogins = z.array(z.object({ login: z.string(), role: z.enum(ROLES), name: z.string(), password: z.string() }))
export type DemoLogin = z.infer<typeof demoLogins>[number]

/** The note that marks a store file as a demo and tells its passwords. */
export function demoFile(storeFile: string): string {
  return `${storeFile}.demo.json`
}

/** The people of a demo store, or undefined for a real one. */
export function readDemoLogins(address: StoreAddress): DemoLogin[] | undefined {
  if (address.engine !== 'sqlite' || !fs.existsSync(demoFile(address.path))) return undefined
  const parsed = readKept(fs.readFileSync(demoFile(address.path), 'utf8'), demoLogins)
  return parsed === UNREADABLE ? undefined : parsed
}
