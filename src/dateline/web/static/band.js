// Dragging across the band narrows the timeline to the days dragged over.
export const narrowing = (band) => {
  const svg = band.querySelector(".columns");
  const chosen = svg.querySelector(".chosen");
  const columns = [...svg.querySelectorAll("a[data-first]")];
  const width = Number(svg.dataset.width);
  let from = null;

  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.max(0, Math.min(width, ((event.clientX - box.left) / box.width) * width));
  };
  const draw = (x) => {
    chosen.setAttribute("x", Math.min(from, x));
    chosen.setAttribute("width", Math.abs(x - from));
  };
  const dayAt = (x) => {
    const first = Date.parse(band.dataset.since);
    const last = Date.parse(band.dataset.until) + 86_400_000;
    return new Date(Math.min(first + ((last - first) * x) / width, last - 1)).toISOString().slice(0, 10);
  };

  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    from = at(event);
    draw(from);
  });
  addEventListener("pointermove", (event) => {
    if (from === null) return;
    chosen.removeAttribute("hidden");
    draw(at(event));
  });
  addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = at(event);
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    from = null;
    chosen.setAttribute("hidden", "");
    if (last - first < 4) return;
    svg.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true });
    const address = new URL(location);
    address.searchParams.set("since", dayAt(first));
    address.searchParams.set("until", dayAt(last));
    address.hash = "";
    location.assign(address);
  });
  if (columns.length) band.querySelector(".drag").hidden = false;
};
