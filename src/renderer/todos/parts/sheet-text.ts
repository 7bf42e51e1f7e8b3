import type { HandOverSheet } from '../../../shared/todos/hand-overs.ts'
import { say } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import type { NameOf } from '../../ui/use-name.ts'

type Head = { from: string; to: string; at: number; note: string }

const due = (at: number | null) => (at === null ? '—' : dateTimeText(at))

/** A hand-over sheet as plain text, for paper. */
export function sheetText(sheet: HandOverSheet, head: Head, nameOf: NameOf): string {
  const part = (title: string, lines: readonly string[]) => [
    '',
    title,
    ...(lines.length === 0 ? [say('todos', 'handOver.none')] : lines.map((line, i) => `${i + 1}. ${line}`)),
  ]
  return [
    say('todos', 'handOver.sheet'),
    `${say('todos', 'handOver.from', { from: head.from, to: head.to })}  ${dateTimeText(head.at)}`,
    ...part(
      say('todos', 'handOver.cases'),
      sheet.cases.map(
        (one) =>
          `${one.number}  ${nameOf(one.stateName)}  ${due(one.dueAt)}  ${one.title || say('todos', 'handOver.restricted')}`,
      ),
    ),
    ...part(
      say('todos', 'handOver.promises'),
      sheet.promises.map((one) => `${due(one.dueAt)}  ${one.caseNumber ?? ''}  ${one.text}`),
    ),
    ...part(
      say('todos', 'handOver.todos'),
      sheet.todos.map((one) => `${due(one.dueAt)}  ${one.caseNumber ?? ''}  ${one.title} ${one.detail}`.trim()),
    ),
    ...part(say('todos', 'handOver.note'), head.note === '' ? [] : [head.note]),
  ].join('\n')
}
