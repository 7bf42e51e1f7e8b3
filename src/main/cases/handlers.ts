import type { FeatureHandlers } from '../engine/handler.ts'
import { advance } from './advance.ts'
import { amend, assign, contact, note } from './changes.ts'
import { escalations } from './escalations.ts'
import { explain } from './explain.ts'
import { followUp, followUpDone, followUps } from './follow-ups.ts'
import { link, unlink } from './linking.ts'
import { counts, find, queue, queueTotal, workflows } from './lists.ts'
import { unmerge } from './merging.ts'
import { begin, open, preview, similar } from './open.ts'
import { correctPause } from './pauses.ts'
import { replay } from './replay.ts'
import { resembling } from './resembling.ts'
import { restricted } from './restricted.ts'
import { share } from './share.ts'
import { pulse, show } from './show.ts'
import { split } from './split.ts'
import { assess, receipt, revisit } from './stages.ts'
import { due, nextCheck, tick, tickPreview } from './tick.ts'

export const cases: FeatureHandlers<'cases'> = {
  open,
  begin,
  preview,
  similar,
  resembling,
  restricted,
  show,
  pulse,
  find,
  queue,
  queueTotal,
  counts,
  workflows,
  advance,
  assign,
  amend,
  link,
  unlink,
  note,
  contact,
  followUp,
  followUpDone,
  followUps,
  explain,
  replay,
  escalations,
  due,
  tick,
  tickPreview,
  nextCheck,
  assess,
  receipt,
  revisit,
  share,
  split,
  unmerge,
  correctPause,
}
