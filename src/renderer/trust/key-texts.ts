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
    recovery: {
      title: '恢复密钥',
      about:
        '忘记所有密码时，纸上的恢复密钥是打开数据库的唯一办法。请定期测试保管的那份是否有效；遗失或可能泄露时请更换。',
      since: '这一份始于',
      renew: '更换恢复密钥',
      test: '测试恢复密钥',
      testNow: '测试',
      testHint: '输入纸上的恢复密钥，看它能否打开本数据库。不作任何改动；输错与输错密码一样须等候，并记入审计日志。',
      right: '能打开本数据库：这份恢复密钥有效。',
      oldOpens:
        '更换后，旧的恢复密钥打不开本数据库，但仍能打开以前的备份和密钥文件的旧副本。若可能已泄露，请再更换数据密钥并销毁旧备份。',
      once: '新的恢复密钥已生效，旧的已作废。它只显示这一次，程序不保留副本。',
      madeAt: '生成时间：{{at}}',
      sheet: '请锁入保险柜。以前打印的各份作废，请销毁。',
    },
    device: {
      title: '绑定本机',
      about:
        '绑定后，仅凭密码在别的电脑上打不开这个数据库：密钥文件另用一把密钥封存，而那把密钥只交给本机的系统密钥串。偷走文件的人既看不到登录名，也无法逐个试密码。',
      state: '现状',
      bound: '已绑定本机',
      unbound: '未绑定',
      keychain: '系统密钥串',
      keychains: {
        keychain: 'macOS 钥匙串',
        dpapi: 'Windows 数据保护（DPAPI）',
        gnome_libsecret: 'GNOME 密钥环',
        kwallet: 'KWallet',
        kwallet5: 'KWallet 5',
        kwallet6: 'KWallet 6',
      },
      none: '本机没有可用的系统密钥串：无法绑定（Linux 上需要 GNOME 密钥环或 KWallet）。',
      bind: '绑定本机',
      release: '解除绑定',
      points: {
        recovery: '电脑损坏、重装系统或更换账户后，只有恢复密钥能打开，所以要先输入它来证明您手里有。',
        backups:
          '今后的备份也随之绑定：在别的电脑上恢复时要输入恢复密钥。以前的备份不受影响；若担心旧备份，请更换数据密钥并销毁它们。',
        commands: '命令行用不到系统密钥串：绑定期间只能在窗口中工作。',
        limit: '防不住以同一系统账户登录本机的人和程序。',
      },
      releaseHint: '解除后，任何拿到文件又知道某人密码的人，都能在任何电脑上打开。绑定期间所做的备份仍要恢复密钥。',
      recoveryKey: '恢复密钥',
      boundDone: '已绑定本机（{{keychain}}）',
      releasedDone: '已解除绑定',
    },
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
      'device-server': '共用的数据库服务器供多台电脑使用，不能绑定其中一台。',
      'device-already': '数据库已经绑定本机。',
      'device-not-bound': '数据库没有绑定任何电脑。',
      'device-no-keychain': '本机没有可用的系统密钥串，或它没能原样取回所存内容。没有更改任何内容。',
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
    recovery: {
      title: 'Recovery key',
      about:
        'When every password is lost, the recovery key on paper is the only way into the store. Test from time to time that your sheet still works; renew it when it is lost or may have been seen.',
      since: 'This one since',
      renew: 'Renew the recovery key',
      test: 'Test a recovery key',
      testNow: 'Test',
      testHint:
        'Type the recovery key from your sheet to see whether it opens this store. Nothing is changed; wrong ones wait like wrong passwords and stand in the audit log.',
      right: 'It opens this store: the recovery key is valid.',
      oldOpens:
        'After that, the old recovery key does not open this store, but it still opens older backups and older copies of the key file. If it may be known to others, renew the data key as well and destroy old backups.',
      once: 'The new recovery key is in force and the old one is void. It is shown this once and the program keeps no copy.',
      madeAt: 'Made: {{at}}',
      sheet: 'Lock it away. Sheets printed before are void: destroy them.',
    },
    device: {
      title: 'Binding to this computer',
      about:
        "Once bound, a password alone does not open this store on any other computer: the key file is sealed with one more key, which only this computer's keychain holds. Whoever takes the files sees no login and has nothing to try passwords on.",
      state: 'At present',
      bound: 'Bound to this computer',
      unbound: 'Not bound',
      keychain: 'Keychain',
      keychains: {
        keychain: 'macOS Keychain',
        dpapi: 'Windows Data Protection (DPAPI)',
        gnome_libsecret: 'GNOME Keyring',
        kwallet: 'KWallet',
        kwallet5: 'KWallet 5',
        kwallet6: 'KWallet 6',
      },
      none: 'This computer has no keychain that can be used, so nothing can be bound (Linux needs GNOME Keyring or KWallet).',
      bind: 'Bind to this computer',
      release: 'End the binding',
      points: {
        recovery:
          'If the computer breaks, is set up anew or the account changes, only the recovery key opens the store: type it first, to prove that you have it.',
        backups:
          'Backups made from now on are bound as well: on another computer they ask for the recovery key. Older ones stay as they are; if they worry you, renew the data key and destroy them.',
        commands: 'The command line does not reach the keychain: while bound, the desk works in its window only.',
        limit: 'It does not stop people and programs that use this computer under the same account.',
      },
      releaseHint:
        "After that, whoever has the files and somebody's password can open them on any computer. Backups made while it was bound still need the recovery key.",
      recoveryKey: 'Recovery key',
      boundDone: 'Bound to this computer ({{keychain}})',
      releasedDone: 'The binding has ended',
    },
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
      'device-server': 'A shared database server serves many computers; it cannot be bound to one of them.',
      'device-already': 'The store is bound to this computer already.',
      'device-not-bound': 'The store is bound to no computer.',
      'device-no-keychain':
        'This computer has no keychain that can be used, or it did not give back what it was given. Nothing was changed.',
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
