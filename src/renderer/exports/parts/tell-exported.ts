import type { Output } from '../../../shared/contracts.ts'
import { say } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'

/** Says what was exported, and what became of an earlier attempt that was not finished. */
export function tellExported({ fileName, rows, taken, changed }: Output<'exports.selection'>): void {
  const words = [say('exports', 'exported', { name: fileName, rows: countText(rows) })]
  if (taken > 0) words.push(say('exports', 'continued', { rows: countText(taken) }))
  if (changed.length > 0) words.push(say('exports', 'changedSince', { tables: changed.join('、') }))
  tellDone(words.join('\n'))
}
