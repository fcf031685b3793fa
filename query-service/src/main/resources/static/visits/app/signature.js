// A signature with a finger or a pen, on a canvas. Who cannot sign there signs on paper, and the paper is photographed.
import { bytesOfCanvas } from './photos.js';

/** Makes a canvas take strokes; `bytes()` is its PNG, null while nothing was drawn. */
export function signature(canvas) {
  const pen = canvas.getContext('2d');
  let strokes = 0;
  const clear = () => {
    strokes = 0;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    Object.assign(pen, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111' });
  };
  const at = event => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  };
  canvas.addEventListener('pointerdown', event => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener('pointermove', event => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(event));
    pen.stroke();
    strokes++;
  });
  clear();
  return { clear, bytes: async () => strokes === 0 ? null : bytesOfCanvas(canvas, 'image/png') };
}
