import type { Format } from '../format'
import { collectCytoscape, isCytoscape } from './cytoscape'
import { collectGraphology, isGraphology } from './graphology'
import { collectNetworkx, isNetworkx } from './networkx'
import { collectNodeLink, isNodeLink } from './nodeLink'
import { writeCytoscape, writeGraphology, writeNetworkx, writeNodeLink } from './write'

/** Graphs in JSON as other programs have them; those that are told by more stand first. */
export const jsonFormats: readonly Format[] = [
  {
    id: 'graphology',
    label: 'graphology JSON',
    extension: 'json',
    mime: 'application/json',
    description: 'For graphology and sigma: attributes as they are; evidence as text on each edge.',
    recognises: isGraphology,
    collect: collectGraphology,
    write: writeGraphology,
    losses: ['evidence'],
  },
  {
    id: 'cyjs',
    label: 'Cytoscape JSON',
    extension: 'cyjs',
    mime: 'application/json',
    description: 'For Cytoscape and Cytoscape.js: elements with data and places; evidence as text on each edge.',
    recognises: isCytoscape,
    collect: collectCytoscape,
    write: writeCytoscape,
    losses: ['evidence'],
  },
  {
    id: 'networkx',
    label: 'networkx JSON',
    extension: 'json',
    mime: 'application/json',
    description: 'For networkx: node-link data of a directed multigraph; evidence as text on each edge.',
    recognises: isNetworkx,
    collect: collectNetworkx,
    write: writeNetworkx,
    losses: ['evidence'],
  },
  {
    id: 'd3',
    label: 'JSON of nodes and links',
    extension: 'json',
    mime: 'application/json',
    description: 'For pages made with d3; vis-network is read too. Evidence as text on each link.',
    recognises: isNodeLink,
    collect: collectNodeLink,
    write: writeNodeLink,
    losses: ['evidence'],
  },
]
