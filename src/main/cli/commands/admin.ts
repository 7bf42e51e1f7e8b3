import { READS } from '../../../shared/reads.ts'
import { command } from '../command.ts'
import { shownAddress } from '../place.ts'

const file = { kind: 'file', required: true, shown: 'FILE' } as const

/** Looking after the store. */
export const admin = [
  command({
    path: 'backup',
    call: 'admin.backup',
    needs: 'person',
    operands: { file: { ...file, writes: true, meaning: { zh: '备份文件', en: 'The backup to write' } } },
    run: async (context, { file: out }) => {
      const { bytes, sha256, head } = await context.ask('admin.backup', { out })
      return { json: { file: out, bytes, sha256, head } }
    },
  }),
  command({
    path: 'restore',
    call: 'session.restore',
    summary: {
      zh: '从备份恢复到尚无数据库的地方；用备份中某人的密码，绑定过另一台电脑的备份另需 DESK_RECOVERY_KEY 中的恢复密钥',
      en: 'Restore a backup to where no store is, with the password of one of its people; one that was bound to another computer also takes the recovery key from DESK_RECOVERY_KEY',
    },
    needs: 'store',
    operands: { file: { ...file, reads: READS.pieces, meaning: { zh: '备份文件', en: 'The backup' } } },
    options: {
      'replace-damaged': {
        kind: 'flag',
        meaning: {
          zh: '现有数据库已打不开时：把它的全部文件改名保留，再恢复；密码在备份之后改过的，现在的密码放在 DESK_PRESENT_PASSWORD',
          en: 'Where the store does not open: keep all its files under another name, then restore; a password that was changed after the backup goes into DESK_PRESENT_PASSWORD as it is now',
        },
      },
    },
    run: async (context, { file: from, 'replace-damaged': replaceDamaged }) => {
      const login = context.user()
      const recoveryKey = context.recoveryKey()
      const presentPassword = context.presentPassword()
      const { entries, movedAside } = await context.ask('session.restore', {
        ...{ file: from, login, password: await context.password() },
        ...(recoveryKey === undefined ? {} : { recoveryKey }),
        ...(replaceDamaged ? { replaceDamaged } : {}),
        ...(presentPassword === undefined ? {} : { presentPassword }),
      })
      return { json: { store: shownAddress(context.store), file: from, entries, movedAside } }
    },
  }),
  command({
    path: 'info',
    call: 'admin.info',
    needs: 'person',
    run: async (context) => {
      const info = await context.ask('admin.info', {})
      return { json: { store: shownAddress(context.store), ...info } }
    },
  }),
]
