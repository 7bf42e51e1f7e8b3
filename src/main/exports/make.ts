import fs from 'node:fs'
import path from 'node:path'
import type { Output, Parsed } from '../../shared/contracts.ts'
import type { ExportScope } from '../../shared/exports/model.ts'
import { isWholeProfile, PROFILE_RULES } from '../../shared/exports/profiles.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { sealingOf } from '../bundle/age.ts'
import { writeBundle } from '../bundle/write.ts'
import { findCase, scopeOf } from '../cases/case-file.ts'
import { keyIdText } from '../crypto/minisign.ts'
import { sign } from '../crypto/signing.ts'
import { readHead } from '../engine/audit.ts'
import { writeCheckpoint } from '../engine/checkpoints.ts'
import { requireOpen } from '../engine/desk.ts'
import type { Ctx } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { canExport, watermarkText } from '../rules/export-policy.ts'
import { redactRow, replacedColumns } from '../rules/export-redaction.ts'
import { HISTORY_COLUMNS } from './columns.ts'
import { collect, contentsPart, historyParts } from './content.ts'
import { contentsDocument, notPrintedSection, volumesSection } from './contents-document.ts'
import { type Continued, continuedParts, type What } from './continued.ts'
import { type DocumentFacts, historyDocument } from './document.ts'
import { classOf } from './field-classes.ts'
import { tableNameOf } from './headings.ts'
import type { History } from './history.ts'
import { printedVolumes } from './printed-parts.ts'
import { chainProof } from './proof.ts'
import { findEntries, insertCopy, insertExport, readDeskNames, readNames } from './queries.ts'
import { requestFor, spendRequest } from './requests.ts'
import { type Aim, aimFor } from './scope.ts'
import { createSieve, type Sieve } from './sieve.ts'
import { workflowsOf } from './step-words.ts'
import { endUnfinished } from './unfinished-rows.ts'

/** Up to so many rows the history of one member or case is printed in full; beyond, the printed form is a list of contents. */
const PRINTED_ROWS = 20_000
/** The same of many members or a period, in volumes. */
const PRINTED_ROWS_OF_MANY = 40_000

export type Options = Omit<Parsed<'exports.selection'>, 'scope'>

/** S3-133: writes a signed bundle for one recipient and enters it in the register; no file stays without its row. */
export async function makeExport(ctx: Ctx, scope: ExportScope, options: Options): Promise<Output<'exports.history'>> {
  const { open, recipient, sealing, aim, sieve, request } = await prepare(ctx, scope, options)
  const { db, actor, now } = ctx
  const { purpose, requester, profile, language, out } = options
  const head = await readHead(db, open.storeId)
  const note = await writeCheckpoint(open, db, head, now)
  const id = ctx.newId()
  const watermark = watermarkText({
    name: actor.name,
    login: actor.login,
    at: now,
    reference: id.slice(-8),
    zone: DESK_ZONE,
    purpose,
  })
  const facts = {
    names: await namesFor(ctx, profile, language),
    language,
    purpose,
    requester,
    exporter: `${actor.name} (${actor.login})`,
  }
  const { parts, taken, changed } = await partsOf(ctx, aim, sieve, out, {
    ...facts,
    profile,
    recipient,
    watermark,
    at: now,
    head,
    label: aim.label,
  })
  ctx.signal.throwIfAborted()
  const shown = isWholeProfile(profile) ? await entriesOf(ctx, aim, sieve) : []
  const { signing } = open.keys
  const written = await writeBundle(
    out,
    { parts, proof: await chainProof(db, open.storeId, shown, { head, note }) },
    { keyId: signing.keyId, publicKey: signing.publicKey, sign: (bytes) => sign(signing, bytes) },
    {
      storeId: open.storeId,
      requester: { id: actor.id, name: requester },
      purpose,
      watermark,
      subject: { kind: scope.kind, id: scope.kind === 'period' ? null : aim.label },
      createdAt: now,
      range: scope.kind === 'period' ? { from: scope.from, to: scope.to } : { from: null, to: null },
      destroyBy: options.destroyBy ?? null,
      redaction: {
        profile,
        replaced: replacedColumns(profile, HISTORY_COLUMNS, classOf),
        without: [...PROFILE_RULES[profile].without],
      },
      counts: sieve.counts,
    },
    sealing,
  )
  try {
    const heldBack = sieve.counts().reduce((sum, one) => sum + one.heldBack, 0)
    const row = { fileName: path.basename(out), rows: written.rows, sha256: written.sha256, head: head.hash }
    await insertExport(db, { id, at: now, actorId: actor.id, memberId: aim.member, purpose, requester, ...row })
    const agreed = {
      destroyBy: options.destroyBy ?? null,
      encryption: sealing?.kind ?? 'none',
      requestId: request?.id ?? null,
    } as const
    const none = { destroyedOn: null, destroyedNote: null, confirmedAt: null, confirmedBy: null }
    const about = { scopeKind: scope.kind, scopeLabel: aim.label, profile, recipient, heldBack }
    await insertCopy(db, { exportId: id, ...about, ...agreed, ...none })
    if (request) await spendRequest(db, request.id)
    await endUnfinished(db, out)
    ctx.note({ export: { id, ...about, ...agreed, ...row } })
    const names = changed.map((table) => tableNameOf(table, language))
    return { id, ...row, heldBack, taken, changed: names, keyId: keyIdText(signing.keyId) }
  } catch (error) {
    // No file leaves without its row.
    fs.rmSync(out, { force: true })
    throw error
  }
}

/** All that is asked before anything is written: purpose, place, encryption, what the store holds, and the second person. */
export async function prepare(ctx: Ctx, scope: ExportScope, options: Options) {
  const open = requireOpen(ctx.desk)
  const { db, actor } = ctx
  if (actor.role === 'system') refuse('export-manager-only')
  const { purpose, profile, out, requestId } = options
  const recipient = options.recipient ?? options.requester
  must(canExport(actor, { purpose, leavesMainland: options.leavesMainland, ...approvalOf(options) }))
  const sealing = sealingOf(options)
  if (scope.kind === 'case') found(await findCase(db, scopeOf(ctx), scope.caseId), 'case')
  const aim = await aimFor(ctx, scope)
  subjectOf(ctx, aim)
  mustBeNew(out)
  const sieve = await createSieve(ctx, profile, aim.reach)
  const request = await requestFor(ctx, aim, sieve, { profile, recipient, requestId })
  return { open, recipient, sealing, aim, sieve, request }
}

/** True for a history short enough to be printed in full. */
export function isPrintedWhole({ scope }: Aim, { total }: Pick<Sieve, 'total'>): boolean {
  return (scope.kind === 'member' || scope.kind === 'case') && total <= PRINTED_ROWS
}

/** By what the finished parts of a large export are known again. */
export const whatOf = ({ key }: Aim, { profile, language }: Pick<Options, 'profile' | 'language'>): What => ({
  ...{ data: key, profile, language },
})

type Facts = Omit<DocumentFacts, 'history'>

async function partsOf(ctx: Ctx, aim: Aim, sieve: Sieve, out: string, facts: Facts): Promise<Continued> {
  // Fonts and layout weigh as much as the rest of the engine: they are loaded by the first export, not by every start.
  const { renderPdf } = await import('../bundle/pdf.ts')
  if (!isPrintedWhole(aim, sieve)) {
    const isOne = aim.scope.kind === 'member' || aim.scope.kind === 'case'
    const most = isOne ? PRINTED_ROWS : PRINTED_ROWS_OF_MANY
    const isPrinted = sieve.total <= most
    const { parts, ...rest } = await continuedParts(ctx, sieve, out, whatOf(aim, facts), isPrinted ? 1 : 0)
    const volumes = isPrinted ? await printedVolumes(ctx, sieve, aim, facts, renderPdf) : []
    const { language } = facts
    const printed = isPrinted ? volumesSection(volumes, language) : notPrintedSection(sieve.total, most, language)
    const contents = contentsPart(await renderPdf(contentsDocument(facts, sieve.inStore, printed)))
    return { parts: [contents, ...volumes.map(({ part }) => part), ...parts], ...rest }
  }
  const history: History = { member: await memberOf(ctx, aim, facts), ...(await collect(sieve)) }
  const workflows = await workflowsOf(ctx.db, history.cases)
  const printed = await renderPdf(historyDocument({ ...facts, history, workflows }))
  const parts = historyParts(history, printed, facts.language)
  return { parts, taken: 0, changed: [] }
}

async function memberOf({ db }: Ctx, { member }: Aim, { profile }: Facts) {
  if (!member) return undefined
  const row = found(await db.selectFrom('members').selectAll().where('id', '=', member).executeTakeFirst(), 'member')
  return redactRow(profile, 'member', row, classOf)
}

// Under a profile without names, the numbers of the staff stay numbers.
async function namesFor({ db }: Ctx, profile: Facts['profile'], language: Facts['language']): Promise<Facts['names']> {
  const staff = PROFILE_RULES[profile].deeds.staff === 'keep' ? await readNames(db) : []
  return new Map([...(await readDeskNames(db, language)), ...staff])
}

/** The audit entries that leave with their bodies: never those of a case that is closed to whoever exports. */
async function entriesOf(ctx: Ctx, aim: Aim, { closed }: Sieve): Promise<number[]> {
  const all = await entriesAbout(ctx, aim)
  const hidden = new Set(closed.size === 0 ? [] : await findEntries(ctx.db, [], [...closed]))
  return all.filter((sequence) => !hidden.has(sequence))
}

async function entriesAbout({ db }: Ctx, { reach }: Aim): Promise<number[]> {
  if (reach.kind === 'period') return []
  if (reach.kind === 'cases') return findEntries(db, [], reach.ids)
  const cases = await db
    .selectFrom('cases')
    .select('id')
    .where('memberId', 'in', [...reach.ids])
    .execute()
  return findEntries(
    db,
    reach.ids,
    cases.map(({ id }) => id),
  )
}

function subjectOf(ctx: Ctx, { scope }: Aim): void {
  if (scope.kind === 'member') ctx.subject({ memberId: scope.memberId })
  if (scope.kind === 'case') ctx.subject({ caseId: scope.caseId })
}

function approvalOf({ approval }: Options): { approval?: string } {
  return approval ? { approval } : {}
}
