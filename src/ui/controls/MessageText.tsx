import type { Message, MessageArgument } from '../../messages/message'
import { useMessageText, useMessages } from './useTexts'

/** The arguments of messages that are data: names of files and columns, addresses, code. Others may select a text. */
const dataArguments = new Set(
  'address attribute column detail element example extension field fields file format formats host id japaneseTitle key keys name names node path port prefix protocol root separator sign table tag target text title value values'.split(
    ' ',
  ),
)

/** Private-use characters around data while a message is put into words. */
const [start, end] = ['\uE000', '\uE001']

interface MessageTextProps {
  readonly message: Message
  /** Capitalises a clause and adds a full stop. */
  readonly asSentence?: boolean
}

/** A message in words, in which data is marked as not to be translated. */
export function MessageText({ message, asSentence = false }: MessageTextProps) {
  const { fullStop } = useMessages('errors')
  const text = useMessageText([message])(withMarkedData(message))
  const pieces = (asSentence ? sentence(text, fullStop) : text).split(/(\uE000[^\uE001]*\uE001)/)
  return pieces.map((piece, index) =>
    piece.startsWith(start) ? (
      <span key={index} translate="no">
        {piece.slice(1, -1)}
      </span>
    ) : (
      piece
    ),
  )
}

const withMarkedData = (message: Message): Message => ({
  ...message,
  args: Object.fromEntries(
    Object.entries(message.args ?? {}).map(([name, value]) => [name, markedValue(value, dataArguments.has(name))]),
  ),
})

function markedValue(value: MessageArgument, isData: boolean): MessageArgument {
  if (typeof value === 'string') return isData && value !== '' ? start + value + end : value
  if (Array.isArray(value)) return value.map((each: MessageArgument) => markedValue(each, isData)) as MessageArgument
  return typeof value === 'object' && 'namespace' in value ? withMarkedData(value) : value
}

function sentence(text: string, fullStop: string): string {
  const capitalised = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?。！？]\uE001?$/.test(capitalised) ? capitalised : capitalised + fullStop
}
