import { z } from 'zod'
import {
  type CalibrationResult,
  type CalibrationRow,
  type CalibrationView,
  calibrationResult,
} from '../../shared/calibration/contract.ts'
import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { marks as marksShape } from '../../shared/reviews/model.ts'
import { namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { formOf } from '../reviews/forms.ts'
import { canAmend, canClose, canMark } from '../rules/calibration.ts'
import { amendmentsOf, type MarkRecord, marksOf, ratersOf, type SessionRecord, subjectsOf } from './queries.ts'

const words = z.object({ zh: z.string(), en: z.string() })

/** The result as it was kept when a session was closed. */
export const resultIn = (text: string | null): CalibrationResult | null =>
  text === null ? null : calibrationResult.parse(JSON.parse(text))

/** Sessions with how far they are. */
export async function toRows(ctx: Ctx, sessions: readonly SessionRecord[]): Promise<CalibrationRow[]> {
  const ids = sessions.map(({ id }) => id)
  const raters = await ratersOf(ctx.db, ids)
  const subjects = await subjectsOf(ctx.db, ids)
  const given = await marksOf(
    ctx.db,
    subjects.map(({ id }) => id),
  )
  const names = await namesOf(
    ctx.db,
    sessions.map(({ createdBy }) => createdBy),
  )
  return sessions.map(({ id, title, kind, formVersion, state, dueDay, createdAt, createdBy, result }) => {
    const own = subjects.filter(({ calibrationId }) => calibrationId === id)
    const people = raters.filter(({ calibrationId }) => calibrationId === id)
    return {
      ...{ id, title, kind, formVersion, state, dueDay, createdAt, createdByName: names.get(createdBy) ?? '' },
      ...{ subjects: own.length, raters: people.length },
      judged: given.filter(({ subjectId }) => own.some((one) => one.id === subjectId)).length,
      isMine: people.some(({ userId }) => userId === ctx.actor.id),
      alpha: resultIn(result)?.total.alpha ?? null,
    }
  })
}

/** One session; what others gave stays hidden until it is closed. */
export async function toView(ctx: Ctx, session: SessionRecord): Promise<CalibrationView> {
  const { db } = ctx
  const [row] = await toRows(ctx, [session])
  const { form } = found(await formOf(db, session.kind, session.formVersion), 'reviewForm')
  const raters = (await ratersOf(db, [session.id])).map(({ userId }) => userId)
  const subjects = await subjectsOf(db, [session.id])
  const given = await marksOf(
    db,
    subjects.map(({ id }) => id),
  )
  const amended = await amendmentsOf(db, session.id)
  const names = await namesOf(db, [...raters, session.closedBy, ...amended.map(({ by }) => by)])
  const nameOf = (id: string) => names.get(id) ?? ''
  const judgement = ({ userId, marks, comment, total }: MarkRecord) => ({
    ...{ userId: userId as UserId, name: nameOf(userId), comment, total },
    marks: marksShape.parse(JSON.parse(marks)),
  })
  const viewer = viewerOf(ctx)
  const judgedBy = subjects.map(({ id }) => given.filter(({ subjectId }) => subjectId === id).length)
  return {
    ...found(row, 'calibration'),
    form,
    list: subjects.map(({ id, place, number, computed }) => {
      const all = given.filter(({ subjectId }) => subjectId === id).map(judgement)
      return {
        ...{ id, place, number, computed: marksShape.parse(JSON.parse(computed)) },
        own: all.find(({ userId }) => userId === viewer.id) ?? null,
        all: session.state === 'closed' ? all : [],
      }
    }),
    people: raters.map((userId) => ({
      ...{ userId: userId as UserId, name: nameOf(userId) },
      judged: given.filter((one) => one.userId === userId).length,
    })),
    result: resultIn(session.result),
    conclusion: session.conclusion,
    closedAt: session.closedAt,
    closedByName: session.closedBy === null ? null : nameOf(session.closedBy),
    amendments: amended.map(({ itemId, formVersion, before, after, reason, at, by }) => ({
      ...{ itemId, formVersion, reason, at, byName: nameOf(by) },
      ...{ before: words.parse(JSON.parse(before)), after: words.parse(JSON.parse(after)) },
    })),
    mayMark: canMark(viewer, session, raters).allowed,
    mayClose: canClose(viewer, session, judgedBy).allowed,
    mayAmend: canAmend(viewer, session).allowed,
  }
}
