"use strict";
{
  const form = document.querySelector(".filter");
  const words = form.querySelector("#words");
  const status = form.querySelector("#status");
  const speaker = form.querySelector("#speaker");
  const named = form.querySelector("#named");
  const evidence = form.querySelector("#evidence");
  const shown = form.querySelector(".shown");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const entries = all(".entry").map((element) => ({
    element,
    text: element.textContent.toLowerCase(),
    speakers: all("[data-speaker]", element).map((figure) => figure.dataset.speaker),
    named: (element.dataset.named || "").split(" "),
  }));

  const background = document.querySelector("details.background");
  const open = (yes) => all(".entry details").forEach((details) => (details.open = yes));

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { element, text, speakers, named: names } of entries) {
      const fits =
        wanted.every((word) => text.includes(word)) &&
        (!status.value || element.dataset.status === status.value) &&
        (!speaker || !speaker.value || speakers.includes(speaker.value)) &&
        (!named || !named.value || names.includes(named.value));
      element.hidden = !fits;
      count += fits;
    }
    for (const group of all(".date, .year")) group.hidden = !group.querySelector(".entry:not([hidden])");
    // What is looked for may lie in the background, which is folded.
    if (background) {
      const found = count < entries.length && background.querySelector(".entry:not([hidden])");
      if (found) background.open = true;
      background.hidden = count < entries.length && !found;
    }
    shown.textContent = count === entries.length ? "" : `${count} of ${entries.length} entries`;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  evidence.addEventListener("click", () => {
    const yes = evidence.getAttribute("aria-pressed") !== "true";
    evidence.setAttribute("aria-pressed", String(yes));
    open(yes);
  });

  // In the list of names, how many entries one has shows these entries.
  for (const link of all("a[data-named]"))
    link.addEventListener("click", () => {
      named.value = link.dataset.named;
      filter();
    });

  // Paper cannot be opened: what is shut when printing starts is open on the page, and shut again afterwards.
  let shut = [];
  addEventListener("beforeprint", () => {
    shut = all(".entry details:not([open]), details.background:not([open])");
    shut.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => shut.forEach((details) => (details.open = false)));

  form.hidden = false;
  filter(); // a browser may have kept what was chosen before a reload
}
