import { english, pluralForm } from './englishFormatter'
import { unreadKindsEn, type UnreadKind } from './unreadKinds.en'

const quoted = (texts: readonly string[]): string => english.list(texts.map((text) => `"${text}"`))

/** What is wrong with a file (a clause, without a full stop) and what to do about it (a sentence). */
export const readFaultsEn = {
  exportAgain: 'Export the file again from the program that wrote it.',
  endsTooEarly: 'the file ends too early',
  endsTooEarlyAt: ({ detail }: { detail: string }) => `the file ends too early: ${detail}`,
  invalidUtf8: 'the text is not valid UTF-8',
  invalidUtf8InLine: ({ line }: { line: number }) =>
    `the text is not valid UTF-8 (first in line ${english.integer(line)})`,
  invalidInEncoding: ({ encoding }: { encoding: string }) => `the text is not valid in the encoding ${encoding}`,
  saveAsUtf8: 'Save the file as UTF-8.',
  invalidJson: 'invalid JSON',

  emptyFile: 'the file is empty',
  chooseCompleteFile: 'Choose another file; this one may not have been saved completely.',
  noNodesOrEdges: ({ formats }: { formats: string }) => `the file has no nodes and no edges (read as ${formats})`,
  chooseGraphFile: 'Choose a file that contains a graph.',
  unrecognisedFormat: 'unrecognised format',
  kizunaOpens: ({ formats }: { formats: readonly string[] }) => `Kizuna opens ${english.list(formats)}.`,
  notAGraphFile: ({ kind }: { kind: string }) => `this is ${kind}, not a graph file`,
  unreadFormat: ({ kind }: { kind: UnreadKind }) => `this is ${unreadKindsEn[kind][0]}, which Kizuna does not read`,
  unreadRemedy: ({ kind }: { kind: UnreadKind }): string => unreadKindsEn[kind][1],
  unknownXml: ({ root }: { root: string }) =>
    `this is XML of a kind that Kizuna does not know, with the root <${root}>`,
  unknownJson: ({ keys }: { keys: readonly string[] }) =>
    keys.length === 0
      ? 'this is JSON without a list of nodes or edges that Kizuna knows'
      : `this is JSON without a list of nodes or edges that Kizuna knows; it has ${quoted(keys)}`,
  pngImage: 'a PNG image',
  jpegImage: 'a JPEG image',
  gifImage: 'a GIF image',
  pdfDocument: 'a PDF document',
  nestedZip: 'a zip archive inside another archive',
  nestedGzip: 'a gzip file inside another archive',
  notWithOtherFiles: 'a Kizuna JSON file cannot be opened together with other files',
  openAlone: 'Open it on its own.',

  emptyArchive: 'the zip archive contains no graph file',
  archiveTooLarge: 'the archive unpacks to more than 2 GB',
  emptyZip: 'the zip archive is empty',
  tooManyEntries: ({ count, limit }: { count: number; limit: number }) =>
    `the archive has ${english.integer(count)} files, and at most ${english.integer(limit)} are read`,
  gzipCutOff: 'the gzip file stops before its end',
  gzipDamaged: 'the gzip file is damaged: its checksum does not match',
  damagedEntry: ({ entry }: { entry: string }) =>
    `${entry} in the archive is damaged: its checksum or length does not match`,
  encryptedZip: ({ entry }: { entry: string }) => `the zip archive is encrypted (${entry})`,
  unpackWithPassword: 'Unpack it with its password and open the file that you need.',
  unknownZipMethod: ({ entry, method }: { entry: string; method: number }) =>
    `${entry} in the archive is packed by method ${method}, which is not read here`,
  textTooLarge: ({ megabytes }: { megabytes: number }) =>
    `the file is too large for its format: at most ${english.integer(megabytes)} MB of text can be read`,
  splitOrOtherFormat: 'Save it as CSV, GEXF or GraphML, which can be larger, or split it.',
  unpackFirst: 'Unpack it and open the file that you need.',
  brokenArchive: 'the archive is damaged or incomplete',
  saveOrDownloadAgain: 'Save or download the file again.',

  mostRowsShort: 'most rows have far fewer cells than the first row',
  evenRows: 'Give all rows the same number of cells, or choose another file.',
  brokenQuotes: 'the quotation marks do not match',
  unclosedQuote: 'a quotation mark is not closed',
  textAfterQuote: 'there is text after a closing quotation mark',
  exportTablesAgain: 'Export the tables again from Kizuna.',
  inRow: ({ row, fault }: { row: number; fault: string }) => `row ${row}: ${fault}`,
  correctRow: 'Correct the row in a spreadsheet, or export the tables again from Kizuna.',

  filesLeftOut: ({ count, example }: { count: number; example: string }) =>
    count === 1
      ? `1 file is no graph and was left out: ${english.quote(example)}.`
      : `${english.integer(count)} files are no graphs and were left out, such as ${english.quote(example)}.`,

  missingVersion: 'the version of Kizuna JSON is missing',
  unsupportedVersion: ({ version }: { version: string }) =>
    `unsupported version ${version} of Kizuna JSON; this Kizuna reads version 1`,
  unreadableProject: 'the description of the project cannot be read, or is of a newer version',
  fileMissingInProject: ({ name }: { name: string }) => `the project lacks the file ${name}`,
  openWithNewerKizuna: 'Open it with a newer Kizuna.',
  correctKizunaJson: 'Export the file again from Kizuna, or correct it in a text editor.',

  missingField: ({ field }: { field: string }) => `"${field}" is missing`,
  invalidField: ({ field }: { field: string }) => `"${field}" is invalid`,
  invalidRecord: 'invalid record',
  unknownFields: ({ fields }: { fields: readonly string[] }) =>
    `unknown ${pluralForm(fields.length, 'field', 'fields')} ${quoted(fields)}`,
  wrongKind: ({ field, kind }: { field: string; kind: string }) => `"${field}" must be ${kind}`,
  notOneOf: ({ field, values }: { field: string; values: readonly string[] }) =>
    `"${field}" must be ${english.list(values, 'or')}`,
  invalidId: ({ field }: { field: string }) =>
    `"${field}" must be an id of lower-case letters, digits and single hyphens`,
  tooShort: ({ field, limit }: { field: string; limit: number }) =>
    `"${field}" is too short; its minimum length is ${english.integer(limit)}`,
  tooLong: ({ field, limit }: { field: string; limit: number }) =>
    `"${field}" is too long; its maximum length is ${english.integer(limit)}`,
  tooSmall: ({ field, limit }: { field: string; limit: number }) =>
    `"${field}" must be at least ${english.number(limit)}`,
  tooLarge: ({ field, limit }: { field: string; limit: number }) =>
    `"${field}" must be at most ${english.number(limit)}`,
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',

  node: 'node',
  edge: 'edge',
  statement: 'statement',
  source: 'source',
  dispute: 'dispute',
  duplicateId: ({ kind, id }: { kind: string; id: string }) => `duplicate ${kind} id "${id}"`,
  unknownReference: (of: { kind: string; id: string; targetKind: string; target: string }) =>
    `${of.kind} "${of.id}" refers to unknown ${of.targetKind} "${of.target}"`,
  noObjectOrValue: ({ id }: { id: string }) => `statement "${id}" has neither an object nor a value`,
  wrongStatementList: ({ id }: { id: string }) => `"${id}" does not list exactly the statements about it`,
  unlistedStatement: ({ id, target }: { id: string; target: string }) =>
    `statement "${id}" is about "${target}", which is missing from the file`,
}

export type ReadFaultsMessages = typeof readFaultsEn
