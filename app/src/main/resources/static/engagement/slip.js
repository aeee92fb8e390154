// The slip on the screen: on somebody's own phone it can be kept as a picture, drawn on the phone.

export function start() {
  const slip = document.querySelector('.slip');
  const own = document.getElementById('own-phone');
  const keep = document.getElementById('keep-picture');
  if (!slip || !own || own.dataset.started) {
    return;
  }
  own.dataset.started = 'true';
  document.querySelector('.keep').hidden = false;
  own.addEventListener('change', () => {
    keep.hidden = !own.checked;
  });
  keep.addEventListener('click', () => {
    draw(slip).toBlob((blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = slip.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      document.getElementById('kept').hidden = false;
    }, 'image/png');
  });
}

function draw(slip) {
  const canvas = document.createElement('canvas');
  canvas.width = 1000;
  canvas.height = 420;
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, 1000, 420);
  pen.strokeStyle = '#0b0c0c';
  pen.lineWidth = 6;
  pen.strokeRect(10, 10, 980, 400);
  pen.fillStyle = '#0b0c0c';
  pen.textAlign = 'center';
  pen.font = '36px sans-serif';
  pen.fillText(slip.querySelector('.slip__label').textContent, 500, 90);
  pen.font = 'bold 66px monospace';
  pen.fillText(slip.dataset.code, 500, 210);
  pen.font = '32px sans-serif';
  pen.fillText(slip.dataset.keep, 500, 310);
  return canvas;
}

start();
