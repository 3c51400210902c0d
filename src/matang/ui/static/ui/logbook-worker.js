// Answers for the logbook when there is no network: its empty shell and its looks, nothing of anybody's.
const CACHE = `matang-buku-${BUKU.version}`;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll([BUKU.shell, ...BUKU.assets].map((path) => new Request(path, { credentials: "omit", cache: "reload" })));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("matang-buku-") && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

const shell = async () => (await caches.match(BUKU.shell, { cacheName: CACHE })) || Response.error();

async function visit(request) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 8000);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    return [502, 503, 504].includes(answer.status) ? await shell() : answer;
  } catch {
    return shell();
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const path = new URL(request.url).pathname;
  if (request.mode === "navigate") event.respondWith(visit(request));
  else if (BUKU.assets.includes(path)) event.respondWith(caches.match(path, { cacheName: CACHE }).then((found) => found || fetch(request)));
});

self.addEventListener("sync", (event) => {
  if (event.tag !== "buku") return;
  event.waitUntil((async () => {
    const { outcome } = await Buku.send(BUKU);
    new BroadcastChannel("matang-buku").postMessage("sent");
    if (outcome === "offline" || outcome === "down") throw new Error(outcome); // the browser tries again later
  })());
});
