// What each thing on a map looks like (the legend says it in words). Colour is never alone: a line of concern
// has a minus at its middle, a person or a place of concern one after the name, somebody unknown a question mark.
const INK = '#0b0c0c';
const GREY = '#6f777b';
const GREEN = '#00703c';
const RED = '#b8251b';
const VIOLET = '#6a2c91';
const FONT = '"Inter", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const shaped = (kind, style) => ({ selector: `node[kind = "${kind}"]`, style });

const SIGNS = { PROTECTIVE: '+', OF_CONCERN: '−', BOTH: '±' };

// What stands on a line; nobody knows is an answer too.
export const signOf = (protects) => (protects === 'NOT_KNOWN' ? '?' : SIGNS[protects] ?? '');

// What stands under a sign: the name, and whether it protects; of a gap when it is due; while looking back, what came.
export function named(node, since) {
  const name = [node.label, node.kind === 'UNKNOWN_PERSON' ? '?' : '', SIGNS[node.bearing] ?? ''].filter(Boolean).join(' ');
  return [name, node.tag, since ? `(${since})` : ''].filter(Boolean).join('\n');
}

export const STYLE = [
  {
    selector: 'node',
    style: {
      label: 'data(text)', 'font-family': FONT, 'font-size': 13, 'min-zoomed-font-size': 7, color: INK, 'text-valign': 'bottom', 'text-margin-y': 4,
      'text-wrap': 'wrap', 'text-max-width': 120, 'text-background-color': '#fff', 'text-background-opacity': 0.8, 'text-background-padding': 1,
      width: 30, height: 30, 'background-color': '#fff', 'border-width': 2, 'border-color': INK, shape: 'ellipse',
    },
  },
  shaped('ADULT', { shape: 'round-rectangle' }),
  shaped('UNKNOWN_PERSON', { 'border-style': 'dashed' }),
  shaped('PEER_GROUP', { shape: 'octagon', 'background-color': '#e8f0f2' }),
  shaped('SCHOOL', { shape: 'pentagon', 'background-color': '#f3f2f1' }),
  shaped('HOME', { shape: 'round-triangle', 'background-color': '#f3f2f1' }),
  shaped('PLACE', { shape: 'rectangle', 'background-color': '#f3f2f1' }),
  shaped('ONLINE_SPACE', { shape: 'round-hexagon', 'background-color': '#f3f2f1' }),
  shaped('ROUTE', { shape: 'rhomboid', 'background-color': '#f3f2f1' }),
  shaped('INCIDENT', { shape: 'diamond', 'background-color': '#f3f2f1' }),
  shaped('GAP', { shape: 'round-rectangle', 'border-style': 'dashed', 'background-color': '#ffdd00', width: 26, height: 26 }),
  { selector: 'node[bearing = "PROTECTIVE"]', style: { 'border-color': GREEN } },
  { selector: 'node[bearing = "OF_CONCERN"]', style: { 'border-color': RED } },
  { selector: 'node[bearing = "BOTH"]', style: { 'border-color': VIOLET } },
  { selector: 'node[?key]', style: { 'border-width': 5, width: 38, height: 38, 'font-weight': 'bold' } },
  {
    selector: 'edge',
    style: {
      'curve-style': 'straight', width: 'mapData(weight, 1, 5, 2.4, 8)', 'line-color': GREY, 'line-style': 'dashed', label: 'data(mark)', 'font-family': FONT,
      'font-size': 14, 'font-weight': 'bold', color: GREY, 'text-background-color': '#fff', 'text-background-opacity': 1, 'text-background-shape': 'roundrectangle',
      'text-background-padding': 1, 'min-zoomed-font-size': 8, 'target-arrow-color': GREY, 'source-arrow-color': GREY, 'arrow-scale': 1.1,
    },
  },
  { selector: 'edge[weight = 0]', style: { width: 1.2 } }, // how strong was not asked, or nobody knows
  { selector: 'edge.beside', style: { 'curve-style': 'bezier' } }, // two between the same ends, and what leads back to itself
  { selector: 'edge[open > 0]', style: { 'line-opacity': 0.7 } },
  { selector: 'edge[?evidenced]', style: { 'line-style': 'solid' } },
  { selector: 'edge[protects = "PROTECTIVE"]', style: { 'line-color': GREEN, color: GREEN, 'target-arrow-color': GREEN, 'source-arrow-color': GREEN } },
  { selector: 'edge[protects = "OF_CONCERN"]', style: { 'line-color': RED, color: RED, 'target-arrow-color': RED, 'source-arrow-color': RED } },
  { selector: 'edge[protects = "BOTH"]', style: { 'line-color': VIOLET, color: VIOLET, 'target-arrow-color': VIOLET, 'source-arrow-color': VIOLET } },
  { selector: 'edge[influence = "FROM"]', style: { 'target-arrow-shape': 'triangle' } },
  { selector: 'edge[influence = "TO"]', style: { 'source-arrow-shape': 'triangle' } },
  { selector: 'edge[influence = "BOTH"]', style: { 'target-arrow-shape': 'triangle', 'source-arrow-shape': 'triangle' } },
  { selector: 'edge[?faded]', style: { 'line-opacity': 0.45 } },
  { selector: 'edge[?past]', style: { 'line-style': 'dotted', 'line-opacity': 0.45 } },
  { selector: 'node.came', style: { 'border-style': 'double', 'border-width': 6 } },
  { selector: 'node.gone', style: { 'border-style': 'dotted', 'background-opacity': 0.3 } },
  { selector: 'edge.came', style: { 'font-size': 11 } },
  { selector: 'edge.gone', style: { 'line-style': 'dotted', 'font-size': 11 } },
  { selector: '.found', style: { 'underlay-color': '#ffdd00', 'underlay-opacity': 0.8, 'underlay-padding': 8 } },
  { selector: '.meant', style: { 'underlay-color': '#1d70b8', 'underlay-opacity': 0.35, 'underlay-padding': 9 } },
  { selector: ':selected', style: { 'overlay-color': '#1d70b8', 'overlay-opacity': 0.25, 'overlay-padding': 6 } },
  { selector: '.out', style: { display: 'none' } },
];
