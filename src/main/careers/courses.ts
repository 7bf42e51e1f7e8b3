import type { CourseRow } from '../../shared/careers/desk-model.ts'
import { type CourseForm, POSTS } from '../../shared/careers/words.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { TrainingWay } from '../../shared/training/words.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import {
  attendedCounts,
  coursesOf,
  findTrainingFacts,
  postsOfCourses,
  projectTitles,
  saveCourse,
  trainingsOfYear,
} from './desk-queries.ts'

type CourseHandlers = Pick<FeatureHandlers<'careers'>, 'courses' | 'saveCourse'>

/** S4-90: the forms in which a training of each way can be held. */
const FORMS: Record<TrainingWay, readonly CourseForm[]> = {
  internal: ['classroom', 'lecture'],
  caseStudy: ['classroom', 'lecture'],
  online: ['online'],
  external: ['outside'],
}

/** S4-28 S4-88..90: which posts a training is for, what it is about, its form, and the project it belongs to. */
export const courses: CourseHandlers = {
  courses: async (ctx, { year }) => toRows(ctx, await trainingsOfYear(ctx.db, year)),

  saveCourse: async (ctx, { trainingId, course }) => {
    const training = found(await findTrainingFacts(ctx.db, trainingId), 'training')
    const { posts, projectId, form, content } = course
    if (!FORMS[training.way].includes(form)) refuse('course-form')
    if (projectId !== null) found((await projectTitles(ctx.db, [projectId])).get(projectId), 'project')
    const saved = { savedAt: ctx.now, savedBy: ctx.actor.id }
    await saveCourse(ctx.db, { trainingId, form, content, projectId, ...saved }, [...new Set(posts)])
    const [row] = await toRows(ctx, [training])
    return found(row, 'training')
  },
}

type Facts = Awaited<ReturnType<typeof trainingsOfYear>>[number]

async function toRows(ctx: Ctx, trainings: readonly Facts[]): Promise<CourseRow[]> {
  const ids = trainings.map(({ id }) => id)
  const records = new Map((await coursesOf(ctx.db, ids)).map((one) => [one.trainingId, one]))
  const posts = await postsOfCourses(ctx.db, ids)
  const attended = await attendedCounts(ctx.db, ids)
  const titles = await projectTitles(
    ctx.db,
    [...records.values()].flatMap(({ projectId }) => projectId ?? []),
  )
  return trainings.map(({ id, title, year, way, effect }) => {
    const record = records.get(id)
    const own = POSTS.filter((post) => posts.some((one) => one.trainingId === id && one.post === post))
    const course = record
      ? { content: record.content, form: record.form, posts: own, projectId: record.projectId }
      : null
    return {
      ...{ trainingId: id, title, year, way, effect, course },
      projectTitle: record?.projectId ? (titles.get(record.projectId) ?? '') : null,
      attended: attended.get(id) ?? 0,
    }
  })
}
