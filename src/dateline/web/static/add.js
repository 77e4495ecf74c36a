// Files dropped on the form are put into its field; how far an intake is is asked until it is done.
export const dropping = (form) => {
  const input = form.querySelector("[type=file]");
  const told = form.querySelector(".dropped");
  const over = (yes) => (event) => {
    event.preventDefault();
    form.classList.toggle("over", yes);
  };
  form.addEventListener("dragover", over(true));
  form.addEventListener("dragleave", over(false));

  const entries = async (entry, path) => {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      return [new File([file], path + file.name, { type: file.type })];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const part = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!part.length) break;
      for (const one of part) found.push(...(await entries(one, `${path}${entry.name}/`)));
    }
    return found;
  };
  form.addEventListener("drop", async (event) => {
    over(false)(event);
    const items = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    const files = items.some(Boolean)
      ? (await Promise.all(items.filter(Boolean).map((entry) => entries(entry, "")))).flat()
      : [...event.dataTransfer.files];
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    input.files = held.files;
    told.textContent = files.length === 1 ? files[0].name : `${files.length} files`;
  });
};

export const following = (told) => {
  const bar = document.querySelector("progress");
  const ask = async () => {
    const answer = await fetch(told.dataset.intake, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const intake = await answer.json();
    if (intake.stage === "done") return location.reload();
    if (intake.total) {
      bar.max = intake.total;
      bar.value = intake.done;
      told.textContent = `${intake.stage} … ${intake.done} of ${intake.total} articles`;
    } else told.textContent = `${intake.stage} …`;
    setTimeout(ask, 700);
  };
  setTimeout(ask, 400);
};
