import path from 'node:path'
import { found, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { openBundle } from '../bundle/age.ts'
import { verifierText } from '../bundle/verifier.ts'
import { verifyBundle } from '../bundle/verify.ts'
import { writeDurably } from '../crypto/durable-file.ts'
import { utf8 } from '../crypto/encoding.ts'
import { sha256 } from '../crypto/hash.ts'
import { printPublicKey } from '../crypto/minisign.ts'
import { requireOpen } from '../engine/desk.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { dayAt } from '../rules/zone.ts'
import { goOn, runExport } from './begin.ts'
import { decideLimits, limits, proposeLimits } from './limits.ts'
import { endCopy, findCopy, listExports } from './queries.ts'
import { ask, decide, measure, requests } from './requests.ts'
import { discard, unfinished } from './unfinished.ts'
import { waits } from './waits.ts'

export const exports: FeatureHandlers<'exports'> = {
  history: (ctx, { memberId, ...options }) => runExport(ctx, { kind: 'member', memberId }, options),
  selection: (ctx, { scope, ...options }) => runExport(ctx, scope, options),
  unfinished,
  goOn,
  discard,
  measure,
  ask,
  requests,
  decide,
  limits,
  proposeLimits,
  decideLimits,
  waits,

  confirmDestroyed: async (ctx, { id, on, note }) => {
    const { db, actor, now } = ctx
    const copy = found(await findCopy(db, id), 'export')
    if (copy.destroyedOn !== null) refuse('export-copy-ended', { day: copy.destroyedOn })
    if (on > dayAt(DESK_ZONE, now)) refuse('export-copy-future')
    await endCopy(db, id, { destroyedOn: on, destroyedNote: note, confirmedAt: now, confirmedBy: actor.id })
    ctx.note({ copy: { id, recipient: copy.recipient, destroyBy: copy.destroyBy, destroyedOn: on } })
    return { id }
  },

  list: async ({ db, now }, input) => listExports(db, input, dayAt(DESK_ZONE, now)),

  verify: async (ctx, { file, passphrase, identity }) => {
    const { signing } = requireOpen(ctx.desk).keys
    const opened = await openBundle(file, { passphrase, identity })
    if (!opened.ok) return { ok: false, rows: 0, isOurs: false, profile: null, problems: [opened.problem] }
    try {
      const report = await verifyBundle(opened.source)
      const ours = await verifyBundle(opened.source, { pinnedKey: printPublicKey(signing) })
      const { manifest } = report
      return {
        ok: report.ok,
        rows: report.rows,
        isOurs: ours.ok,
        profile: manifest?.version === 2 ? manifest.redaction.profile : null,
        problems: report.problems.map(({ code, file: name, detail }) => ({
          code,
          detail,
          ...(name ? { file: name } : {}),
        })),
      }
    } finally {
      await opened.close()
    }
  },

  saveVerifier: async (ctx, { out }) => {
    const { signing } = requireOpen(ctx.desk).keys
    mustBeNew(out)
    const text = verifierText()
    writeDurably(out, utf8(text))
    const file = { fileName: path.basename(out), sha256: sha256(text) }
    ctx.note({ verifier: file })
    return { ...file, publicKey: printPublicKey(signing).split('\n')[1] ?? '' }
  },
}
