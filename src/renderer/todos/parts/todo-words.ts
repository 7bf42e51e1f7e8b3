import type { TodoView } from '../../../shared/todos/contract.ts'
import type { TodoState } from '../../../shared/todos/words.ts'
import { useT } from '../../i18n/use-t.ts'
import type { Tone } from '../../ui/badges.tsx'

export const TODO_TONES: Record<TodoState, Tone> = { open: 'info', done: 'good', dropped: 'neutral' }

/** What a to-do says; one about a case that went to somebody else holds only that person's name. */
export function useTodoTitle(): (todo: Pick<TodoView, 'source' | 'title' | 'caseNumber'>) => string {
  const t = useT('todos')
  return ({ source, title, caseNumber }) =>
    source === 'moved' ? `${caseNumber ?? ''} ${t('movedTitle', { name: title })}`.trim() : title
}
