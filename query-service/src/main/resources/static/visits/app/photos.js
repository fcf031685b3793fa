// Photos: scaled down and drawn anew, so that nothing but the picture stays: no place, no time, no name of the phone.
const LONGEST_SIDE = 1600;
const QUALITY = 0.85;

/** A picture file as the bytes of a fresh JPEG, the right way up; throws when it can't be read as a picture. */
export async function redraw(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return bytesOfCanvas(canvas, 'image/jpeg');
}

export async function bytesOfCanvas(canvas, type) {
  const blob = await new Promise(done => canvas.toBlob(done, type, QUALITY));
  if (blob === null) throw new Error('the canvas gave no picture');
  return blob.arrayBuffer();
}

/** Shows a picture small. On a canvas, since the page's policy lets no picture in that was not fetched from the office. */
export async function draw(canvas, bytes) {
  const picture = await createImageBitmap(new Blob([bytes]));
  const scale = Math.min(canvas.width / picture.width, canvas.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext('2d').drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  picture.close();
}
