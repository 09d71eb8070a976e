import { useMemo, useRef, useState, type DragEvent } from 'react'
import { storeAttachedText, readAttachedText, removeAttachedText } from '../../app/attachedText'
import { pluralize } from '../../model/pluralize'
import type { Graph } from '../../model/graph'
import { alignPartsToParagraphs, passageAt, type Passage } from '../../scene/sources/passages'
import controls from '../controls/controls.module.css'
import { useWorkspace } from '../controls/useApp'
import classes from './panels.module.css'

/** The passages of an attached text, by locator. */
export interface SourcePassages {
  readonly paragraphs: readonly string[] | undefined
  /** How many parts of the document were found in the text. */
  readonly foundCount: number
  readonly passageFor: (locator: string) => Passage | undefined
  readonly setParagraphs: (paragraphs: readonly string[] | undefined) => void
}

/** What a reader attached to a source, matched to the locators of its statements. */
export function useSourcePassages(graph: Graph, source: number): SourcePassages {
  const { id } = graph.sources[source]!
  const [paragraphs, set] = useState(() => readAttachedText(graph.about.id, id))
  const aligned = useMemo(
    () => (paragraphs ? alignPartsToParagraphs(graph, source, paragraphs) : new Map<string, number>()),
    [graph, source, paragraphs],
  )
  const of = (locator: string) => {
    const at = aligned.get(locator.split('.')[0]!)
    return at === undefined ? undefined : passageAt(paragraphs![at]!, locator)
  }
  return { paragraphs, foundCount: aligned.size, passageFor: of, setParagraphs: set }
}

const Invitation = ({ choose }: { readonly choose: () => void }) => (
  <p>
    Have this document?{' '}
    <button type="button" className={controls.link} onClick={choose}>
      Attach its text
    </button>{' '}
    (plain text or HTML), or drop it here: the passages stand beside the statements. It stays in this browser.
  </p>
)

interface AttachmentProps {
  readonly source: number
  readonly passages: SourcePassages
}

/** Where a reader who has a document drops its text, to read the passages beside the statements. */
export function TextAttachment({ source: at, passages }: AttachmentProps) {
  const dataset = useWorkspace(({ graph }) => graph.about.id)
  const source = useWorkspace(({ graph }) => graph.sources[at]!.id)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<string>()
  const take = async (file: File | undefined) => {
    try {
      if (file) passages.setParagraphs(await storeAttachedText(dataset, source, file))
      setFault(undefined)
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    }
  }
  // Kept from the page, which would open it as a graph.
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(inside)
  }
  const drop = (event: DragEvent) => {
    drag(event, false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <section
      className={classes.drop}
      aria-label="Attached text"
      data-over={over}
      data-takes-files
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".txt,.html,.htm,text/plain,text/html"
        hidden
        onChange={({ target }) => void take(target.files?.[0])}
      />
      {passages.paragraphs ? (
        <Attached
          found={passages.foundCount}
          takeAway={() => {
            removeAttachedText(dataset, source)
            passages.setParagraphs(undefined)
          }}
        />
      ) : (
        <Invitation choose={() => input.current?.click()} />
      )}
      {fault && <p role="alert">{fault}</p>}
    </section>
  )
}

const Attached = ({ found, takeAway }: { readonly found: number; readonly takeAway: () => void }) => (
  <p>
    {found === 0
      ? 'No paragraph of the attached text fits the statements.'
      : `The attached text is shown beside the statements; ${pluralize(found, 'part of it was', 'parts of it were')} found.`}{' '}
    It stays in this browser.{' '}
    <button type="button" className={controls.link} onClick={takeAway}>
      Take it away
    </button>
  </p>
)
