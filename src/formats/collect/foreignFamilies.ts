import type { NodeFamily } from '../../model/schema'

/** The families of types in files that declare none. */
export const foreignFamilies: readonly NodeFamily[] = [
  { id: 'actor', label: 'Actor', ja: '主体' },
  { id: 'project', label: 'Project', ja: '事業' },
  { id: 'policy', label: 'Policy', ja: '政策' },
  { id: 'event', label: 'Event', ja: '出来事' },
  { id: 'place', label: 'Place', ja: '場所' },
  { id: 'sector', label: 'Sector', ja: '分野' },
  { id: 'idea', label: 'Idea', ja: '論点' },
]

/** The type of nodes for which the file gives none. */
export const untypedNode = { label: 'node', ja: 'ノード' } as const
