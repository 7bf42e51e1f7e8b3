import { READS } from '../../../shared/reads.ts'
import { command } from '../command.ts'
import { withMoments } from '../moments.ts'

/** Backups that the desk makes by itself. */
export const backups = [
  command({
    path: 'backups show',
    call: 'backups.show',
    needs: 'person',
    options: { limit: { kind: 'count', meaning: { zh: '最多几份', en: 'Rows at most' } } },
    run: async (context, { limit }) => ({
      json: withMoments(await context.ask('backups.show', limit === undefined ? {} : { limit })),
    }),
  }),
  command({
    path: 'backups plan',
    call: 'backups.plan',
    needs: 'person',
    fields: { out: 'folder', everyHours: 'every' },
    options: {
      folder: {
        kind: 'file',
        writes: true,
        shown: 'FOLDER',
        meaning: { zh: '备份到哪个文件夹', en: 'The folder they go to' },
      },
      every: {
        kind: 'count',
        meaning: { zh: '每几小时：1、4、8、12、24、72 或 168', en: 'Every so many hours: 1, 4, 8, 12, 24, 72 or 168' },
      },
      keep: { kind: 'count', meaning: { zh: '保留几份', en: 'How many are kept' } },
      off: { kind: 'flag', meaning: { zh: '停止自动备份', en: 'Stop making them' } },
    },
    run: async (context, { folder, every, keep, off }) => ({
      json: withMoments(
        await context.ask('backups.plan', {
          isOn: !off,
          ...(folder === undefined ? {} : { out: folder }),
          ...(every === undefined ? {} : { everyHours: every }),
          ...(keep === undefined ? {} : { keep }),
        }),
      ),
    }),
  }),
  command({
    path: 'backups run',
    call: 'backups.run',
    needs: 'person',
    run: async (context) => {
      const row = await context.ask('backups.run', {})
      const wrong = row.fault === null ? {} : { wrong: row.fault }
      return { json: withMoments(row), ...wrong }
    },
  }),
  command({
    path: 'backups drill',
    call: 'backups.drill',
    needs: 'person',
    operands: {
      file: {
        kind: 'file',
        reads: READS.pieces,
        required: true,
        shown: 'FILE',
        meaning: { zh: '备份文件', en: 'The backup' },
      },
    },
    run: async (context, { file }) => ({
      json: withMoments(await context.ask('backups.drill', { file, password: await context.password() })),
    }),
  }),
]
