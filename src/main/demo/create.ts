import fs from 'node:fs'
import path from 'node:path'
import { refuse } from '../../shared/failure.ts'
import { flushFile, syncFolder } from '../crypto/durable-file.ts'
import type { Host } from '../engine/desk.ts'
import { createEngine } from '../engine/engine.ts'
import { keyringFile, keyringPlace } from '../engine/keyring-place.ts'
import { type DemoLogin, demoFile } from '../session/places.ts'
import { parseAddress } from '../store/address.ts'
import { type DemoOptions, type DemoProgress, live } from './live.ts'
import type { Clock } from './office.ts'
import { demoLogins } from './people.ts'
import { createRandom } from './random.ts'

/** What a demo store holds when it is not asked for anything else. */
const USUAL: Omit<DemoOptions, 'now'> = { members: 2000, flights: 300, calls: 1200, cases: 360, days: 60, seed: 1 }

// The least that libsodium allows: the password stands on the sign-in screen, so there is nothing to protect.
const NO_COST = { opslimit: 1, memlimit: 8192 }

export type DemoMade = { members: number; calls: number; cases: number; logins: DemoLogin[] }

/**
 * Makes a demo store at an address: invented people, members and sixty days of work up to `now`, the same rows for the
 * same options. It is made in a folder of its own and moved into place when it is complete, so that a making that was cut
 * short leaves nothing that opens. Refuses: demo-needs-file, store-exists.
 */
export async function createDemoStore(
  address: string,
  wanted: Partial<DemoOptions> & { now: number },
  onProgress: DemoProgress = () => {},
): Promise<DemoMade> {
  const target = parseAddress(address)
  if (target.engine !== 'sqlite') refuse('demo-needs-file')
  if (await keyringPlace(target).hasStore()) refuse('store-exists')
  const options = { ...USUAL, ...wanted }
  const workshop = `${target.path}.making`
  fs.rmSync(workshop, { recursive: true, force: true })
  fs.mkdirSync(workshop, { recursive: true, mode: 0o700 })
  try {
    const file = path.join(workshop, 'demo.db')
    const counts = await fillStore(file, options, onProgress)
    const logins = demoLogins()
    fs.writeFileSync(demoFile(file), `${JSON.stringify(logins, null, 2)}\n`)
    moveIntoPlace(file, target.path)
    onProgress(1, { zh: '演示数据已就绪', en: 'The demo is ready' })
    return { ...counts, logins }
  } finally {
    fs.rmSync(workshop, { recursive: true, force: true })
  }
}

async function fillStore(
  file: string,
  options: DemoOptions,
  onProgress: DemoProgress,
): Promise<Omit<DemoMade, 'logins'>> {
  const clock: Clock = { now: options.now }
  const engine = createEngine(file, demoHost(options.seed, clock))
  try {
    return await live(engine, clock, options, onProgress)
  } finally {
    await engine.close()
  }
}

function demoHost(seed: number, clock: Clock): Host {
  const ids = createRandom(seed, 'ids')
  return {
    now: () => clock.now,
    newId: () => ids.id(),
    log: (message, error) => {
      throw new Error(`the demo met a fault: ${message}`, { cause: error })
    },
    push: () => {},
    versions: { app: '', electron: '', node: process.versions.node },
    passwordCost: NO_COST,
  }
}

/** What belongs to a store beside its file; the file itself comes last, for with it the store is there. */
const companions = (file: string) => [keyringFile(file), `${keyringFile(file)}.copy`, `${file}.anchor`, demoFile(file)]

function moveIntoPlace(made: string, target: string): void {
  const from = [...companions(made), made]
  const to = [...companions(target), target]
  // No write waited for the disk while the demo was made, so now all of them do.
  for (const file of from) flushFile(file)
  for (const [i, file] of from.entries()) fs.renameSync(file, to[i] ?? target)
  syncFolder(path.dirname(target))
}
