import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { Refusal } from '../../shared/failure.ts'
import { instant } from '../../shared/time.ts'
import { writeDurably } from '../crypto/durable-file.ts'
import { utf8 } from '../crypto/encoding.ts'
import { type Keyring, userByLogin } from '../crypto/keyring-model.ts'
import { appendAudit, type Head, noteHead } from '../engine/audit.ts'
import type { Desk, OpenStore } from '../engine/desk.ts'
import { keyringPlace } from '../engine/keyring-place.ts'
import type { Db } from '../store/types.ts'
import { attemptsFile } from './places.ts'

/** Who acted where nobody had signed in. */
const NOBODY = 'nobody'

/** Tries that are kept one by one; those after them are counted. */
const MOST = 500

const tried = z.strictObject({
  id: z.uuid(),
  at: instant,
  call: z.enum(['session.signIn', 'session.recover', 'session.restore']),
  rule: z.string().max(60),
  /** Of a person of this store; null for a name that nobody here has, which may be a password in the wrong field. */
  login: z.string().max(200).nullable(),
})
const kept = z.strictObject({ tries: z.array(tried).max(MOST), more: z.number().int().min(0) })

type Kept = z.output<typeof kept>
type Tried = z.output<typeof tried>

/** The file beside the store, or that of this machine for a shared one. */
function triesFile(desk: Pick<Desk, 'address'>): string {
  return `${attemptsFile(desk)}.tries`
}

/** Refusals that are a try at the store; the others say that something was left out or is not there. */
const IS_TRY = [
  ...['wrong-password', 'present-password', 'sign-in-wait'],
  ...['recovery-key-mistyped', 'recovery-failed', 'keyring-tampered'],
]

/** What is tried and as whom; a backup's own keyring tells which logins it knows. */
type Try = Pick<Tried, 'call'> & { login: string; keyring?: Keyring }

/**
 * Runs a try at a locked store and keeps it, where it is refused, until it can be written into the audit chain. A locked
 * store has no key to write with or to prove anything by: whoever may write in its folder can take tries out of the file
 * or delete it, together with the count beside it, before the next sign-in. From then on the chain protects them.
 */
export async function keepingTries<T>(desk: Desk, { call, login, keyring }: Try, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === 'RULE' && IS_TRY.includes(error.failure.rule)) {
      const at = desk.host.now()
      const known = keyring ? (userByLogin(keyring, login)?.login ?? null) : await knownLogin(desk, login)
      keep(desk, { id: crypto.randomUUID(), at, call, rule: error.failure.rule, login: known })
    }
    throw error
  }
}

function keep(desk: Desk, one: Tried): void {
  const file = triesFile(desk)
  const { tries, more } = readTries(file)
  const next = tries.length < MOST ? { tries: [...tries, one], more } : { tries, more: more + 1 }
  try {
    writeDurably(file, utf8(JSON.stringify(next)))
  } catch (error) {
    // A full disk must not tell a guesser more than the refusal does.
    desk.host.log('tries', error)
  }
}

async function knownLogin(desk: Desk, login: string): Promise<string | null> {
  const place = keyringPlace(desk.address, desk.host.keychain)
  try {
    return userByLogin(await place.read(), login)?.login ?? null
  } catch {
    return null
  } finally {
    place.close()
  }
}

/** Writes what was tried while the store was locked into its chain, each at its own time, and then forgets the file. */
export async function bringInTries(desk: Desk, open: OpenStore): Promise<void> {
  if (readTries(triesFile(desk)).tries.length === 0) return
  const head = await open.store.transaction((db) => writeTries(desk, open, db))
  if (head) noteHead(open, head)
  forgetTries(desk)
}

/** Forgets what was tried, once it stands in a chain. */
export function forgetTries(desk: Desk): void {
  rmSync(triesFile(desk), { force: true })
}

/** Writes what was tried into a chain, also that of a store which is only about to take its place. */
export async function writeTries(
  desk: Desk,
  { store, storeId }: Pick<OpenStore, 'store' | 'storeId'>,
  db: Db,
): Promise<Head | undefined> {
  const { tries, more } = readTries(triesFile(desk))
  const written = await lastWritten(db)
  const place = tries.findIndex(({ id }) => id === written)
  let head: Head | undefined
  for (const { id, at, call, rule, login } of tries.slice(place + 1)) {
    const isLast = id === tries.at(-1)?.id
    head = await appendAudit(store, db, storeId, {
      ...{ at, actorId: NOBODY, call, outcome: 'refused', memberId: null, caseId: null },
      body: {
        ...{ entry: id, login: NOBODY, role: NOBODY, input: {} },
        ...{ triedLogin: login, failure: { code: 'RULE', rule } },
        ...(isLast && more > 0 ? { triesNotKept: more } : {}),
      },
    })
  }
  return head
}

// A program that ended between the commit and the deletion of the file left tries that stand in the chain already.
async function lastWritten(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit')
    .select('body')
    .where('actorId', '=', NOBODY)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && z.object({ entry: z.string() }).parse(JSON.parse(row.body)).entry
}

function readTries(file: string): Kept {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { tries: [], more: 0 }
  }
}
