// The picture of the tree: zoom by buttons, wheel and keys; arrows walk between the cards. It can be read without this.
const frame = document.querySelector(".picture");
const sheet = frame?.querySelector("svg");
const tools = document.querySelector("[data-zoom]");
const STEPS = [50, 75, 100, 150, 200];

if (sheet && tools) {
  const [width, height] = [Number(sheet.dataset.width), Number(sheet.dataset.height)];
  let zoom = Number(tools.dataset.zoom);

  // What stands in the middle stays there.
  const show = (percent) => {
    const [x, y] = [(frame.scrollLeft + frame.clientWidth / 2) / zoom, (frame.scrollTop + frame.clientHeight / 2) / zoom];
    zoom = Math.min(300, Math.max(25, Math.round(percent)));
    sheet.setAttribute("width", (width * zoom) / 100);
    sheet.setAttribute("height", (height * zoom) / 100);
    frame.scrollTo(x * zoom - frame.clientWidth / 2, y * zoom - frame.clientHeight / 2);
    for (const link of tools.querySelectorAll("[data-percent]")) {
      if (Number(link.dataset.percent) === zoom) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const next = (way) => show(STEPS.filter((step) => (way > 0 ? step > zoom : step < zoom)).at(way > 0 ? 0 : -1) ?? zoom);

  // The whole width on the screen, where it stays readable; else what stands in the middle is seen first.
  const fit = () => Math.floor((100 * (frame.clientWidth - 20)) / width);
  const fitter = tools.querySelector("[data-fit]");
  fitter.hidden = false;
  fitter.addEventListener("click", () => show(fit()));
  if (!new URLSearchParams(location.search).has("besar") && fit() < 100) {
    if (fit() >= 65) show(fit());
    frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  }

  tools.addEventListener("click", (event) => {
    const link = event.target.closest("[data-percent]");
    if (!link) return;
    event.preventDefault();
    show(Number(link.dataset.percent));
  });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    show(zoom * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
  }, { passive: false });

  // One stop of the tab key; from there the arrows go to the nearest card on that side.
  const cards = [...sheet.querySelectorAll("[data-card]")];
  const stop = (card) => { for (const one of cards) one.setAttribute("tabindex", one === card ? "0" : "-1"); };
  if (cards.length) stop(cards[0]);
  const centre = (card) => { const box = card.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const nearest = (from, [dx, dy]) => {
    const [x, y] = centre(from);
    let [best, least] = [null, Infinity];
    for (const card of cards) {
      const [cx, cy] = centre(card);
      const ahead = (cx - x) * dx + (cy - y) * dy;
      const aside = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx);
      if (card === from || ahead < 4) continue;
      if (ahead + 3 * aside < least) [best, least] = [card, ahead + 3 * aside];
    }
    return best;
  };
  const go = (card) => { stop(card); card.focus(); card.scrollIntoView({ block: "nearest", inline: "nearest" }); };
  frame.addEventListener("focusin", (event) => { if (cards.includes(event.target)) stop(event.target); });
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") return next(1);
    if (event.key === "-") return next(-1);
    if (event.key === "0") return show(100);
    const way = WAYS[event.key];
    if (!way || !cards.length) return;
    event.preventDefault();
    const from = cards.find((card) => card === document.activeElement);
    const target = from ? nearest(from, way) : cards[0];
    if (target) go(target);
  });
}
