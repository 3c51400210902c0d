// What the pages do beyond HTML. Everything works without it.
document.documentElement.classList.add("js");

const closed = (toast) => toast.remove();

// Toasts: can be dismissed; good news leaves by itself unless someone is reading it.
function prepareToasts(root) {
  for (const toast of root.querySelectorAll("[data-toast]:not([data-ready])")) {
    toast.dataset.ready = "";
    const button = toast.querySelector("[data-dismiss]");
    button.hidden = false;
    button.addEventListener("click", () => closed(toast));
    if (!toast.classList.contains("toast-success")) continue;
    let timer = 0;
    const start = () => { timer = setTimeout(() => closed(toast), 12000); };
    const stop = () => clearTimeout(timer);
    for (const event of ["mouseenter", "focusin"]) toast.addEventListener(event, stop);
    for (const event of ["mouseleave", "focusout"]) toast.addEventListener(event, start);
    start();
  }
}

function prepare(root) {
  prepareToasts(root);
  root.querySelector("[data-focus]")?.focus();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  const printer = event.target.closest("[data-print]");
  if (printer) window.print();
  const copier = event.target.closest("[data-copy]");
  if (copier) navigator.clipboard?.writeText(document.getElementById(copier.dataset.copy).textContent.trim());
});

// Leaving: what waits in the logbook of this phone stays there for its owner, who is told before.
document.addEventListener("submit", (event) => {
  const words = event.target.dataset.logout;
  if (!words) return;
  try {
    const waiting = Number(localStorage.getItem("buku-menunggu"));
    if (waiting && !confirm(words.replace("{n}", waiting))) { event.preventDefault(); return; }
    localStorage.removeItem("buku-pemilik");
  } catch { /* a browser that keeps nothing has nothing waiting */ }
}, true);

// A form is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.target) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
});

// "/" goes to the search, as in many tools of an office.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.getElementById("cari-cepat");
  if (search?.offsetParent) { event.preventDefault(); search.focus(); }
});

document.addEventListener("htmx:load", (event) => prepare(event.target));
prepare(document);
