// A choice among very many rows as a combobox. Without this the search sends the form and the rows found are radio buttons.
let count = 0;

function words(offer) {
  const box = document.createElement("span");
  box.className = "picker-words";
  if (offer.code) {
    const code = document.createElement("b");
    code.textContent = offer.code;
    box.append(code, " ");
  }
  const title = Object.assign(document.createElement("span"), { lang: "id", textContent: offer.title });
  box.append(title);
  if (offer.detail) {
    const detail = document.createElement("span");
    detail.className = "sub";
    detail.textContent = offer.detail;
    box.append(detail);
  }
  return box;
}

function enhance(box) {
  const { pick: address, name, beside, clear } = box.dataset;
  const input = box.querySelector("input[type=search]");
  const form = input.form;
  const radio = box.querySelector("input[type=radio]:checked");
  const taken = radio?.value ? radio.parentElement.querySelector(".picker-words") : null;
  const number = ++count;

  const value = Object.assign(document.createElement("input"), { type: "hidden", name, value: radio?.value ?? "" });
  const chosen = Object.assign(document.createElement("div"), { className: "picker-chosen", id: `pilihan-${number}` });
  const list = Object.assign(document.createElement("ul"), { className: "picker-list", id: `tawaran-${number}`, hidden: true });
  const told = Object.assign(document.createElement("p"), { className: "picker-told field-hint" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  told.setAttribute("role", "status");
  for (const [key, said] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    "aria-describedby": `${chosen.id} ${input.getAttribute("aria-describedby") ?? ""}`.trim(),
  })) input.setAttribute(key, said);
  input.type = "text";
  input.value = "";
  for (const button of box.querySelectorAll("button")) button.remove();
  box.querySelector(".picker-offers").remove();
  box.prepend(value, chosen);
  box.querySelector(".picker-search").append(list);
  box.append(told);
  box.classList.add("is-ready");

  let active = -1, waiting = 0, asking = null, offers = [];

  function show(content) {
    chosen.replaceChildren(content ?? box.dataset.empty);
    chosen.classList.toggle("is-empty", !content);
    if (!content || clear === undefined) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet btn-small", textContent: clear });
    button.addEventListener("click", () => { value.value = ""; show(null); input.focus(); });
    chosen.append(button);
  }
  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function mark(index) {
    active = index;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
    const row = list.children[index];
    if (!row) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }
  function take(offer) {
    value.value = offer.key;
    show(words(offer));
    close();
    input.value = "";
    told.textContent = box.dataset.taken.replace("{words}", [offer.code, offer.title].filter(Boolean).join(" "));
  }
  function draw(answer) {
    offers = answer.offers;
    list.replaceChildren(...offers.map((offer, at) => {
      const row = document.createElement("li");
      row.id = `${list.id}-${at}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.append(words(offer));
      row.addEventListener("mousedown", (event) => event.preventDefault());
      row.addEventListener("click", () => take(offer));
      return row;
    }));
    list.hidden = !offers.length;
    input.setAttribute("aria-expanded", String(offers.length > 0));
    told.textContent = (offers.length ? answer.more ? box.dataset.more : box.dataset.found : box.dataset.none).replace("{n}", offers.length);
    mark(offers.length && input.value.trim() ? 0 : -1);
  }
  async function ask() {
    asking?.abort();
    const mine = asking = new AbortController();
    const url = new URL(address, location.href);
    url.searchParams.set("q", input.value.trim());
    const other = beside && form?.elements[beside]?.value;
    if (other) url.searchParams.set("beside", other);
    try {
      const answer = await fetch(url, { signal: mine.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      draw(await answer.json());
    } catch (error) {
      if (error.name === "AbortError") return;
      close();
      told.textContent = box.dataset.broken;
    }
  }

  show(taken);
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 250); });
  input.addEventListener("click", () => { if (list.hidden) ask(); });
  input.addEventListener("blur", () => { clearTimeout(waiting); asking?.abort(); close(); input.value = ""; });
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) { clearTimeout(waiting); ask(); return; }
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(active + step > last ? 0 : active + step < 0 ? last : active + step);
    } else if (event.key === "Enter") {
      // The form is sent with its own button, never while somebody searches.
      if (!list.hidden || input.value) event.preventDefault();
      if (!list.hidden && offers[active]) take(offers[active]);
    } else if (event.key === "Escape") {
      if (!list.hidden) event.preventDefault();
      close();
    }
  });
}

document.querySelectorAll("[data-pick]").forEach(enhance);
