import fs from 'node:fs'
import path from 'node:path'
import { refuse } from '../../shared/failure.ts'
import { isTooDeep, MOST_DEPTH } from '../../shared/json-depth.ts'
import { packFile } from '../../shared/policies/model.ts'
import { READS } from '../../shared/reads.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Handler } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { readNamedText } from '../files/named-file.ts'
import type { JsonValue } from '../rules/audit-chain.ts'
import { draftedKindOf, packText, policyHash, unpacked, wholePolicy } from '../rules/policy-pack.ts'
import { dayAt } from '../rules/zone.ts'
import { makeVersion, mustShape } from './drafts.ts'
import { loadVersion, loadVersions, toDetail } from './versions.ts'

/** Reads a small JSON file that somebody chose; refuses what is none, in the file's own name. */
export function readJsonFile(file: string): unknown {
  const name = path.basename(file)
  const value = parsed(readNamedText(file, READS.json))
  if (value === undefined) refuse('policy-file-not-json', { name })
  return isTooDeep(value) ? refuse('policy-file-too-deep', { name, max: MOST_DEPTH }) : value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Writes a version as a pack that another desk can take in. */
export const exportPack: Handler<'policies.export'> = async (ctx, { id, out }) => {
  const version = await loadVersion(ctx, id)
  mustBeNew(out)
  const text = packText(version.body, sha256)
  fs.writeFileSync(out, text, { flag: 'wx', mode: 0o600 })
  const hash = policyHash(version.body, sha256)
  ctx.note({ policy: { id, hash } })
  return { id, fileName: path.basename(out), hash, bytes: Buffer.byteLength(text) }
}

/** Takes a pack in as a draft; nothing of it is in force before a second person approved it. */
export const importPack: Handler<'policies.import'> = async (ctx, { file, effectiveFrom, reason }) => {
  const raw = readJsonFile(file)
  const { hash, policy, isPack } = unpacked(raw)
  if (isPack && !packFile.safeParse(raw).success) refuse('policy-file-no-pack', { name: path.basename(file) })
  const kind = draftedKindOf(policy) ?? refuse('policy-file-no-policy', { name: path.basename(file) })
  const place = isPack ? 'policy' : ''
  const whole: JsonValue = wholePolicy(kind, JSON.stringify(mustShape(kind, policy, place)))
  const own = policyHash(whole, sha256)
  if (hash !== null && hash !== own) refuse('policy-file-hash', { name: path.basename(file) })
  const versions = await loadVersions(ctx, kind)
  const same = versions.find((one) => one.state !== 'withdrawn' && policyHash(one.body, sha256) === own)
  if (same) refuse('policy-known', { id: same.id })
  const said = { ...(whole as Record<string, unknown>) }
  const pack = String(said.id)
  const made = await makeVersion(ctx, {
    ...{ kind, pack, said, reason, place },
    basedOn: versions.find((one) => one.pack === pack && one.state === 'inForce') ?? null,
    effectiveFrom: effectiveFrom ?? dayAt(DESK_ZONE, ctx.now),
    deed: 'imported',
  })
  return toDetail(ctx, made)
}
