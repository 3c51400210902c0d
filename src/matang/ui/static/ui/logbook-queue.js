// The queue of the logbook: what waits on this phone, and its sending. Used by the page and by its worker.
self.Buku = (() => {
  const NAME = "matang-buku", AGAIN = 2;
  let opened;

  const promised = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  function open() {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("queue", { keyPath: "identifier" });
        request.result.createObjectStore("kept");
      };
      request.onsuccess = () => {
        request.result.onversionchange = () => { request.result.close(); opened = undefined; };
        resolve(request.result);
      };
      request.onerror = () => { opened = undefined; reject(request.error); };
    });
    return opened;
  }

  // Runs work inside one transaction and returns its value once everything is really on the disk.
  async function inside(store, mode, work) {
    const base = await open();
    return new Promise((resolve, reject) => {
      const change = base.transaction(store, mode, { durability: "strict" });
      let value;
      change.oncomplete = () => resolve(value);
      change.onerror = change.onabort = () => reject(change.error || new DOMException("", "AbortError"));
      Promise.resolve(work(change.objectStore(store))).then((made) => { value = made; }, (error) => { try { change.abort(); } catch { /* already over */ } reject(error); });
    });
  }

  const kept = (key) => inside("kept", "readonly", (store) => promised(store.get(key)));
  const keep = (key, value) => inside("kept", "readwrite", (store) => promised(store.put(value, key)));
  const forget = (key) => inside("kept", "readwrite", (store) => promised(store.delete(key)));
  const all = async () => (await inside("queue", "readonly", (store) => promised(store.getAll()))).sort((a, b) => a.sequence - b.sequence);
  const find = (identifier) => inside("queue", "readonly", (store) => promised(store.get(identifier)));
  const drop = (identifier) => inside("queue", "readwrite", (store) => promised(store.delete(identifier)));
  const put = (entry) => inside("queue", "readwrite", (store) => promised(store.put(entry)));

  // Each writing on this phone gets a higher number, so that the server knows their order whatever arrives first.
  const next = () => inside("kept", "readwrite", async (store) => {
    const number = Math.max((await promised(store.get("sequence"))) || 0, Date.now()) + 1;
    await promised(store.put(number, "sequence"));
    return number;
  });

  async function device() {
    const found = await kept("device");
    if (found) return found;
    const made = uuid();
    await keep("device", made);
    return made;
  }

  function uuid() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  async function ask(address, options) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 60000);
    let answer;
    try {
      answer = await fetch(address, { credentials: "same-origin", redirect: "manual", cache: "no-store", signal: stop.signal, ...options });
    } catch {
      return { outcome: "offline" };
    } finally {
      clearTimeout(timer);
    }
    if (answer.type === "opaqueredirect" || answer.status === 401) return { outcome: "signed_out" };
    const json = (answer.headers.get("Content-Type") || "").includes("json");
    if (answer.status === 403 && !json) return { outcome: "forbidden" };
    if (!json || answer.status >= 500) return { outcome: "down" };
    try {
      return { outcome: answer.ok ? "ok" : "refused", body: await answer.json() };
    } catch {
      return { outcome: "offline" };
    }
  }

  // Where things stand; what was heard is kept for days without a network.
  async function connect(ways) {
    const answer = await ask(ways.state, { headers: { Accept: "application/json" } });
    if (answer.outcome === "forbidden") return { outcome: "signed_out" };
    if (answer.outcome !== "ok") return answer;
    await keep("state", { ...answer.body, token: undefined, at: Date.now() }).catch(() => {});
    return answer;
  }

  function parcel(entry) {
    const made = new FormData();
    const { owner, refused, photos, ...said } = entry;
    said.photos = photos.map((photo, number) => {
      if (photo.digest) return { digest: photo.digest, caption: photo.caption };
      made.append(`photo-${number}`, new Blob([photo.bytes], { type: "image/jpeg" }), `foto-${number}.jpg`);
      return { file: `photo-${number}`, caption: photo.caption };
    });
    made.append("entries", JSON.stringify({ entries: [said], sent_at: new Date().toISOString() }));
    return made;
  }

  // Away with an entry only if nobody has changed it on the phone while it travelled.
  const settle = (entry, change) => inside("queue", "readwrite", async (store) => {
    const present = await promised(store.get(entry.identifier));
    if (!present || present.sequence !== entry.sequence) return;
    await promised(change ? store.put({ ...present, ...change }) : store.delete(entry.identifier));
  });

  async function send(ways, heard) {
    let state = await connect(ways);
    const receipts = [];
    if (state.outcome !== "ok") return { outcome: state.outcome, receipts };
    heard?.(state.body);
    const mine = (await all()).filter((entry) => entry.owner === state.body.account && !entry.refused);
    for (const entry of mine) {
      let answer;
      for (let time = 0; time < AGAIN; time += 1) {
        answer = await ask(ways.send, { method: "POST", headers: { "X-CSRFToken": state.body.token }, body: parcel(entry) });
        if (answer.outcome !== "forbidden") break;
        state = await connect(ways); // the token was of an earlier signing in
        if (state.outcome !== "ok") return { outcome: state.outcome, receipts };
        if (state.body.account !== entry.owner) return { outcome: "ok", receipts };
      }
      if (answer.outcome === "refused") await settle(entry, { refused: answer.body.problem || "?" });
      else if (answer.outcome !== "ok") return { outcome: answer.outcome === "forbidden" ? "down" : answer.outcome, receipts };
      else {
        const [receipt] = answer.body.entries;
        await settle(entry, receipt.status === "refused" ? { refused: receipt.reason } : null);
        receipts.push(receipt);
      }
    }
    if (mine.length) state = await connect(ways);
    return { outcome: state.outcome, receipts };
  }

  // One tab sends; another that wants to send meanwhile waits until it is done.
  const sendAlone = (ways, heard) => (self.navigator.locks ? navigator.locks.request(`${NAME}-kirim`, () => send(ways, heard)) : send(ways, heard));

  return { all, connect, device, drop, find, forget, keep, kept, next, put, send: sendAlone, uuid };
})();
