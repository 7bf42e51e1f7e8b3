import { found, must, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { TrustText } from '../../shared/trust/model.ts'
import { canApproveText, canSign, signBy, textState } from '../../shared/trust/rules.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { findUserById } from '../users/queries.ts'
import { mustBeOwnPassword } from './own-password.ts'
import { readTrust } from './settings.ts'
import { digestOf, isGenuine, publicKeyText, signStatement, statementOf } from './statement.ts'
import {
  findAssent,
  findText,
  insertAssent,
  insertText,
  peopleWithAssent,
  type TextRecord,
  textInForce,
  textsOf,
  updateText,
} from './text-queries.ts'

type TextCalls = 'texts' | 'draftText' | 'approveText' | 'acknowledge' | 'sign' | 'assents' | 'signed'

/** The data-security rules and the undertaking: drafted, approved by somebody else, read or signed by everybody. */
export const texts: Pick<FeatureHandlers<'trust'>, TextCalls> = {
  texts: async (ctx, { kind }) => {
    const rows = await textsOf(ctx.db, kind)
    const seen = ctx.actor.role === 'agent' ? rows.filter((row) => row.approvedAt !== null) : rows
    return toViews(ctx, seen, rows)
  },

  /** S3-127: a draft that nobody approved yet is written over; what was approved stays as it is and gets a next version. */
  draftText: async (ctx, { kind, title, body }) => {
    const [newest] = await textsOf(ctx.db, kind)
    const said = { title, body, savedBy: ctx.actor.id, savedAt: ctx.now }
    if (newest && newest.approvedAt === null) {
      await updateText(ctx.db, newest.id, said)
      return view(ctx, newest.id)
    }
    const id = ctx.newId()
    const version = (newest?.version ?? 0) + 1
    await insertText(ctx.db, { ...said, id, kind, version, approvedBy: null, approvedAt: null, fromAt: null })
    return view(ctx, id)
  },

  approveText: async (ctx, { id, fromAt }) => {
    const row = found(await findText(ctx.db, id), 'trustText')
    must(canApproveText(row, ctx.actor.id))
    if (fromAt !== null && fromAt < ctx.now) refuse('trust-from-past')
    await updateText(ctx.db, id, { approvedBy: ctx.actor.id, approvedAt: ctx.now, fromAt: fromAt ?? ctx.now })
    return view(ctx, id)
  },

  acknowledge: async (ctx, { id }) => {
    const row = await inForce(ctx, id)
    if (row.kind !== 'rules') refuse('trust-only-sign')
    await mustBeFirst(ctx, row)
    const digest = digestOf(statementOf(ctx, row, ctx.actor.id, '', ctx.now))
    ctx.note({ version: row.version, digest })
    await insertAssent(ctx.db, {
      ...{ textId: id, userId: ctx.actor.id, at: ctx.now, typedName: null, digest, signature: null },
    })
    return null
  },

  /** S3-134: signed by name and own password; the desk's key seals what was signed, and the audit log holds both. */
  sign: async (ctx, { id, name, password }) => {
    const row = await inForce(ctx, id)
    must(canSign(row.kind, ctx.actor, name))
    await mustBeFirst(ctx, row)
    mustBeOwnPassword(ctx, password)
    const statement = statementOf(ctx, row, ctx.actor.id, name, ctx.now)
    const digest = digestOf(statement)
    const signature = signStatement(ctx, statement)
    ctx.note({ version: row.version, digest, signature })
    await insertAssent(ctx.db, { textId: id, userId: ctx.actor.id, at: ctx.now, typedName: name, digest, signature })
    return { digest }
  },

  /** S3-127 S3-134: everybody at the desk beside one version, so that who has not is seen at once. */
  assents: async (ctx, { id }) => {
    const row = found(await findText(ctx.db, id), 'trustText')
    const { graceDays } = await readTrust(ctx.db)
    const since = row.kind === 'undertaking' ? row.fromAt : null
    return (await peopleWithAssent(ctx.db, id)).map(({ createdAt, id: userId, ...person }) => ({
      ...person,
      userId: userId as UserId,
      dueAt: since === null ? null : signBy(since, createdAt, graceDays),
    }))
  },

  signed: async (ctx, { id, userId = ctx.actor.id as UserId }) => {
    if (userId !== ctx.actor.id && ctx.actor.role !== 'manager') refuse('trust-own-only')
    const row = found(await findText(ctx.db, id), 'trustText')
    const assent = found(await findAssent(ctx.db, id, userId), 'trustAssent')
    const user = found(await findUserById(ctx.db, userId), 'user')
    const { signature, digest, at } = assent
    if (signature === null) refuse('trust-only-read')
    const statement = statementOf(ctx, row, userId, assent.typedName ?? '', at)
    return {
      ...{ text: await view(ctx, id), userId, name: user.name, login: user.login, at, digest, signature },
      publicKey: publicKeyText(ctx),
      isGenuine: digestOf(statement) === digest && isGenuine(ctx, statement, signature),
    }
  },
}

/** A version that everybody has to know now. */
async function inForce(ctx: Ctx, id: string): Promise<TextRecord> {
  const row = found(await findText(ctx.db, id), 'trustText')
  if ((await textInForce(ctx.db, row.kind, ctx.now))?.id !== id) refuse('trust-not-in-force')
  return row
}

async function mustBeFirst(ctx: Ctx, row: TextRecord): Promise<void> {
  if (await findAssent(ctx.db, row.id, ctx.actor.id)) refuse('trust-done-already')
}

async function view(ctx: Ctx, id: string): Promise<TrustText> {
  const row = found(await findText(ctx.db, id), 'trustText')
  const [one] = await toViews(ctx, [row], await textsOf(ctx.db, row.kind))
  return found(one, 'trustText')
}

/** Versions as people see them, with how many have read or signed each. */
export async function toViews(ctx: Ctx, rows: readonly TextRecord[], all: readonly TextRecord[]): Promise<TrustText[]> {
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ savedBy, approvedBy }) => [savedBy, approvedBy]),
  )
  const views: TrustText[] = []
  for (const row of rows) {
    const people = row.approvedAt === null ? [] : await peopleWithAssent(ctx.db, row.id)
    const { savedBy, approvedBy, ...text } = row
    views.push({
      ...text,
      state: textState(row, all, ctx.now),
      savedById: savedBy as UserId | null,
      savedByName: names.get(savedBy ?? '') ?? null,
      approvedByName: names.get(approvedBy ?? '') ?? null,
      assents: people.filter(({ at }) => at !== null).length,
      people: people.length,
    })
  }
  return views
}
