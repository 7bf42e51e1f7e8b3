import path from 'node:path'
import { found } from '../../shared/failure.ts'
import { READS } from '../../shared/reads.ts'
import type { AnchorResult } from '../../shared/rights/model.ts'
import { namesOf } from '../cases/case-file.ts'
import { openCheckpoint } from '../crypto/checkpoint-note.ts'
import { writeDurably } from '../crypto/durable-file.ts'
import { utf8 } from '../crypto/encoding.ts'
import { sha256 } from '../crypto/hash.ts'
import { readHead } from '../engine/audit.ts'
import { writeCheckpoint } from '../engine/checkpoints.ts'
import { requireOpen } from '../engine/desk.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { readNamedText } from '../files/named-file.ts'
import { type ChainHead, checkpointOrigin, genesisHash } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'
import { anchorMail } from './anchor-mail.ts'

type Calls = Pick<FeatureHandlers<'rights'>, 'anchors' | 'sendAnchor' | 'draftAnchorMail' | 'compareAnchor'>

/** Places of the audit chain kept outside the store: what a whole file put back to an earlier state cannot bring along. */
export const anchoring: Calls = {
  anchors: async ({ db }) => {
    const rows = await sentPlaces(db).orderBy('sentAt', 'desc').limit(200).execute()
    const names = await namesOf(
      db,
      rows.map(({ sentBy }) => sentBy),
    )
    return rows.map(({ sentBy, ...row }) => ({ ...row, sentByName: names.get(sentBy) ?? '' }))
  },

  sendAnchor: async (ctx, { keptBy, out }) => {
    const open = requireOpen(ctx.desk)
    const { db, now, actor } = ctx
    mustBeNew(out)
    const head = await readHead(db, open.storeId)
    const note = await writeCheckpoint(open, db, head, now)
    const row = { id: ctx.newId(), ...head, sentAt: now, keptBy }
    await db
      .insertInto('auditAnchors')
      .values({ ...row, sentBy: actor.id })
      .execute()
    writeDurably(out, Buffer.from(note))
    return { ...row, sentByName: actor.name, note }
  },

  draftAnchorMail: async ({ db, note }, { id, language, out }) => {
    const place = found(await sentPlaces(db).where('auditAnchors.id', '=', id).executeTakeFirst(), 'anchor')
    mustBeNew(out)
    writeDurably(out, utf8(anchorMail({ ...place, note: found(place.note, 'anchor') }, language)))
    const fileName = path.basename(out)
    note({ anchor: { sequence: place.sequence, hash: place.hash, fileName } })
    return { fileName }
  },

  compareAnchor: async (ctx, { file, text = '' }) => {
    const { storeId, keys } = requireOpen(ctx.desk)
    const present = (await readHead(ctx.db, storeId)).sequence
    const checkpoint = openCheckpoint(
      keys.signing.publicKey,
      noteIn(file === undefined ? text : readNamedText(file, READS.text)),
    )
    if (!checkpoint) return { result: 'unreadable', anchored: null, present }
    const { origin, head } = checkpoint
    if (origin !== checkpointOrigin(storeId)) return { result: 'otherStore', anchored: head.sequence, present }
    return { result: await compare(ctx.db, storeId, head, present), anchored: head.sequence, present }
  },
}

async function compare(db: Db, storeId: string, head: ChainHead, present: number): Promise<AnchorResult> {
  if (head.sequence > present) return 'rolledBack'
  if (head.sequence === 0) return head.hash === genesisHash(storeId, sha256) ? 'same' : 'rewritten'
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', head.sequence).executeTakeFirst()
  return row?.hash === head.hash ? 'same' : 'rewritten'
}

/** Every place that was sent out, with the signed text the store keeps of it. */
function sentPlaces(db: Db) {
  return db
    .selectFrom('auditAnchors')
    .leftJoin('checkpoints', 'checkpoints.seq', 'auditAnchors.sequence')
    .selectAll('auditAnchors')
    .select('checkpoints.note')
}

// Programs that scan, paste or mail a text end its lines as they like; its words are what is signed.
function noteIn(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return `${lines
    .map((line) => line.trim())
    .join('\n')
    .trim()}\n`
}
