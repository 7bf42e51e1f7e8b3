import { resolve } from 'node:path'

/** Options whose value is a file; it is meant from where the person typed it. */
const FILE_OPTIONS = ['--smoke', '--screenshot', '--store']

const isAddress = (value) => value.includes('://')

/** The app's arguments as the app reads them: `--name=value`, with whole paths. */
export function launchArguments(args, from) {
  const result = []
  for (let i = 0; i < args.length; i++) {
    const [name, ...rest] = args[i].split('=')
    if (!FILE_OPTIONS.includes(name)) {
      result.push(args[i])
      continue
    }
    const value = rest.length > 0 ? rest.join('=') : args[++i]
    if (!value) throw new Error(`${name} needs a file (需要文件名)`)
    result.push(`${name}=${isAddress(value) ? value : resolve(from, value)}`)
  }
  return result
}

/** The value of one of those options, or undefined. */
export function optionValue(args, name) {
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1)
}
