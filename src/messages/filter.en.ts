import { english, plural } from './englishFormatter'

interface Counts {
  readonly count: number
  readonly total: number
}

/**
 * The filter panel and the search bar, filter steps as sentences, and the faults of a filter's text. A fault is a clause
 * without a full stop.
 */
export const filterEn = {
  title: 'Filter',
  keys: {
    family: 'Family',
    type: 'Type',
    sector: 'Sector',
    place: 'Place',
    node: 'Node',
    text: 'Name',
    degree: 'Degree',
    in: 'In-degree',
    out: 'Out-degree',
    component: 'Component size',
    'component-rank': 'Rank of component',
    core: 'Core',
    isolated: 'Isolated',
    status: 'Status',
    source: 'Source',
    publisher: 'Publisher',
    class: 'Kind of source',
    known: 'As known on',
    held: 'As of',
    origins: 'Independent sources',
    polarity: 'Polarity',
    predicate: 'Relation',
    direction: 'Direction',
    loop: 'Loop',
    mutual: 'Mutual',
    line: 'Line style',
    verdict: 'Agreement',
  },
  kindFacet: 'Kind',

  conditionIs: ({ key, values }: { key: string; values: string }) => `${key} is ${values}`,
  conditionIsNot: ({ key, values }: { key: string; values: string }) => `${key} is not ${values}`,
  conditionContains: ({ key, values }: { key: string; values: string }) => `${key} contains ${values}`,
  conditionContainsNot: ({ key, values }: { key: string; values: string }) => `${key} does not contain ${values}`,
  conditionOnDate: ({ key, date }: { key: string; date: string }) => `${key} ${date}`,
  conditionSaidBy: ({ sources }: { sources: string }) => `Said by ${sources}`,
  conditionNotSaidBy: ({ sources }: { sources: string }) => `Not said by ${sources}`,
  independentSourcesShort: ({ count }: { count: string }) =>
    `${count}+ independent ${count === '1' ? 'source' : 'sources'}`,
  moreValues: ({ count }: { count: number }) => `${english.integer(count)} more`,
  withNeighbours: ({ condition, steps }: { condition: string; steps: number }) =>
    `${condition}, with neighbours up to ${plural(steps, 'step')} away`,
  withNeighboursShort: ({ condition }: { condition: string }) => `${condition} and neighbours`,
  not: ({ clause }: { clause: string }) => `not ${clause}`,
  and: ({ first, second }: { first: string; second: string }) => `${first} and ${second}`,
  or: ({ first, second }: { first: string; second: string }) => `${first} or ${second}`,
  group: ({ clause }: { clause: string }) => `(${clause})`,

  /** Between the steps of a filter's summary. */
  stepSeparator: ', ',

  anyValue: 'any value',
  largest: 'the largest',
  atLeast: ({ from }: { from: string }) => `at least ${from}`,
  atMost: ({ to }: { to: string }) => `at most ${to}`,
  between: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
  onDate: ({ date }: { date: string }) => english.date(date),
  fromDate: ({ from }: { from: string }) => `from ${english.date(from)}`,
  untilDate: ({ to }: { to: string }) => `until ${english.date(to)}`,
  betweenDates: ({ from, to }: { from: string; to: string }) => `${english.date(from)} to ${english.date(to)}`,

  everything: 'Everything',
  nodesAndEdges: ({ nodes, edges }: { nodes: number; edges: number }) =>
    `${plural(nodes, 'node')}, ${plural(edges, 'edge')}`,
  addStep: 'Add step',
  clearAll: 'Clear all',
  filteredOut: 'What the filter removes',
  hide: 'Hide',
  dim: 'Dim',
  editStep: 'Edit step',
  stepOff: ' (off)',
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  switchOffStep: ({ step }: { step: string }) => `Switch off: ${step}`,
  remove: 'Remove',
  removeStep: ({ step }: { step: string }) => `Remove: ${step}`,
  stepOptions: ({ number }: { number: number }) => `Options for step ${english.integer(number)}`,
  include: 'Include',
  exclude: 'Exclude',
  moveUp: 'Move up',
  moveDown: 'Move down',
  dragStep: 'Drag to change the order',
  stepMoved: ({ number, count }: { number: number; count: number }) =>
    `Step ${english.integer(number)} of ${english.integer(count)}`,
  inWholeGraph: 'in the whole graph',
  askWholeGraph: 'Count in the whole graph',
  askStepsAbove: 'Count in what the steps above leave',
  joinWithPrevious: 'Combine with the step above (or)',
  ungroup: 'Split into separate steps',
  includeNeighbours: 'Include direct neighbours',
  includeNeighboursOf: ({ facet }: { facet: string }) => `Include direct neighbours (${facet})`,
  leaveOutNeighbours: 'Leave out neighbours',

  newStep: 'New step',
  property: 'Property',
  comparison: 'Comparison',
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  containsNot: 'does not contain',
  value: 'Value',
  numberOrRange: 'Number or range',
  chooseValue: 'Choose a value',
  valueWithCount: ({ value, count }: { value: string; count: number }) => `${value} (${english.integer(count)})`,
  combination: 'How to combine',
  asSeparateStep: 'as a separate step',
  orWithPrevious: 'or, as an alternative to the step above',
  add: 'Add',
  cancel: 'Cancel',

  rows: {
    nodes: ({ count }: { count: number }) => plural(count, 'node'),
    edges: ({ count }: { count: number }) => plural(count, 'edge'),
    edgesAndFigures: ({ count }: { count: number }) => plural(count, 'edge or figure', 'edges and figures'),
  },
  share: {
    nodes: ({ count, total }: Counts) => `${english.integer(count)} of ${plural(total, 'node')}`,
    edges: ({ count, total }: Counts) => `${english.integer(count)} of ${plural(total, 'edge')}`,
    edgesAndFigures: ({ count, total }: Counts) =>
      `${english.integer(count)} of ${plural(total, 'edge or figure', 'edges and figures')}`,
  },
  valueTitle: ({ value, share }: { value: string; share: string }) => `${value}: ${share}`,
  valueChoice: ({ value, share }: { value: string; share: string }) => `${value}, ${share}`,
  excludedValue: ({ value, share }: { value: string; share: string }) => `${value}, excluded, ${share}`,
  excludeValue: ({ value }: { value: string }) => `Exclude ${value}`,
  excluded: 'Excluded; click to undo',
  typesOf: ({ family }: { family: string }) => `Types of ${family}`,
  findIn: ({ facet }: { facet: string }) => `Find in ${facet}`,
  findAmong: ({ count }: { count: number }) => `Find among ${english.integer(count)}`,
  noValueFound: 'No value contains this text.',
  furtherValues: ({ count }: { count: number }) => `and ${english.integer(count)} more; type to find them`,
  showMore: ({ count }: { count: number }) => `${english.integer(count)} more`,
  showFewer: 'Show fewer',

  rangeOf: ({ facet }: { facet: string }) => `Range of ${facet}`,
  noNumbers: 'No row has a value here.',
  from: 'from',
  to: 'to',
  rangeFrom: ({ facet }: { facet: string }) => `${facet} from`,
  rangeTo: ({ facet }: { facet: string }) => `${facet} to`,
  sliderFrom: ({ facet }: { facet: string }) => `${facet}, from`,
  sliderTo: ({ facet }: { facet: string }) => `${facet}, to`,
  lowest: 'lowest',
  highest: 'highest',
  histogramOfNumbers: ({ share }: { share: string }) => `Distribution of numbers: ${share}`,
  histogramOfDates: ({ share }: { share: string }) => `Distribution of dates: ${share}`,
  textIn: ({ facet }: { facet: string }) => `Text in ${facet}`,
  apply: 'Filter',

  searchLabel: 'Search nodes, or write a filter',
  searchPlaceholder: 'Search, or type:project sector:energy',
  suggestions: 'Suggestions',
  noNodeFound: 'No node has this name.',
  filterByName: ({ words }: { words: string }) => `Filter by names with ${english.quote(words)}`,
  hiddenNode: ({ type }: { type: string }) => `${type}, hidden by the filter`,
  lowestToHighest: 'lowest to highest',
  faultAt: ({ position, fault }: { position: number; fault: string }) =>
    `At character ${english.integer(position)}: ${fault}.`,

  missingCondition: 'a condition is missing here',
  missingValueAfterKey: ({ key }: { key: string }) => `a value is missing after ${key}:`,
  missingValueAfterComma: 'a value is missing after the comma',
  emptyValue: ({ key }: { key: string }) => `${key}: has an empty value`,
  missingReach: 'a number of steps from 1 to 9 is missing after the plus sign',
  missingClosingParenthesis: 'the closing parenthesis is missing here',
  missingClosingOf: ({ word }: { word: string }) => `the closing parenthesis of ${word}( ) is missing here`,
  missingClosingQuote: 'the closing quotation mark is missing here',
  markedStepBeforeOr: ({ word }: { word: string }) => `a step in ${word}( ) cannot be combined with “or”`,
  nestedTooDeeply: ({ maxDepth }: { maxDepth: number }) =>
    `parentheses and “not” are nested more than ${english.integer(maxDepth)} deep`,
  unknownKey: ({ key, keys }: { key: string; keys: readonly string[] }) =>
    `unknown property “${key}”; use ${english.list(keys, 'or')}`,
  unknownKeyNear: ({ key, similar }: { key: string; similar: string }) =>
    `unknown property “${key}”; did you mean “${similar}”?`,
  unknownColumn: ({ name }: { name: string }) => `this graph has no column “${name}”`,
  unknownColumnNear: ({ name, similar }: { name: string; similar: string }) =>
    `this graph has no column “${name}”; did you mean “${similar}”?`,
  invalidDate: ({ value }: { value: string }) => `“${value}” is not a date; write 2026-02-17, 2026-02 or 2026`,
  invalidRange: ({ value }: { value: string }) =>
    `“${value}” is not a number or range; write 7, 3..10, 5.., ..5 or none`,
  invalidDateRange: ({ value }: { value: string }) =>
    `“${value}” is not a date or range of dates; write 2026-02-17, 2026-02..2026-03-15, 2026.. or none`,
  rangeEndsBeforeItBegins: ({ value }: { value: string }) => `${value} ends before it begins`,
}

export type FilterMessages = typeof filterEn
