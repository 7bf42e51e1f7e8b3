import type { z } from 'zod'
import type { CallSpec, Topic } from '../../shared/contract.ts'
import { contracts } from '../../shared/contracts.ts'
import { type Failure, type Issue, must, Refusal, type Result } from '../../shared/failure.ts'
import { isTooDeep } from '../../shared/json-depth.ts'
import type { Actor } from '../../shared/session/model.ts'
import { mustReach } from '../members/guard.ts'
import { withoutBeyond } from '../members/sieve.ts'
import type { JsonObject } from '../rules/audit-chain.ts'
import { faultOf } from '../store/errors.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/types.ts'
import { actingInTurn, mayBeDisclosedTo } from '../trust/acting.ts'
import { appendAudit, entryBody, type Head, noteHead } from './audit.ts'
import { beginFirst, findBeginning } from './beginning.ts'
import { writeCheckpointWhenDue } from './checkpoints.ts'
import type { Desk, OpenStore } from './desk.ts'
import { handlers } from './features.ts'
import { type BaseCtx, SYSTEM_ACTOR, type SystemActor } from './handler.ts'
import { mustNameFiles } from './named-files.ts'
import { outsideFaultOf } from './outside-faults.ts'

type AnyHandler = (ctx: unknown, input: unknown) => Promise<unknown>
type Who = Actor | SystemActor

/** One request as it arrives: by name, with unparsed input. */
export type Request = { name: string; input: unknown; signal: AbortSignal; progress: BaseCtx['progress'] }

/** A person's request on this engine. */
export async function dispatch(desk: Desk, request: Request): Promise<Result<unknown>> {
  let actor: Actor | null
  try {
    actor = await actingInTurn(desk)
  } catch (error) {
    // Locked while we asked: the store is closed, and nothing is wrong.
    return failed(desk.open ? unforeseen(desk, request, error) : { code: 'LOCKED' })
  }
  return answer(desk, actor, request)
}

/** The desk's own request, for what happens by itself: the same path, the same audit. */
export function dispatchAsSystem(desk: Desk, request: Request): Promise<Result<unknown>> {
  return answer(desk, SYSTEM_ACTOR, request)
}

/** The one path of every call: known, signed in, role, parse, transaction, handler, audit, parse output, commit. */
async function answer(desk: Desk, actor: Who | null, request: Request): Promise<Result<unknown>> {
  const spec = findSpec(request.name)
  if (!spec) return failed({ code: 'UNKNOWN_CALL' })
  const refusal = checkAccess(desk, actor, spec)
  if (refusal) {
    if (actor) await auditRefusal(desk, actor, request.name, refusal, {})
    return failed(refusal)
  }
  if (isTooDeep(request.input)) return failed({ code: 'INVALID_INPUT', issues: [{ path: '', reason: 'too-deep' }] })
  const parsed = spec.input.safeParse(request.input)
  if (!parsed.success) return failed({ code: 'INVALID_INPUT', issues: issuesOf(parsed.error) })
  try {
    if (spec.reads !== undefined) await mustNameFiles(parsed.data, spec.reads)
    const value =
      spec.access === 'public' || spec.alone
        ? await runBare(desk, spec, request, parsed.data)
        : await runInTransaction(desk, actor, spec, request, parsed.data)
    if (spec.changes) desk.host.push({ kind: 'changed', topics: topicsOf(spec) })
    return { ok: true, value }
  } catch (error) {
    const failure = await failureOf(desk, actor, spec, request, parsed.data, error)
    // What was committed at its beginning stays, and stands differently now.
    if (findBeginning(request.name)) desk.host.push({ kind: 'changed', topics: topicsOf(spec) })
    return failed(failure)
  }
}

function topicsOf(spec: CallSpec): Topic[] {
  return spec.kind === 'command' || spec.discloses ? [...(spec.changes ?? []), 'audit'] : [...(spec.changes ?? [])]
}

/** The declaration of a call by its full name; undefined for a name that nobody declared. */
export function findSpec(name: string): CallSpec | undefined {
  const [feature = '', call = '', ...rest] = name.split('.')
  if (rest.length > 0 || !Object.hasOwn(contracts, feature)) return undefined
  const calls: Record<string, CallSpec> = contracts[feature as keyof typeof contracts]
  return Object.hasOwn(calls, call) ? calls[call] : undefined
}

/** The handler of a declared call. */
export function findHandler(name: string): AnyHandler {
  const [feature = '', call = ''] = name.split('.')
  const calls = handlers[feature as keyof typeof handlers] as unknown as Record<string, AnyHandler>
  const handler = calls[call]
  if (!handler) throw new Error(`no handler for ${name}`)
  return handler
}

function checkAccess(desk: Desk, actor: Who | null, spec: CallSpec): Failure | undefined {
  if (spec.access === 'public') return undefined
  if (!desk.open || !actor) return { code: 'LOCKED' }
  if (actor.role !== 'system' && desk.session?.mustChangePassword && !spec.beforePasswordChange)
    return { code: 'RULE', rule: 'password-change-first', params: {} }
  if (spec.access === 'anyone') return undefined
  return spec.access.includes(actor.role) ? undefined : { code: 'FORBIDDEN' }
}

async function runBare(desk: Desk, spec: CallSpec, request: Request, input: unknown): Promise<unknown> {
  const trail = newTrail()
  const actor = desk.session?.actor ?? null
  const output = await findHandler(request.name)({ ...baseCtx(desk, request, trail), actor }, input)
  const value = spec.output.parse(output)
  const after = desk.session?.actor ?? actor
  // Opening a store is itself the first thing to be remembered in it; locking writes its row before the store closes.
  // A call that had the store for itself has written its row with its change.
  if (spec.kind === 'command' && !spec.alone && desk.open && after) {
    const { store } = desk.open
    const head = await store.transaction((db) =>
      audit(desk.open, db, after, spec, request, input, 'done', trail, desk.host.now()),
    )
    noteHead(desk.open, head)
  }
  return value
}

async function runInTransaction(
  desk: Desk,
  actor: Who | null,
  spec: CallSpec,
  request: Request,
  input: unknown,
): Promise<unknown> {
  const open = desk.open
  if (!open || !actor) throw new Refusal({ code: 'LOCKED' })
  const trail = newTrail()
  const base = baseCtx(desk, request, trail)
  const isAudited = spec.kind === 'command' || spec.discloses === true
  const runHandler = async (db: Db) => {
    const output = await findHandler(request.name)({ ...base, actor, db }, input)
    await mustReach({ actor }, db, spec, trail)
    return isSifted(spec) ? withoutBeyond({ actor }, db, output) : output
  }
  if (!isAudited) {
    if (spec.heavy && open.heavy)
      return open.heavy.run({ name: request.name, input, actor, now: base.now, head: open.head }, request)
    return readerFor(open, spec).read(async (db) => spec.output.parse(await runHandler(db)))
  }
  const hasBegun = await beginFirst(open, request.name, { ...base, actor }, input)
  if (hasBegun) desk.host.push({ kind: 'changed', topics: topicsOf(spec) })
  const { value, head } = await open.store.transaction(async (db) => {
    await open.store.lockChain(db)
    if (spec.discloses) must(await mayBeDisclosedTo(db, actor, base.now))
    const output = await runHandler(db)
    const newest = await audit(open, db, actor, spec, request, input, 'done', trail, base.now)
    return { value: spec.output.parse(output), head: newest }
  })
  noteHead(open, head)
  await writeCheckpointWhenDue(open, head, base.now)
  if (spec.kind === 'command' && desk.session && actor.role !== 'system') desk.session.lastActiveAt = base.now
  return value
}

// A query that leaves no trace never waits for a writer: while one is at work it sees what was committed before.
function readerFor(open: OpenStore, spec: CallSpec): Store {
  return open.reader && (spec.heavy || open.store.isBusy()) ? open.reader : open.store
}

/** S3-129: whether lines about members beyond the scope are taken out of what a call answers. */
export function isSifted({ kind, members }: CallSpec): boolean {
  return members === 'rows' || (kind === 'query' && members !== 'scoped' && members !== 'any')
}

type Trail = { memberId: string | null; caseId: string | null; detail: JsonObject }

function newTrail(): Trail {
  return { memberId: null, caseId: null, detail: {} }
}

function baseCtx(desk: Desk, request: Request, trail: Trail): BaseCtx {
  return {
    now: desk.host.now(),
    newId: desk.host.newId,
    desk,
    subject: ({ memberId, caseId }) => {
      if (memberId !== undefined) trail.memberId = memberId
      if (caseId !== undefined) trail.caseId = caseId
    },
    note: (detail) => {
      trail.detail = { ...trail.detail, ...detail }
    },
    progress: request.progress,
    signal: request.signal,
  }
}

function audit(
  open: OpenStore | null,
  db: Db,
  actor: Who,
  spec: CallSpec,
  request: Request,
  input: unknown,
  outcome: 'done' | 'refused',
  trail: Trail,
  at: number,
): Promise<Head> {
  if (!open) throw new Refusal({ code: 'LOCKED' })
  const { memberId, caseId, detail } = trail
  return appendAudit(open.store, db, open.storeId, {
    at,
    actorId: actor.id,
    call: request.name,
    outcome,
    memberId,
    caseId,
    body: entryBody(actor, withoutSecrets(spec, input), detail),
  })
}

function withoutSecrets(spec: CallSpec, input: unknown): JsonObject {
  if (typeof input !== 'object' || input === null) return {}
  const kept = Object.entries(input).filter(([name, value]) => !spec.secrets?.includes(name) && value !== undefined)
  return JSON.parse(JSON.stringify(Object.fromEntries(kept)))
}

async function auditRefusal(desk: Desk, actor: Who, name: string, failure: Failure, detail: JsonObject): Promise<void> {
  const { open } = desk
  const spec = findSpec(name)
  if (!open || !spec) return
  const trail = { ...newTrail(), detail: { failure: JSON.parse(JSON.stringify(failure)), ...detail } }
  const head = await open.store.transaction((db) =>
    audit(
      open,
      db,
      actor,
      spec,
      { name, input: {}, signal: new AbortController().signal, progress: () => {} },
      {},
      'refused',
      trail,
      desk.host.now(),
    ),
  )
  noteHead(open, head)
}

async function failureOf(
  desk: Desk,
  actor: Who | null,
  spec: CallSpec,
  request: Request,
  input: unknown,
  error: unknown,
): Promise<Failure> {
  const isAudited = (spec.kind === 'command' || spec.discloses === true) && spec.access !== 'public'
  const detail = { input: withoutSecrets(spec, input) }
  if (error instanceof Refusal) {
    if (actor && isAudited) await auditRefusal(desk, actor, request.name, error.failure, detail)
    return error.failure
  }
  const failure = unforeseen(desk, request, error)
  if (actor && isAudited && failure.code === 'INTERNAL') {
    // What failed may be the store itself: then the local log is all there is.
    await auditRefusal(desk, actor, request.name, failure, detail).catch((cause) =>
      desk.host.log(`${failure.ref} audit`, cause),
    )
  }
  return failure
}

/** What went wrong outside every rule, in words where there are any, else with a reference to the log. */
function unforeseen(desk: Desk, request: Request, error: unknown): Failure {
  if (request.signal.aborted) return { code: 'CANCELLED' }
  const fault = faultOf(error)
  if (fault) return { code: 'RULE', rule: `store-${fault}`, params: {} }
  const outside = outsideFaultOf(error, desk.address.engine === 'sqlite' ? desk.address.path : undefined)
  if (outside) return outside
  const ref = desk.host.newId().slice(-8)
  desk.host.log(`${ref} ${request.name}`, error)
  return { code: 'INTERNAL', ref }
}

function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.join('.'),
    reason: issue.code === 'custom' || /^[a-z-]+$/.test(issue.message) ? issue.message : issue.code,
    params: issueParams(issue),
  }))
}

function issueParams(issue: z.core.$ZodIssue): Record<string, string | number> {
  const params: Record<string, string | number> = {}
  if ('minimum' in issue && typeof issue.minimum === 'number') params.minimum = issue.minimum
  if ('maximum' in issue && typeof issue.maximum === 'number') params.maximum = issue.maximum
  // A text of no characters is missing; a number below 1 is there and too small.
  if (issue.code === 'too_small' && ['number', 'int'].includes(issue.origin)) params.of = 'number'
  return params
}

function failed(failure: Failure): Result<never> {
  return { ok: false, failure }
}
