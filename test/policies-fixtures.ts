import fs from 'node:fs'
import path from 'node:path'
import type { Output } from '../src/shared/contracts.ts'
import type { TargetPolicy, TargetRule } from '../src/shared/targets/model.ts'
import type { App } from './app.ts'

type Detail = Output<'policies.show'>

/** The targets in force, in full. */
export async function targetsInForce(app: App): Promise<Detail & { body: TargetPolicy }> {
  const list = await app.call('policies.list', { kind: 'targets' })
  const id = list.find(({ state }) => state === 'inForce')?.id ?? ''
  const detail = await app.call('policies.show', { id })
  return { ...detail, body: detail.body as TargetPolicy }
}

/** Rules with some of them changed. */
export function changed(rules: readonly TargetRule[], id: string, change: Partial<TargetRule>): TargetRule[] {
  return rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule))
}

/** Targets with something changed, drafted by the lead and approved by the manager; they begin on the day. */
export async function approved(app: App, body: Partial<TargetPolicy>, effectiveFrom: string): Promise<Detail> {
  await app.as('lead')
  const { id: basedOn } = await targetsInForce(app)
  const { id } = await app.call('policies.draft', { basedOn, effectiveFrom, body, reason: '调整数值' })
  await app.call('policies.submit', { id, reason: '请审批' })
  await app.as('manager')
  return app.call('policies.approve', { id })
}

/** A draft of the targets in which confirming takes 12 hours, written by the lead. */
export async function draftConfirm12h(app: App, effectiveFrom: string): Promise<Detail> {
  await app.as('lead')
  const { id, body } = await targetsInForce(app)
  const rules = changed(body.rules, 's1-confirm-24h', { limit: { unit: 'minutes', amount: 720 } })
  return app.call('policies.draft', { basedOn: id, effectiveFrom, body: { rules }, reason: '加快确认' })
}

/** The same, submitted by its author and approved by the manager. */
export async function approveConfirm12h(app: App, effectiveFrom: string): Promise<Detail> {
  const { id } = await draftConfirm12h(app, effectiveFrom)
  await app.call('policies.submit', { id, reason: '请审批' })
  await app.as('manager')
  return app.call('policies.approve', { id, reason: '同意' })
}

/** Writes a file into the test's own folder. */
export function fileOf(app: App, name: string, content: unknown): string {
  const file = path.join(app.folder, name)
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
