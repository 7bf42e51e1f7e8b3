import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerGiven, AttemptView } from '../../../shared/exams/model.ts'
import type { Failure, Result } from '../../../shared/failure.ts'
import { call } from '../../client.ts'
import { say } from '../../i18n/use-t.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'

/** A sign of life comes this often, so that little is lost when a clock jumps. */
const BEAT_MS = 30_000

export type Sitting = {
  attempt: AttemptView | undefined
  failure: Failure | undefined
  /** Milliseconds left by the page's own steady clock. */
  leftMs: number
  saving: 'saved' | 'saving' | 'failed'
  answer: (place: number, answer: AnswerGiven) => void
  handIn: () => Promise<void>
}

/** An exam under way: each answer is stored as it is given; the time is the desk's, counted on by a clock that nobody can set. */
export function useAttempt(examId: string): Sitting {
  const [attempt, setAttempt] = useState<AttemptView>()
  const [failure, setFailure] = useState<Failure>()
  const [leftMs, setLeft] = useState(0)
  const [saving, setSaving] = useState<Sitting['saving']>('saved')
  const endsAt = useRef(Number.POSITIVE_INFINITY)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const open = useRef(0)

  const take = useCallback((result: Result<AttemptView>) => {
    if (!result.ok) return setFailure(result.failure)
    endsAt.current = performance.now() + result.value.remainingMs
    setLeft(result.value.remainingMs)
    setAttempt(result.value)
  }, [])

  const end = useCallback(
    async (attemptId: string) => {
      tellDone(say('exams', 'sheet.timeOver'))
      take(await call('exams.attempt', { attemptId }))
    },
    [take],
  )

  useEffect(() => {
    let isHere = true
    void call('exams.sit', { examId }).then((result) => isHere && take(result))
    return () => {
      isHere = false
    }
  }, [examId, take])

  const id = attempt?.state === 'running' ? attempt.id : undefined
  const beat = useCallback(async () => {
    if (id === undefined) return
    const result = await call('exams.tick', { attemptId: id })
    if (!result.ok) return
    if (result.value.state !== 'running') return void (await end(id))
    endsAt.current = performance.now() + result.value.remainingMs
  }, [id, end])

  useEffect(() => {
    if (id === undefined) return
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      setLeft(Math.max(0, endsAt.current - now))
      if (now - last < BEAT_MS && endsAt.current > now) return
      last = now
      void beat()
    }, 1000)
    return () => clearInterval(timer)
  }, [id, beat])

  const answer = useCallback(
    (place: number, given: AnswerGiven) => {
      if (id === undefined) return
      open.current += 1
      setSaving('saving')
      queue.current = queue.current.then(async () => {
        const result = await call('exams.answer', { attemptId: id, place, answer: given })
        open.current -= 1
        if (!result.ok) {
          setSaving('failed')
          return tellFailure(result.failure)
        }
        if (open.current === 0) setSaving('saved')
        if (result.value.state !== 'running') await end(id)
      })
    },
    [id, end],
  )

  const handIn = useCallback(async () => {
    if (id === undefined) return
    await queue.current
    const result = await call('exams.handIn', { attemptId: id })
    if (!result.ok) return tellFailure(result.failure)
    tellDone(say('exams', 'sheet.handedIn'))
    take(result)
  }, [id, take])

  return { attempt, failure, leftMs, saving, answer, handIn }
}
