// A map as the server sends the whole of it, and as the picture needs it (Sent.java): texts that many share are
// numbers, the names of the two ends are marks, and what is empty was left out.
const NODE = { said: '', key: false, bearing: '', pin: '', at: '', tag: '', aliases: '' };
const LINE = { kind: '', strength: '', influence: '', protects: '', evidenced: false, faded: false, past: false, open: 0 };

export function unpacked(sent) {
  const nodes = sent.nodes.map((node) => ({ ...NODE, ...node, said: sent.texts[node.said] }));
  const lines = sent.lines.map((line) => {
    const whole = { ...LINE, ...line, sentence: sent.texts[line.sentence], stands: sent.texts[line.stands] };
    if (typeof line.from !== 'number') return whole;
    const [from, to] = [nodes[line.from], nodes[line.to]];
    const name = { '\u0001': from.label, '\u0002': to.label };
    return { ...whole, from: from.id, to: to.id, sentence: whole.sentence.replace(/[\u0001\u0002]/g, (mark) => name[mark]) };
  });
  return { last: sent.last, nodes, lines, gone: [] };
}
