import path from 'node:path'
import type { Output, Parsed } from '../../shared/contracts.ts'
import { type Encryption, type ExportScope, exportScope, KEPT_FROM_ROWS } from '../../shared/exports/model.ts'
import { found, refuse } from '../../shared/failure.ts'
import { PASSPHRASE_MIN_LENGTH } from '../bundle/age.ts'
import type { Beginnings, Ctx } from '../engine/handler.ts'
import { openOwn } from './continued.ts'
import { isPrintedWhole, makeExport, type Options, prepare, whatOf } from './make.ts'
import { leaving, ownApproval } from './requests.ts'
import { whileRunning } from './running.ts'
import type { Sieve } from './sieve.ts'
import { optionsOf, optionsText, saveUnfinished, thisPlace, unfinishedById } from './unfinished-rows.ts'

/** Files of a bundle besides those of each table: one workbook. */
const [FILES_OF_A_TABLE, MORE_FILES] = [2, 1]

const ENTRY = 'exports.begin'

/** A large export is on record before it is made, so that it can be found when the program ends in between. */
export const beginnings = {
  'exports.history': {
    entry: ENTRY,
    run: (ctx, { memberId, ...options }) => begin(ctx, { kind: 'member', memberId }, options),
  },
  'exports.selection': { entry: ENTRY, run: (ctx, { scope, ...options }) => begin(ctx, scope, options) },
  'exports.goOn': {
    entry: ENTRY,
    run: async (ctx, input) => {
      const { scope, options } = await askedAgain(ctx, input)
      return begin(ctx, scope, options)
    },
  },
} satisfies Beginnings

/** Makes an export; while it runs, this program knows that it does. */
export function runExport(ctx: Ctx, scope: ExportScope, options: Options): Promise<Output<'exports.history'>> {
  return whileRunning(options.out, () => makeExport(ctx, scope, options))
}

/** The export that was begun, made as a new one by whoever goes on. Refuses with `export-elsewhere` on another machine. */
export async function goOn(ctx: Ctx, input: Parsed<'exports.goOn'>): Promise<Output<'exports.history'>> {
  const { scope, options } = await askedAgain(ctx, input)
  return runExport(ctx, scope, options)
}

async function begin(ctx: Ctx, scope: ExportScope, options: Options): Promise<boolean> {
  const { aim, sieve, recipient, sealing } = await prepare(ctx, scope, options)
  if (sieve.total < KEPT_FROM_ROWS || isPrintedWhole(aim, sieve)) return false
  const { profile, requester, purpose, language, leavesMainland, approval, destroyBy, recipientKeys, out } = options
  const encryption: Encryption = sealing?.kind ?? 'none'
  const about = { scopeLabel: aim.label, profile, recipient, requester, purpose, encryption }
  const row = await saveUnfinished(ctx, {
    ...about,
    ...{ out, begunAt: ctx.now, begunBy: ctx.actor.id, scope: JSON.stringify(scope), scopeKey: aim.key },
    ...{ rows: leaving(sieve.inStore, profile), files: filesOf(sieve) },
    options: optionsText({ language, leavesMainland, approval, destroyBy, recipientKeys }),
  })
  // A place where nothing can be kept is refused before anything stands on record.
  await openOwn(ctx, row, whatOf(aim, options))
  ctx.note({ begun: { id: row.id, fileName: path.basename(out), rows: row.rows, ...about } })
  return true
}

function filesOf({ inStore }: Pick<Sieve, 'inStore'>): number {
  return [...inStore.values()].filter((rows) => rows > 0).length * FILES_OF_A_TABLE + MORE_FILES
}

/** What was asked for when it was begun, to be asked by the person who goes on, with an approval of their own. */
async function askedAgain(
  ctx: Ctx,
  { id, passphrase }: Parsed<'exports.goOn'>,
): Promise<{ scope: ExportScope; options: Options }> {
  const { db, actor, now } = ctx
  const row = found(await unfinishedById(db, id), 'export')
  const { place, profile, recipient, requester, purpose, encryption, scopeKey, out } = row
  if (place !== thisPlace()) refuse('export-elsewhere', { place })
  // Without a word: what was to be encrypted must not leave as it is.
  if (encryption === 'passphrase' && !passphrase) refuse('export-passphrase', { min: PASSPHRASE_MIN_LENGTH })
  const request = await ownApproval(db, { scopeKey, profile, recipient, actorId: actor.id, now })
  const options = {
    ...optionsOf(row),
    ...{ profile, recipient, requester, purpose, out },
    ...(request?.isHeld ? { requestId: request.id } : {}),
    ...(encryption === 'passphrase' ? { passphrase } : {}),
  }
  return { scope: exportScope.parse(JSON.parse(row.scope)), options }
}
