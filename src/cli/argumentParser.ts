import { parseArgs } from 'node:util'
import { didYouMean } from '../formats/dataset/datasetFault'
import { UsageFault } from './cliFaults'

/** An option of a command, by its long name in `CliOptions`. */
export type CliOption = { readonly summary: string; readonly short?: string; readonly required?: true } & (
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly value: string; readonly repeatable?: true }
  /** A whole number of 1 or more. */
  | { readonly kind: 'count'; readonly value: string }
  /** A calendar day, YYYY-MM-DD. */
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly value: string; readonly choices: readonly string[] }
)

export type CliOptions = Readonly<Record<string, CliOption>>

/** A positional argument: files, texts, ids. */
export interface CliArgument {
  /** Its placeholder in the usage line. */
  readonly name: string
  readonly required?: true
  /** May be given several times. */
  readonly repeatable?: true
}

/** What the parser needs to know about a command. */
export interface CommandSyntax<Options extends CliOptions = CliOptions> {
  readonly name: string
  readonly arguments: readonly CliArgument[]
  readonly options: Options
}

type ValueOf<Option extends CliOption> = Option extends { kind: 'flag' }
  ? true
  : Option extends { kind: 'count' }
    ? number
    : Option extends { repeatable: true }
      ? readonly string[]
      : string

/** The values of the options that were given; only required ones are always there. */
export type OptionValues<Options extends CliOptions> = {
  readonly [Name in keyof Options]:
    ValueOf<Options[Name]> | (Options[Name] extends { required: true } ? never : undefined)
}

export interface ParsedArguments<Options extends CliOptions> {
  readonly values: OptionValues<Options>
  readonly positionals: readonly string[]
}

type OptionToken = { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }

/**
 * Parses the arguments of a command. `--name value`, `--name=value` and `-n value` are the same, a value may begin with
 * a hyphen, and everything after `--` is positional.
 * @returns `'help'` if `--help` or `-h` is among the options
 * @throws UsageFault for unknown options, missing or malformed values, and missing or superfluous arguments
 */
export function parseArguments<Options extends CliOptions>(
  syntax: CommandSyntax<Options>,
  args: readonly string[],
): ParsedArguments<Options> | 'help' {
  const { tokens, positionals } = tokenize(syntax, args)
  if (tokens.some(({ name }) => name === 'help')) return 'help'
  const values: Record<string, unknown> = {}
  for (const token of tokens) {
    const option = requireOption(syntax, token)
    const value = parseValue(option, token, syntax)
    const repeatable = option.kind === 'text' && option.repeatable
    values[token.name] = repeatable ? [...((values[token.name] as string[] | undefined) ?? []), value] : value
  }
  checkRequired(syntax, values)
  checkPositionals(syntax.arguments, positionals)
  return { values: values as OptionValues<Options>, positionals }
}

/** Not strict: the strict mode of `parseArgs` refuses values that begin with a hyphen, and its sentences are Node's. */
function tokenize({ options }: CommandSyntax, args: readonly string[]) {
  const declared = Object.entries(options).map(([name, { kind, short }]) => [
    name,
    { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
  ])
  const { tokens, positionals } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: { ...Object.fromEntries(declared), help: { type: 'boolean', short: 'h' } },
  })
  return { tokens: tokens.filter((token) => token.kind === 'option') as OptionToken[], positionals }
}

function requireOption({ options }: CommandSyntax, { name, rawName }: OptionToken): CliOption {
  if (Object.hasOwn(options, name)) return options[name]!
  const similar = rawName.startsWith('--') ? didYouMean(name, [...Object.keys(options), 'help']) : ''
  throw new UsageFault(`unknown option ${rawName}${similar.replace('"', '"--')}`)
}

function parseValue(option: CliOption, token: OptionToken, { options }: CommandSyntax): string | number | true {
  const { rawName, value } = token
  if (option.kind === 'flag') {
    if (value !== undefined) throw new UsageFault(`option ${rawName} takes no value`)
    return true
  }
  if (value === undefined || isValueMissing(option, token, options))
    throw new UsageFault(`option ${rawName} needs a value: ${placeholder(option)}`)
  const reason = faultOfValue(option, value)
  if (reason !== undefined) throw new UsageFault(`${rawName}: ${reason}`)
  return option.kind === 'count' ? Number(value) : value
}

/** An empty text, such as a filter without steps, is a value; an empty file name, number or date is not. */
function isValueMissing(option: CliOption, { value = '', inlineValue }: OptionToken, options: CliOptions): boolean {
  if (value === '') return option.kind !== 'text' || option.required === true
  return !inlineValue && isDeclaredOption(options, value)
}

/** `--to --filter x`: what follows an option is its value unless it is itself an option of the command. */
const isDeclaredOption = (options: CliOptions, text: string): boolean =>
  Object.entries(options).some(
    ([name, { short }]) => text === `--${name}` || text.startsWith(`--${name}=`) || (short && text === `-${short}`),
  )

function faultOfValue(option: CliOption, text: string): string | undefined {
  if (option.kind === 'count' && !(/^\d+$/.test(text) && Number(text) > 0))
    return `"${text}" is not a whole number of 1 or more`
  if (option.kind === 'date' && !isCalendarDay(text)) return `"${text}" is not a date such as 2026-02-17`
  if (option.kind === 'choice' && !option.choices.includes(text))
    return `unknown ${option.value.toLowerCase()} "${text}"${choiceHint(text, option.choices)}`
  return undefined
}

/** What to write instead of an unknown word: a similar choice if there is one, and all choices. */
export function choiceHint(word: string, choices: readonly string[]): string {
  const similar = didYouMean(word, choices)
  return `${similar ? `${similar} Choose` : '; choose'} from ${choices.join(', ')}`
}

/** Whether the calendar has this day: it lacks 2026-02-30 and 2026-13-01. */
function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function checkRequired({ options }: CommandSyntax, values: Readonly<Record<string, unknown>>): void {
  for (const [name, option] of Object.entries(options))
    if (option.required && values[name] === undefined)
      throw new UsageFault(`missing option ${optionUsage(name, option)}: ${option.summary}`)
}

function checkPositionals(declared: readonly CliArgument[], positionals: readonly string[]): void {
  const required = declared.filter((each) => each.required)
  const missing = required.slice(positionals.length).map(({ name }) => name)
  if (missing.length > 0) throw new UsageFault(`missing argument ${missing.join(' and ')}`)
  const empty = required.findIndex((_, index) => positionals[index] === '')
  if (empty >= 0) throw new UsageFault(`argument ${required[empty]!.name} is empty`)
  if (declared.some(({ repeatable }) => repeatable) || positionals.length <= declared.length) return
  throw new UsageFault(`unexpected argument "${positionals[declared.length]}"`)
}

const placeholder = (option: CliOption): string =>
  option.kind === 'flag' ? '' : option.kind === 'date' ? 'YYYY-MM-DD' : option.value

/** "-o FILE", or "--filter TEXT" for an option without a short name. */
const optionUsage = (name: string, option: CliOption): string =>
  `${option.short ? `-${option.short}` : `--${name}`} ${placeholder(option)}`.trimEnd()

/** What follows the command's name: "[FILE|DIR] --to FORMAT [options]". */
export function argumentsUsage({ arguments: positionals, options }: CommandSyntax): string {
  const all = Object.entries(options)
  const required = all.filter(([, option]) => option.required)
  return [
    ...positionals.map(({ name, required: isRequired, repeatable }) =>
      isRequired ? [name, ...(repeatable ? [`[${name} ...]`] : [])].join(' ') : `[${name}${repeatable ? ' ...' : ''}]`,
    ),
    ...required.map(([name, option]) => optionUsage(name, option)),
    ...(required.length < all.length ? ['[options]'] : []),
  ].join(' ')
}

/** One line for each option, with what it does. */
export function optionHelp({ options }: CommandSyntax): string[] {
  const rows = [
    ...Object.entries(options).map(([name, option]): [string, string] => [
      `${option.short ? `-${option.short}, ` : ''}--${name} ${placeholder(option)}`.trimEnd(),
      option.summary,
    ]),
    ['-h, --help', 'show this help'] as [string, string],
  ]
  const width = Math.max(...rows.map(([usage]) => usage.length))
  return rows.map(([usage, summary]) => `  ${usage.padEnd(width)}  ${summary}`)
}
