// A page that is being made is asked for until it is there.
export const awaiting = (told) => {
  const ask = async () => {
    const answer = await fetch(told.dataset.making, { headers: { accept: "application/json" } }).catch(() => null);
    if (answer && answer.status !== 202) return location.reload();
    setTimeout(ask, 1000 * Number((answer && answer.headers.get("retry-after")) || 5));
  };
  setTimeout(ask, 1000);
};
