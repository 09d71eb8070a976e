import { bibliographyFormats } from '../formats/bibliography/bibliographyFormats'
import { readableFormats, writableFormats } from '../formats/formats'
import type { ExportsMessages } from '../messages/exports.en'
import type { FormatsMessages } from '../messages/formats.en'

/** A file type as a dialog lists it. */
export interface FileType {
  readonly id: string
  readonly label: string
  readonly description: string
  /** What it does not keep, as items of a list. */
  readonly losses: readonly string[]
}

/** File types under one heading of the export dialog. */
interface FileTypeGroup {
  readonly id: keyof ExportsMessages['dialog']['groups']
  readonly types: readonly FileType[]
}

const pictureIds = ['svg', 'png'] as const

/** Whether a file type is a picture, which `exportPicture` draws and nothing reads back. */
export const isPictureType = (id: string): boolean => pictureIds.some((each) => each === id)

/** What can be exported, by purpose. */
export function exportFileTypeGroups(exports: ExportsMessages, formats: FormatsMessages): readonly FileTypeGroup[] {
  const { fileTypeLabels: labels, fileTypeDescriptions: descriptions } = exports
  const ownType = (id: keyof typeof labels): FileType => ({
    id,
    label: labels[id],
    description: descriptions[id],
    losses: [],
  })
  return [
    {
      id: 'graph',
      types: writableFormats.map(({ id, label, losses = [] }) => ({
        id,
        label,
        description: formats.descriptions[id],
        losses: losses.map((loss) => formats.losses[loss]),
      })),
    },
    { id: 'picture', types: pictureIds.map(ownType) },
    {
      id: 'text',
      types: [
        ownType('brief'),
        ...bibliographyFormats.map(({ id }) => ({
          id,
          label: formats.bibliographyLabels[id],
          description: formats.bibliographies[id],
          losses: [],
        })),
      ],
    },
  ]
}

/** What can be opened; the names of formats are the same in every language. */
export const openableFileTypes: readonly { readonly id: string; readonly label: string; readonly extension: string }[] =
  readableFormats
