// What is to be shown: kinds of node, and lines that are all of what is ticked.
const ONLY = {
  evidenced: (line) => line.evidenced,
  concern: (line) => line.protects === 'OF_CONCERN' || line.protects === 'BOTH',
  protective: (line) => line.protects === 'PROTECTIVE' || line.protects === 'BOTH',
  'harm-open': (line) => line.open > 0,
  current: (line) => !line.past,
};

export function only(map, changed) {
  const kinds = [...map.querySelectorAll('[data-kind]')].filter((each) => each.type === 'checkbox');
  const onlys = [...map.querySelectorAll('[data-only]')];
  for (const tick of [...kinds, ...onlys]) tick.addEventListener('change', changed);
  return {
    node: (kind) => kinds.find((tick) => tick.dataset.kind === kind).checked,
    line: (line) => onlys.every((tick) => !tick.checked || ONLY[tick.dataset.only](line)),
  };
}
