/** Schemata that connect two entities, with the properties that name both ends (followthemoney.tech/explorer/schemata). */
export const ftmLinks: ReadonlyMap<string, readonly [from: string, to: string]> = new Map([
  ['Ownership', ['owner', 'asset']],
  ['Directorship', ['director', 'organization']],
  ['Membership', ['member', 'organization']],
  ['Employment', ['employee', 'employer']],
  ['Family', ['person', 'relative']],
  ['Associate', ['person', 'associate']],
  ['Representation', ['agent', 'client']],
  ['UnknownLink', ['subject', 'object']],
  ['Payment', ['payer', 'beneficiary']],
  ['Debt', ['debtor', 'creditor']],
  ['Succession', ['predecessor', 'successor']],
  ['ContractAward', ['supplier', 'contract']],
  ['ProjectParticipant', ['participant', 'project']],
  ['Occupancy', ['holder', 'post']],
  ['CourtCaseParty', ['party', 'case']],
  ['Documentation', ['entity', 'document']],
  ['Similar', ['candidate', 'match']],
])

export const symmetricFtmLinks: ReadonlySet<string> = new Set(['Family', 'Associate', 'UnknownLink', 'Similar'])

/** Properties whose values can be ids of other entities. */
export const ftmReferences: ReadonlySet<string> = new Set([
  'parent',
  'parentDocument',
  'addressEntity',
  'holder',
  'vessel',
  'owner',
  'operator',
  'author',
  'resolved',
  'proof',
  'entity',
  'authority',
  'bankAccount',
  'issuer',
  'organization',
])

/** Schemata of things that may be written, beside those of links. */
const things =
  'Address Airplane Article Asset Assessment Audio BankAccount Call CallForTenders Company Concession Contract ContractLot CourtCase CryptoWallet Document EconomicActivity Email Event Folder HyperText Identification Image Land LegalEntity License Mention Message Note Organization Package Page Pages Passport Person PlainText Position Post Project PublicBody RealEstate Record Sanction Security Table TaxRoll Thing Trip UserAccount Value Vehicle Vessel Video Workbook'
const thingSchemata: ReadonlySet<string> = new Set(things.split(' '))

/** Names of types in graphs, in lower case, that mean a schema. */
const schemaOfWord: ReadonlyMap<string, string> = new Map([
  ['people', 'Person'],
  ['human', 'Person'],
  ['individual', 'Person'],
  ['firm', 'Company'],
  ['corporation', 'Company'],
  ['business', 'Company'],
  ['bank', 'Company'],
  ['organisation', 'Organization'],
  ['institution', 'Organization'],
  ['association', 'Organization'],
  ['ngo', 'Organization'],
  ['agency', 'PublicBody'],
  ['government', 'PublicBody'],
  ['ministry', 'PublicBody'],
  ['public body', 'PublicBody'],
  ['ship', 'Vessel'],
  ['aircraft', 'Airplane'],
  ['meeting', 'Event'],
  ['report', 'Document'],
  ['lawsuit', 'CourtCase'],
])

/** The schema for nodes of a type: the one of its name, else of a word like it; else LegalEntity for actors, or Thing. */
export function ftmSchemaOfType(label: string, family: string | undefined): string {
  const found = [...thingSchemata].find((schema) => schema.toLowerCase() === label.toLowerCase().replaceAll(' ', ''))
  return found ?? schemaOfWord.get(label.toLowerCase()) ?? (family === 'actor' ? 'LegalEntity' : 'Thing')
}
