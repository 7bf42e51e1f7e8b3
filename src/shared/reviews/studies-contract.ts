import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { remark, written } from '../written.ts'
import { studyRow, studyView } from './studies.ts'
import { STUDY_STATES } from './words.ts'

const one = z.object({ id: z.string().min(1).max(64) })
const changes = ['reviews'] as const

/** S2-139: cases picked out for study, told without anybody's data. */
export const studiesContract = {
  studies: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出案例分析；专员只见已发布的', en: 'List the case studies; agents see released ones' },
    input: z.object({ states: z.array(z.enum(STUDY_STATES)).min(1).default(['draft', 'released']) }),
    output: z.array(studyRow),
  }),
  study: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '阅读一个案例分析', en: 'Read one case study' },
    input: one,
    output: studyView,
  }),
  pickStudy: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '选取案例，自动去除个人信息', en: 'Pick a case for study; personal data is removed' },
    input: z.object({ caseId, title: written(120), reason: written(500), lessons: remark(4000) }),
    output: studyView,
    changes,
  }),
  editStudy: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '修改待检查的案例', en: 'Change a study that waits to be checked' },
    input: one.extend({ title: written(120), text: written(20_000), lessons: remark(4000) }),
    output: studyView,
    changes,
  }),
  releaseStudy: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '检查后发布案例', en: 'Release a study after checking it' },
    input: one.extend({ hasNoPeople: z.literal(true, { message: 'required' }) }),
    output: studyView,
    changes,
  }),
  withdrawStudy: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '撤回案例', en: 'Withdraw a study' },
    input: one.extend({ reason: written(500) }),
    output: studyView,
    changes,
  }),
}
