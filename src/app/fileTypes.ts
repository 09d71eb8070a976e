import { bibliographyFormats } from '../formats/bibliography/bibliographyFormats'
import { formats } from '../formats/formats'

/** A kind of file as a dialog lists it; loaded with the dialogs, because the readers and writers hang on the list. */
export interface FileType {
  readonly id: string
  readonly label: string
  readonly description: string
  /** Without the dot. */
  readonly extension: string
}

/** Pictures of the graph; `exportPicture` draws them, and no reader takes them back. */
export const pictureFileTypes: readonly FileType[] = [
  {
    id: 'svg',
    label: 'SVG picture',
    description: 'Vectors, with labels as text; for print and for drawing programs.',
    extension: 'svg',
  },
  { id: 'png', label: 'PNG picture', description: 'Pixels; for slides and messages.', extension: 'png' },
]

/** The text of what is shown; `scene/brief` writes it. */
const briefType: FileType = {
  id: 'brief',
  label: 'Markdown brief',
  description: 'Sentences with numbered citations, what is contested, what is open.',
  extension: 'md',
}

/** What can be exported, by what it is for. */
export const exportFileTypeGroups: readonly { readonly label: string; readonly types: readonly FileType[] }[] = [
  { label: 'Graph', types: formats.filter(({ write }) => write) },
  { label: 'Picture', types: pictureFileTypes },
  { label: 'Text and sources', types: [briefType, ...bibliographyFormats] },
]

export const exportFileTypes: readonly FileType[] = exportFileTypeGroups.flatMap(({ types }) => types)

/** What can be opened. */
export const openableFileTypes: readonly FileType[] = formats.filter(({ read, collect }) => read ?? collect)
