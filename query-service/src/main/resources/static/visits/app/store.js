// What lies on the phone: three tables in IndexedDB. Whatever tells of people is sealed before it comes here.
//   meta   the lock, this phone's name at the office, when something was wiped
//   packs  what was taken along, with the day on which it has to go
//   items  visits and their files, each until the server's receipt
let opened;

function open() {
  opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open('doorstep-visits', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('meta');
      asked.result.createObjectStore('packs', { keyPath: 'packId' });
      asked.result.createObjectStore('items', { keyPath: 'id' });
    };
    asked.onsuccess = () => {
      // a newer version in another tab must not wait for this one
      asked.result.onversionchange = () => { asked.result.close(); opened = undefined; };
      done(asked.result);
    };
    asked.onerror = () => failed(asked.error);
  });
  return opened;
}

/**
 * One transaction on some tables; the answer of the work counts once all of it is on the disk. The work must not wait for anything
 * but the tables themselves, or the transaction ends under its hands.
 */
export async function within(tables, work, mode = 'readwrite') {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(tables, mode, { durability: 'strict' });
    let answer;
    let refusal;
    transaction.oncomplete = () => done(answer);
    transaction.onabort = () => failed(refusal ?? transaction.error);
    const ask = Object.fromEntries(tables.map(name => [name, asking(transaction.objectStore(name))]));
    Promise.resolve(work(ask)).then(value => { answer = value; }, error => {
      refusal = error;
      try { transaction.abort(); } catch { failed(error); }
    });
  });
}

const asking = table => {
  const one = request => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  return {
    get: key => one(table.get(key)), all: () => one(table.getAll()), put: (value, key) => one(table.put(value, key)),
    remove: key => one(table.delete(key)), clear: () => one(table.clear()),
  };
};

export const read = (table, key) => within([table], store => store[table].get(key), 'readonly');
export const all = table => within([table], store => store[table].all(), 'readonly');
export const write = (table, value, key) => within([table], store => store[table].put(value, key));
