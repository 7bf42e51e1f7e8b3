import { defineTexts } from '../i18n/define.ts'

export const keysTexts = defineTexts(
  {
    tab: '数据密钥',
    about:
      '整个数据库用一把密钥加密；每个人的密码和恢复密钥只用来打开它。有人离职、被停用，或怀疑旧文件外泄时，请更换。',
    now: '现用密钥',
    facts: {
      generation: '第几把',
      since: '启用时间',
      bytes: '需要重新加密',
      free: '磁盘可用空间',
      sealed: '封存的文件（附件、锁定档案）',
    },
    onServer: '数据库服务器自行保管（此处只换附件与档案的封存密钥）',
    whatTitle: '更换时会怎样',
    what: {
      all: '所有数据改用新密钥，旧密钥再也打不开现在的数据库。',
      people: '每个人的密码和恢复密钥照旧使用，不用通知任何人。',
      wait: '更换期间其他操作稍候，完成后自动继续；中途断电或关闭也不会丢失数据，下次登录时自动了结。',
      backups:
        '以前的备份仍用当时的密钥和密码打开：已离职的人若存有备份，仍能打开那一份。请把不再需要的旧备份销毁，并立即新做一份。',
    },
    renew: '更换数据密钥',
    reason: '原因',
    password: '本人密码',
    second: {
      title: '第二人在场确认',
      hint: '另一位经理或管理员在此输入自己的登录名和密码。',
      login: '第二人登录名',
      password: '第二人密码',
    },
    running: '正在更换数据密钥',
    steps: {
      s0: '正在准备…',
      s1: '正在重新加密全部数据…',
      s2: '正在换封附件与档案…',
      s3: '正在清除旧密钥…',
      s4: '即将完成…',
    },
    done: '已换成第 {{generation}} 把数据密钥，请新做一份备份',
    doneOldStays: '已换成第 {{generation}} 把数据密钥；磁盘已满，旧密钥到下次登录时清除',
    rules: {
      'key-renewal-running': '正在更换数据密钥，请稍后再试。',
      'second-person-missing': '需要另一位经理或管理员用自己的登录名和密码确认。',
      'key-renewal-space': '磁盘空间不够：更换数据密钥需要约 {{needed}} MB，目前可用 {{free}} MB。没有更改任何内容。',
      'key-renewal-unfinished':
        '数据已改用新密钥，但收尾没有完成，工作台已锁定。没有丢失任何内容：请腾出磁盘空间后重新登录，登录时自动了结。',
      'data-key-changed': '另一台工作台更换了数据密钥。请锁定后重新登录，再做一次。',
      'keyring-changed': '另一台工作台刚刚更改了密钥或密码。请再试一次。',
    },
  },
  {
    tab: 'Data key',
    about:
      "The whole store is encrypted with one key; each person's password and the recovery key only open it. Renew it when somebody left or was disabled, or when an old file may be in wrong hands.",
    now: 'The key in use',
    facts: {
      generation: 'Which one',
      since: 'In use since',
      bytes: 'To be encrypted anew',
      free: 'Free on that disk',
      sealed: 'Sealed files (attachments, locked files)',
    },
    onServer: 'Kept by the database server (only the seals of attachments and files are renewed here)',
    whatTitle: 'What a renewal does',
    what: {
      all: 'All data changes to a new key; the old one no longer opens this store.',
      people: "Everybody's password and the recovery key go on working; nobody has to be told.",
      wait: 'Other work waits meanwhile and then goes on by itself; a power cut or a closed window loses nothing, and the next sign-in ends it.',
      backups:
        'Older backups still open with the key and the passwords of their time: somebody who left and holds one can still open that one. Destroy backups that are no longer needed, and make a new one at once.',
    },
    renew: 'Renew the data key',
    reason: 'Reason',
    password: 'Your password',
    second: {
      title: 'A second person agrees',
      hint: 'Another manager or administrator types their own login and password here.',
      login: 'Login of the second person',
      password: 'Password of the second person',
    },
    running: 'Renewing the data key',
    steps: {
      s0: 'Preparing…',
      s1: 'Encrypting all data anew…',
      s2: 'Sealing attachments and files anew…',
      s3: 'Dropping the old key…',
      s4: 'Nearly done…',
    },
    done: 'Data key number {{generation}} is in use; make a new backup',
    doneOldStays:
      'Data key number {{generation}} is in use; the disk is full, so the old key is dropped at the next sign-in',
    rules: {
      'key-renewal-running': 'The data key is being renewed. Try again in a moment.',
      'second-person-missing': 'Another manager or administrator has to agree with their own login and password.',
      'key-renewal-space':
        'There is not enough room: renewing the data key needs about {{needed}} MB, and {{free}} MB are free. Nothing was changed.',
      'key-renewal-unfinished':
        'The data is under the new key, but the rest was not finished and the desk is locked. Nothing is lost: make room on the disk and sign in again, which finishes it.',
      'data-key-changed': 'Another desk has renewed the data key. Lock, sign in again, and repeat this.',
      'keyring-changed': 'Another desk has just changed keys or passwords. Try again.',
    },
  },
)
