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
export const pictureTypes: readonly FileType[] = [
  {
    id: 'svg',
    label: 'SVG picture',
    description: 'Vectors, with labels as text; for print and for drawing programs.',
    extension: 'svg',
  },
  { id: 'png', label: 'PNG picture', description: 'Pixels; for slides and messages.', extension: 'png' },
]

/** What can be exported. */
export const exportTypes: readonly FileType[] = [...formats.filter(({ write }) => write), ...pictureTypes]

/** What can be opened. */
export const openTypes: readonly FileType[] = formats.filter(({ read }) => read)
