import type { FeatureHandlers } from '../engine/handler.ts'
import { advance } from './advance.ts'
import { amend, assign, contact, link, note } from './changes.ts'
import { followUp, followUpDone, followUps } from './follow-ups.ts'
import { counts, find, queue, workflows } from './lists.ts'
import { begin, open, preview, similar } from './open.ts'
import { explain, pulse, show } from './show.ts'
import { due, nextCheck, tick, tickPreview } from './tick.ts'

export const cases: FeatureHandlers<'cases'> = {
  open,
  begin,
  preview,
  similar,
  show,
  pulse,
  find,
  queue,
  counts,
  workflows,
  advance,
  assign,
  amend,
  link,
  note,
  contact,
  followUp,
  followUpDone,
  followUps,
  explain,
  due,
  tick,
  tickPreview,
  nextCheck,
}
