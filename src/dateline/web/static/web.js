// What pages do better with a module: each of them is whole without it.
import { dropping, following } from "./add.js";
import { narrowing } from "./band.js";
import { awaiting } from "./making.js";

for (const band of document.querySelectorAll(".band")) narrowing(band);
for (const form of document.querySelectorAll(".drop")) dropping(form);
for (const told of document.querySelectorAll("[data-intake]")) following(told);
for (const told of document.querySelectorAll("[data-making]")) awaiting(told);

// A filter that is chosen with the mouse counts at once. With the keyboard one passes over others on the way to it.
for (const form of document.querySelectorAll(".filters form")) {
  let byPointer = false;
  addEventListener("pointerdown", () => (byPointer = true), true);
  addEventListener("keydown", () => (byPointer = false), true);
  form.addEventListener("change", (event) => {
    if (byPointer && event.target.matches("select, [type=checkbox]")) form.requestSubmit();
  });
}

// Fields that say nothing stay out of the address.
for (const form of document.querySelectorAll("form:not([method=post])"))
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value || (name === "sources" && value === "1")) formData.delete(name);
  });

// An address that leads to a line opens it.
const opened = () => {
  const line = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = line && line.querySelector("details");
  if (details) details.open = true;
};
addEventListener("hashchange", opened);
opened();
