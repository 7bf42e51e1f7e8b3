import { never } from '../../../shared/failure.ts'
import { go } from '../../ui/navigation.ts'
import { openCase } from '../open.ts'
import type { QueueRow } from './rows.ts'

/** Opens a line where it is worked on: the case, the list of calls back, the to-do, the sub-task, what has to be decided. */
export function openWait(row: QueueRow, me: string | undefined): void {
  switch (row.what) {
    case 'case':
      openCase(row.id)
      break
    case 'callBack':
      go('calls', { view: 'callBacks', ...(row.callId === null ? {} : { id: row.callId }) })
      break
    case 'todo':
      go('todos', { tab: 'todos', id: row.id, list: row.ownerId === me ? 'mine' : 'given' })
      break
    case 'subTask':
      go('subTasks', { id: row.id })
      break
    case 'promise':
    case 'followUp':
      if (row.caseId !== null) openCase(row.caseId)
      else if (row.memberId !== null) go('members', { id: row.memberId })
      else go('todos', { tab: 'promises' })
      break
    case 'approval':
      if (row.caseId !== null) openCase(row.caseId)
      else go('exports', { tab: 'requests' })
      break
    case 'care':
      go('messages', { tab: 'care' })
      break
    default:
      never(row)
  }
}
