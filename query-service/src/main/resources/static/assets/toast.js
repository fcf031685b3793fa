/** Says something in the corner for a few seconds; it is read out, too. */
export function toast(words, bad = false) {
  const line = document.createElement('p');
  line.textContent = words;
  line.classList.toggle('bad', bad);
  document.getElementById('toasts').append(line);
  setTimeout(() => line.remove(), bad ? 12000 : 5000);
}
