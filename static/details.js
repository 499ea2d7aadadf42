/* Open the list that an address leads into, also for browsers that leave it closed. */

function open() {
  // A page that is still loading has no :target yet.
  const target = document.getElementById(location.hash.slice(1));
  const list = target?.closest("details") ?? target?.closest(".program")?.querySelector("details");
  if (list && !list.open) {
    list.open = true;
    target.scrollIntoView();
  }
}

addEventListener("hashchange", open);
open();
