// A sheet of paper is narrower than a screen: the picture is made to fit while it is printed, with the legend open.
const ACROSS = 980; // A4 on its side, in CSS pixels, between the margins

export function printing(canvas, legend) {
  let open = false;
  window.addEventListener('beforeprint', () => {
    open = legend.open;
    legend.open = true;
    canvas.style.zoom = Math.min(1, ACROSS / canvas.offsetWidth, 560 / canvas.offsetHeight);
  });
  window.addEventListener('afterprint', () => {
    legend.open = open;
    canvas.style.zoom = '';
  });
}
