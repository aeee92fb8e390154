// A sheet of paper is narrower than a screen: the picture is made to fit while it is printed, with the legend open.
const ACROSS = 980; // A4 on its side, in CSS pixels, between the margins
const DOWN = 500; // and what heading and legend leave of its height

export function printing(cy, canvas, legend) {
  let open = false;
  const dated = document.querySelector('.printed-by')?.cloneNode(true); // when, and by whom: beside the picture too
  window.addEventListener('beforeprint', () => {
    if (dated) document.querySelector('h1').after(dated);
    open = legend.open;
    legend.open = true;
    const [wide, high] = [cy.width(), cy.height()]; // as it is drawn: the sheet has another height already
    Object.assign(canvas.style, { width: `${wide}px`, height: `${high}px`, zoom: Math.min(1, ACROSS / wide, DOWN / high) });
  });
  window.addEventListener('afterprint', () => {
    dated?.remove();
    legend.open = open;
    Object.assign(canvas.style, { width: '', height: '', zoom: '' });
  });
}
