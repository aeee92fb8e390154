// What is to be shown: kinds of node, and lines that are all of what is ticked.
const ONLY = {
  evidenced: (line) => line.evidenced,
  concern: (line) => line.protects === 'OF_CONCERN' || line.protects === 'BOTH',
  protective: (line) => line.protects === 'PROTECTIVE' || line.protects === 'BOTH',
  'harm-open': (line) => line.open > 0,
  current: (line) => !line.past,
};

const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);

export function only(map, changed) {
  const kinds = [...map.querySelectorAll('[data-kind]')].filter((each) => each.type === 'checkbox');
  const onlys = [...map.querySelectorAll('[data-only]')];
  for (const tick of [...kinds, ...onlys]) tick.addEventListener('change', changed);
  const said = map.querySelector('[data-out]');
  const copies = document.querySelector('[data-copies]');
  const all = copies?.getAttribute('href');
  const called = (ticks) => ticks.map((tick) => tick.parentElement.textContent.trim()).join(', ');
  return {
    node: (kind) => kinds.find((tick) => tick.dataset.kind === kind).checked,
    line: (line) => onlys.every((tick) => !tick.checked || ONLY[tick.dataset.only](line)),
    // What is left out, said in words; and a picture that is taken is as on the screen.
    leftOut(cy, out, around) {
      const without = kinds.filter((tick) => !tick.checked);
      const alone = onlys.filter((tick) => tick.checked);
      const address = new URLSearchParams();
      if (without.length) address.set('without', without.map((tick) => tick.dataset.kind).join(','));
      if (alone.length) address.set('only', alone.map((tick) => tick.dataset.only).join(','));
      if (around) address.set('around', around.id);
      if (copies) copies.href = address.size ? `${all}?${address}` : all;
      const words = map.dataset;
      const nodes = cy.nodes().filter((node) => !out.has(node.id())).length;
      const lines = cy.edges().filter((edge) => ![edge.id(), edge.data('source'), edge.data('target')].some((id) => out.has(id))).length;
      said.textContent = !address.size ? '' : [
        fill(words.wOut, nodes, cy.nodes().length, lines, cy.edges().length),
        without.length && fill(words.wOutKinds, called(without)),
        alone.length && fill(words.wOutLines, called(alone)),
        around && fill(words.wOutAround, around.label),
      ].filter(Boolean).join(' ');
    },
  };
}
