import { z } from 'zod'
import { call } from '../contract.ts'
import { READS } from '../reads.ts'
import { ADMIN_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { backupPlan, backupRow, everyHours, keep } from './model.ts'

/** Backups that the desk makes by itself, and the proof that one can be restored. */
export const backups = {
  show: call({
    kind: 'query',
    access: ADMIN_ROLES,
    summary: { zh: '查看自动备份计划与已做的备份', en: 'Show the plan of backups and those that were made' },
    input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({
      plan: backupPlan.nullable(),
      /** When the next one is due. */
      nextAt: instant.nullable(),
      /** A shared database is backed up with its own tools. */
      isShared: z.boolean(),
      rows: z.array(backupRow),
    }),
  }),
  plan: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: { zh: '设置或停止自动备份', en: 'Plan backups, or stop making them' },
    input: z.object({
      isOn: z.boolean(),
      /** The folder, the hours and the number; what is left out stays as it was planned, also before a stop. */
      out: z.string().min(1).max(1000).optional(),
      everyHours: everyHours.optional(),
      keep: keep.optional(),
    }),
    output: z.object({ plan: backupPlan.nullable() }),
    changes: ['backups'],
  }),
  nextRun: call({
    kind: 'query',
    access: ['system'],
    summary: { zh: '下一次自动备份的时间', en: 'When the next backup is due' },
    input: z.object({}),
    output: z.object({ at: instant.nullable() }),
  }),
  run: call({
    kind: 'command',
    access: [...ADMIN_ROLES, 'system'],
    summary: {
      zh: '按计划备份一次，并删去多余的旧备份',
      en: 'Make a planned backup now and remove those beyond the plan',
    },
    input: z.object({}),
    output: backupRow,
    changes: ['backups'],
    heavy: true,
  }),
  drill: call({
    kind: 'command',
    access: ADMIN_ROLES,
    summary: {
      zh: '恢复演练：在旁边恢复一份备份，校验每一页与整条审计链后删除',
      en: 'Restore a backup beside the store as a drill: every page and the whole audit chain are checked, then it is removed',
    },
    input: z
      .object({
        /** A backup of the list, */
        id: z.string().max(64).optional(),
        /** or any file. */
        file: z.string().min(1).max(1000).optional(),
        /** The own password at the time of the backup. */
        password: z.string().min(1).max(1000),
      })
      .refine(({ id, file }) => (id === undefined) !== (file === undefined), { message: 'required', path: ['file'] }),
    reads: READS.pieces,
    output: z.object({
      fileName: z.string(),
      madeAt: instant,
      entries: z.number().int(),
      checkpoints: z.number().int(),
      counts: z.record(z.string(), z.number().int()),
      tookMs: z.number().int(),
    }),
    changes: ['backups'],
    secrets: ['password'],
    heavy: true,
  }),
}
