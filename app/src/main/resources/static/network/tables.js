// The tables under the picture: they say and open the same.
const fill = (text, value) => text.replace('{0}', value);

export function tables(place, words, open) {
  const rows = new Map();

  function made(kind, id, into) {
    const tr = document.createElement('tr');
    tr.className = 'govuk-table__row';
    const first = document.createElement(kind === 'nodes' ? 'th' : 'td');
    first.className = kind === 'nodes' ? 'govuk-table__header' : 'govuk-table__cell';
    if (kind === 'nodes') first.scope = 'row';
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.open = id;
    first.append(button);
    const second = document.createElement('td');
    second.className = 'govuk-table__cell';
    tr.append(first, second);
    rows.set(id, tr);
    into.append(tr);
    return tr;
  }

  function row(kind, id, text, beside, into) {
    const tr = rows.get(id) ?? made(kind, id, into);
    tr.firstElementChild.firstElementChild.textContent = text;
    tr.lastElementChild.textContent = beside;
  }

  place.addEventListener('click', (event) => {
    const id = event.target.dataset.open;
    if (id) open(id);
  });

  return {
    take(view, since = () => '') {
      for (const id of view.gone) {
        rows.get(id)?.remove();
        rows.delete(id);
      }
      const into = { nodes: document.createDocumentFragment(), lines: document.createDocumentFragment() };
      for (const node of view.nodes) row('nodes', node.id, node.label, [node.said, node.tag, since(node.id)].filter(Boolean).join(', '), into.nodes);
      for (const line of view.lines) row('lines', line.id, line.sentence, [line.stands, line.open ? fill(words.wOpen, line.open) : '', since(line.id)].filter(Boolean).join(', '), into.lines);
      for (const kind of ['nodes', 'lines']) place.querySelector(`[data-${kind}]`).append(into[kind]);
    },
    show(isShown) {
      for (const [id, tr] of rows) if (tr.hidden === isShown(id)) tr.hidden = !tr.hidden;
    },
  };
}
