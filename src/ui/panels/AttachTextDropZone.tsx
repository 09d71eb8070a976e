import { useMemo, useRef, useState, type DragEvent } from 'react'
import { storeAttachedText, readStoredAttachedText, removeAttachedText } from '../../app/attachedText'
import type { Message } from '../../messages/message'
import type { Graph } from '../../model/graph'
import { alignPartsToParagraphs, passageAt, type Passage } from '../../scene/sources/passages'
import controls from '../controls/controls.module.css'
import { useWorkspace } from '../controls/useApp'
import { useMessages, useMessageText } from '../controls/useTexts'
import classes from './panels.module.css'

/** The text that is attached to a source, and its passages by locator. */
export interface SourcePassages {
  readonly paragraphs: readonly string[] | undefined
  /** Number of parts of the source that were found in the text. */
  readonly foundCount: number
  readonly passageFor: (locator: string) => Passage | undefined
  readonly setParagraphs: (paragraphs: readonly string[] | undefined) => void
}

/** Reads the text that is attached to a source, and matches it to the locators of its statements. */
export function useSourcePassages(graph: Graph, source: number): SourcePassages {
  const { id } = graph.sources[source]!
  const [paragraphs, setParagraphs] = useState(() => readStoredAttachedText(graph.about.id, id))
  const paragraphByPart = useMemo(
    () => (paragraphs ? alignPartsToParagraphs(graph, source, paragraphs) : new Map<string, number>()),
    [graph, source, paragraphs],
  )
  const passageFor = (locator: string) => {
    const index = paragraphByPart.get(locator.split('.')[0]!)
    return index === undefined ? undefined : passageAt(paragraphs![index]!, locator)
  }
  return { paragraphs, foundCount: paragraphByPart.size, passageFor, setParagraphs }
}

interface AttachmentProps {
  readonly source: number
  readonly passages: SourcePassages
}

/** Where a reader who has the text of a source drops it, to read the passages next to the statements. */
export function AttachTextDropZone({ source: row, passages }: AttachmentProps) {
  const messages = useMessages('sources')
  const dataset = useWorkspace(({ graph }) => graph.about.id)
  const source = useWorkspace(({ graph }) => graph.sources[row]!.id)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [error, setError] = useState<Message>()
  const store = async (file: File | undefined) => {
    const result = file && (await storeAttachedText(dataset, source, file))
    if (result && 'paragraphs' in result) passages.setParagraphs(result.paragraphs)
    setError(result && 'error' in result ? result.error : undefined)
  }
  // Not passed on to the page, which would open the file as a graph.
  const handleDrag = (event: DragEvent, isInside: boolean) => {
    event.preventDefault()
    event.stopPropagation()
    setIsOver(isInside)
  }
  const drop = (event: DragEvent) => {
    handleDrag(event, false)
    void store(event.dataTransfer.files[0])
  }
  return (
    <section
      className={classes.drop}
      aria-label={messages.attachedText}
      data-over={isOver}
      data-takes-files
      onDragOver={(event) => handleDrag(event, true)}
      onDragLeave={(event) => handleDrag(event, false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".txt,.html,.htm,text/plain,text/html"
        hidden
        onChange={({ target }) => void store(target.files?.[0])}
      />
      {passages.paragraphs ? (
        <Attached
          foundCount={passages.foundCount}
          remove={() => {
            removeAttachedText(dataset, source)
            passages.setParagraphs(undefined)
          }}
        />
      ) : (
        <Invitation choose={() => input.current?.click()} />
      )}
      {error && <AttachmentError error={error} />}
    </section>
  )
}

function Invitation({ choose }: { readonly choose: () => void }) {
  const messages = useMessages('sources')
  const attach = (
    <button key="attach" type="button" className={controls.link} onClick={choose}>
      {messages.attach}
    </button>
  )
  return <p>{messages.attachInvitation({ attach })}</p>
}

function Attached({ foundCount, remove }: { readonly foundCount: number; readonly remove: () => void }) {
  const messages = useMessages('sources')
  return (
    <p>
      {foundCount === 0 ? messages.noPassages : messages.passageCount({ count: foundCount })}{' '}
      <button type="button" className={controls.link} onClick={remove}>
        {messages.removeText}
      </button>
    </p>
  )
}

function AttachmentError({ error }: { readonly error: Message }) {
  const inWords = useMessageText([error])
  return <p role="alert">{inWords(error)}</p>
}
