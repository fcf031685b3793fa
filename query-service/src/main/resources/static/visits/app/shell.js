// The worker that keeps the shell on the phone.
export async function keepShell() {
  try {
    await navigator.serviceWorker.register('/visits/app/worker.js', { updateViaCache: 'none' });
  } catch (failure) {
    console.warn('the shell is not kept', failure.name);
  }
}

/** Which build lies on the phone; a word for it when none does yet. */
export async function version() {
  const kept = (await caches.keys()).filter(name => name.startsWith('doorstep-visits-'));
  return kept.map(name => name.slice(16, 24)).join(' ') || '–';
}
