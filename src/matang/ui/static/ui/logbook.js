// The logbook on a phone: one question at a time, kept on the phone first, sent when there is a network.
const root = document.getElementById("buku");
const store = self.Buku;
const $ = (selector) => root.querySelector(selector);
const ways = { state: root?.dataset.state, send: root?.dataset.send };
const words = {}, chips = {};
const language = document.documentElement.lang || "id";
const form = root && $("[data-form]");
const channel = "BroadcastChannel" in self ? new BroadcastChannel("matang-buku") : null;
const SIDE = 1280, BYTES = 190 * 1024, MINUTES = 5;
let photos = [], account = 0, state = null, editing = null, sending = false, outcome = "", skew = 0;

const say = (key, values = {}) => (words[key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const dayWords = (text) => new Intl.DateTimeFormat(language, { dateStyle: "full" }).format(new Date(`${text}T12:00`));
const timeWords = (moment) => new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(moment));
const today = () => { const now = new Date(); return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`; };

function make(tag, text = "", className = "") {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function chip(kind, text) {
  const made = chips[kind].cloneNode(true);
  for (const node of made.firstElementChild.childNodes) if (node.nodeType === 3 && node.textContent.includes("{text}")) node.textContent = text;
  return made.firstElementChild;
}

function tell(text, kind = "info", link = "") {
  const place = $("[data-told]");
  place.replaceChildren();
  if (!text) return;
  const box = make("div", "", `notice notice-${kind}`);
  const body = make("div");
  body.append(make("p", text, "notice-title"));
  if (link) { const way = make("a", say("sign_in"), "btn btn-secondary"); way.href = link; body.append(way); }
  box.append(body);
  place.append(box);
}

// Questions one by one -----------------------------------------------------------------------------
const steps = form ? [...form.querySelectorAll("[data-step]")] : [];
let at = 0;

function show(number, focus = true) {
  at = Math.max(0, Math.min(number, steps.length - 1));
  steps.forEach((step, index) => { step.hidden = index !== at; step.querySelector("[data-count]").textContent = say("step", { n: index + 1, all: steps.length }); });
  form.querySelector("[data-back]").hidden = at === 0;
  form.querySelector("[data-next]").hidden = at === steps.length - 1;
  form.querySelector("[data-save]").hidden = at === 0;
  form.querySelector("[data-save]").className = `btn ${at === steps.length - 1 ? "btn-primary" : "btn-secondary"}`;
  form.querySelector("[data-next]").className = `btn ${at === steps.length - 1 ? "btn-secondary" : "btn-primary"}`;
  if (focus) steps[at].querySelector("textarea, input:checked, input")?.focus({ preventScroll: false });
}

// What is typed survives a reload ------------------------------------------------------------------
const draftKey = () => `buku-tulisan-${account}`;
const fields = () => ({ day: form.day.value, attendance: form.attendance.value, done: form.done.value, learned: form.learned.value, idea: form.idea.value, hours: form.hours.value });

function keepDraft() {
  const said = fields();
  try {
    if (said.done || said.learned || said.idea) localStorage.setItem(draftKey(), JSON.stringify({ ...said, identifier: form.identifier.value, editing: Boolean(editing) }));
    else localStorage.removeItem(draftKey());
  } catch { /* no room for a draft: the text is still on the page */ }
}

function fill(entry) {
  for (const name of ["day", "done", "learned", "idea"]) form[name].value = entry[name] || "";
  form.hours.value = entry.hours ?? "";
  form.attendance.value = entry.attendance || "present";
}

function restoreDraft() {
  let said = null;
  try { said = JSON.parse(localStorage.getItem(draftKey()) || "null"); } catch { /* not ours */ }
  if (!said || said.editing || form.done.value) return;
  fill(said);
  form.identifier.value = said.identifier || store.uuid();
  tell(say("draft"));
}

function blank() {
  form.reset();
  fill({ day: today(), attendance: "present" });
  form.identifier.value = store.uuid();
  for (const kept of form.querySelectorAll(".log-kept input")) kept.remove();
  editing = null;
  photos = [];
  form.querySelector("[data-editing]").hidden = true;
  drawPhotos();
  show(0, false);
}

// Photos: small before they are kept ----------------------------------------------------------------
async function picture(file) {
  if (self.createImageBitmap) {
    try { return await createImageBitmap(file, { imageOrientation: "from-image" }); } catch { /* some browsers take no options */ }
  }
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = reject;
    reader.onload = () => { const image = new Image(); image.onload = () => resolve(image); image.onerror = reject; image.src = reader.result; };
    reader.readAsDataURL(file);
  });
}

async function shrink(file) {
  const image = await picture(file);
  let scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  for (let time = 0; time < 8; time += 1) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const paint = canvas.getContext("2d");
    paint.fillStyle = "#fff";
    paint.fillRect(0, 0, canvas.width, canvas.height);
    paint.drawImage(image, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.82, 0.7, 0.55, 0.4]) {
      const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", quality); });
      if (blob && blob.size <= BYTES) return { bytes: await blob.arrayBuffer(), preview: canvas.toDataURL("image/jpeg", 0.5), caption: "" };
    }
    scale *= 0.7;
  }
  throw new Error("large");
}

function drawPhotos() {
  const place = $("[data-photos-list]");
  place.replaceChildren(...photos.map((photo, index) => {
    const line = make("div", "", "log-photo");
    if (photo.preview) { const image = make("img"); image.src = photo.preview; image.alt = ""; line.append(image); }
    const caption = make("input");
    caption.value = photo.caption;
    caption.maxLength = 200;
    caption.placeholder = say("caption", { n: index + 1 });
    caption.setAttribute("aria-label", say("caption", { n: index + 1 }));
    caption.addEventListener("input", () => { photo.caption = caption.value; });
    const away = make("button", "×", "btn btn-quiet");
    away.type = "button";
    away.setAttribute("aria-label", say("drop", { n: index + 1 }));
    away.addEventListener("click", () => { photos.splice(index, 1); drawPhotos(); });
    line.append(caption, away);
    return line;
  }));
}

async function takePhotos(files) {
  const most = Number(root.dataset.photos);
  for (const file of files) {
    if (photos.length >= most) { tell(say("photo_many", { n: most }), "warn"); break; }
    try { photos.push(await shrink(file)); } catch { tell(say("photo_bad"), "error"); }
  }
  form.photo.value = "";
  drawPhotos();
}

// Saving: on the phone first -------------------------------------------------------------------------
const trainee = () => state?.trainees?.find((row) => String(row.id) === form.participant.value) || state?.trainees?.find((row) => row.writable);

function outside(day) {
  const own = trainee();
  if (!own || !day) return "";
  if ((own.first && day < own.first) || (own.last && day > own.last)) return say("outside", { first: own.first ? dayWords(own.first) : "…", last: own.last ? dayWords(own.last) : "…" });
  return "";
}

async function save() {
  const said = fields();
  if (!said.done.trim()) { show(1); tell(say("needed"), "warn"); return; }
  if (outside(said.day)) { show(0); tell(outside(said.day), "warn"); return; }
  const entry = {
    ...said, identifier: form.identifier.value || store.uuid(), owner: account, participant: Number(form.participant.value || trainee()?.id),
    written_at: new Date().toISOString(), zone: -new Date().getTimezoneOffset(), refused: "",
    photos: photos.map(({ bytes, digest, caption }) => (digest ? { digest, caption } : { bytes, caption })),
  };
  let told = say("kept"), kind = "success";
  try {
    entry.device = await store.device();
    entry.sequence = await store.next();
    try {
      await store.put(entry);
    } catch (error) {
      if (!entry.photos.some((photo) => photo.bytes)) throw error;
      entry.photos = entry.photos.filter((photo) => photo.digest);
      await store.put(entry);
      [told, kind] = [say("full"), "warn"];
    }
  } catch {
    tell(say("full_text"), "error");
    return;
  }
  try { localStorage.removeItem(draftKey()); } catch { /* nothing was there */ }
  blank();
  tell(told, kind);
  await draw();
  channel?.postMessage("saved");
  root.scrollIntoView();
  later();
  await send(true);
}

async function later() {
  try { await (await navigator.serviceWorker?.ready)?.sync?.register("buku"); } catch { /* sent on opening, then */ }
}

// Sending ----------------------------------------------------------------------------------------------
async function send(quiet = false) {
  if (sending) return;
  sending = true;
  await strip();
  const result = await store.send(ways, (heard) => { skew = Math.round((Date.now() - new Date(heard.now)) / 60000); }).catch(() => ({ outcome: "down", receipts: [] }));
  sending = false;
  outcome = result.outcome;
  await meet();
  const last = result.receipts.filter((receipt) => receipt.status !== "refused").at(-1);
  if (outcome === "signed_out") tell(say("signed_out"), "warn", root.dataset.login);
  else if (last) tell(say("sent", { at: timeWords(last.received_at), number: last.number }), "success");
  else if (!quiet && outcome === "offline") tell(say("offline"));
  else if (!quiet && outcome === "down") tell(say("down"), "warn");
  await draw();
  channel?.postMessage("sent");
}

// Whose logbook this is: who is signed in, else who was last on this phone and has not left.
async function meet() {
  const kept = await store.kept("state");
  const owner = Number(localStorage.getItem("buku-pemilik") || 0);
  const given = Number(root.dataset.account || 0);
  if (kept && outcome === "ok") localStorage.setItem("buku-pemilik", kept.account);
  if (kept && outcome !== "ok" && kept.account !== (given || owner)) { if (!given && !owner) await store.forget("state"); state = null; } else state = kept || null;
  account = outcome === "ok" && state ? state.account : given || owner;
  if (form && !root.dataset.trainee) {
    const own = trainee();
    form.hidden = !own?.writable;
    if (own) form.participant.value = own.id;
    $("[data-nobody]").hidden = Boolean(account && state);
  }
}

// What is on the screen ----------------------------------------------------------------------------------
async function strip() {
  const queue = await store.all();
  const mine = queue.filter((entry) => entry.owner === account);
  const others = queue.length - mine.length;
  try { localStorage.setItem("buku-menunggu", mine.length); } catch { /* only a hint for the way out */ }
  const parts = [state?.at ? say("connected", { at: timeWords(state.at) }) : say("never"), sending ? say("sending") : mine.length ? say("waiting", { n: mine.length }) : say("none")];
  if (others) parts.push(say("foreign", { n: others }));
  if (Math.abs(skew) >= MINUTES) parts.push(say("clock", { n: Math.abs(skew) }));
  $("[data-strip-text]").textContent = parts.join(" · ");
  const box = $("[data-strip]");
  box.hidden = false;
  box.classList.toggle("is-waiting", mine.length > 0);
  $("[data-send-now]").disabled = sending;
}

function item(entry, waiting) {
  const made = make("article", "", `log-item${waiting ? " is-waiting" : ""}`);
  const head = make("h3");
  const own = state?.trainees?.find((row) => row.entries.includes(entry));
  if (own && !waiting) { const link = make("a", dayWords(entry.day)); link.href = `${root.dataset.days}${own.id}/${entry.identifier}/`; head.append(link); } else head.textContent = dayWords(entry.day);
  made.append(head, make("p", entry.done, "log-text"));
  const marks = make("p", "", "log-marks");
  if (entry.refused) marks.append(chip("fail", say("item_refused")));
  else if (waiting) marks.append(chip("warn", say("item_waiting")));
  else if (entry.asks.length) marks.append(chip("warn", say("item_asks")));
  else if (entry.seen.length) marks.append(chip("pass", say("item_seen", { name: entry.seen[0] })));
  else marks.append(chip("info", say("item_sent")));
  const told = [waiting ? say("written", { at: timeWords(entry.written_at) }) : timeWords(entry.received_at)];
  if (entry.photos.length) told.push(say("photos", { n: entry.photos.length }));
  marks.append(" ", make("span", told.join(" · "), "sub"));
  made.append(marks);
  if (entry.refused) made.append(make("p", entry.refused, "log-asks"));
  for (const ask of entry.asks || []) made.append(make("p", `${ask.name}: ${ask.comment}`, "log-asks"));
  if (waiting || own?.writable) {
    const ways = make("p", "", "log-ways");
    const change = make("button", say("edit"), "btn btn-quiet btn-small");
    change.type = "button";
    change.addEventListener("click", () => edit(entry));
    ways.append(change);
    if (entry.refused) {
      const away = make("button", say("discard"), "btn btn-quiet btn-small");
      away.type = "button";
      away.addEventListener("click", async () => { if (confirm(say("discard_sure"))) { await store.drop(entry.identifier); await draw(); } });
      ways.append(away);
    }
    made.append(ways);
  }
  return made;
}

function edit(entry) {
  editing = entry;
  fill(entry);
  form.identifier.value = entry.identifier;
  photos = entry.photos.map((photo) => ({ ...photo }));
  drawPhotos();
  form.querySelector("[data-editing]").hidden = false;
  show(1);
  form.scrollIntoView();
}

async function draw() {
  const queue = (await store.all()).filter((entry) => entry.owner === account).reverse();
  const waiting = new Set(queue.map((entry) => entry.identifier));
  const shown = root.dataset.trainee ? state?.trainees?.filter((row) => String(row.id) === root.dataset.trainee) : state?.trainees;
  const sent = (shown || []).flatMap((row) => row.entries).filter((entry) => !waiting.has(entry.identifier));
  if (state || queue.length) $("[data-list]").replaceChildren(...queue.map((entry) => item(entry, true)), ...sent.map((entry) => item(entry, false)));
  if (!$("[data-list]").children.length) $("[data-list]").append(make("p", say("empty"), "muted"));
  await strip();
}

async function begin() {
  for (const word of $("[data-words]").content.querySelectorAll("[data-word]")) words[word.dataset.word] = word.textContent;
  for (const one of $("[data-words]").content.querySelectorAll("[data-chip]")) chips[one.dataset.chip] = one;
  await store.all(); // a browser that keeps nothing leaves the plain form to the server
  if (form) {
    form.querySelector("[data-plain-caption]").hidden = true;
    form.querySelector("[data-photo-hint]").textContent = say("photo_hint");
    form.photo.accept = "image/*";
    form.photo.multiple = true;
    photos = [...form.querySelectorAll(".log-kept")].map((line) => ({ digest: line.querySelector("[name=kept]").value, caption: line.querySelector("[name=kept_caption]").value }));
    editing = form.querySelector("[data-editing]").hidden ? null : { identifier: form.identifier.value };
    if (!root.dataset.trainee) blank();
    form.addEventListener("submit", (event) => { event.preventDefault(); if (form.reportValidity() || !form.done.value) save(); });
    form.noValidate = true;
    form.addEventListener("input", keepDraft);
    form.photo.addEventListener("change", () => takePhotos(form.photo.files));
    form.querySelector("[data-back]").addEventListener("click", () => show(at - 1));
    form.querySelector("[data-next]").addEventListener("click", () => {
      if (at === 0 && outside(form.day.value)) { tell(outside(form.day.value), "warn"); return; }
      if (at === 1 && !form.done.value.trim()) { tell(say("needed"), "warn"); return; }
      tell("");
      show(at + 1);
    });
    form.querySelector("[data-new]").addEventListener("click", (event) => { event.preventDefault(); blank(); });
    drawPhotos();
    show(editing ? 1 : 0, false);
  }
  $("[data-send-now]").addEventListener("click", () => send());
  addEventListener("online", () => send());
  addEventListener("offline", () => { outcome = "offline"; tell(say("offline")); strip(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") send(true); });
  channel?.addEventListener("message", async () => { await meet(); await draw(); });
  await meet();
  if (form) restoreDraft();
  await draw();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(root.dataset.worker).catch(() => {});
  navigator.storage?.persist?.().catch(() => {});
  await send(root.dataset.trainee !== undefined);
}

if (root && store && "indexedDB" in self) begin().catch(() => {});
