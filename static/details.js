/* Open the list that an address leads into, also for browsers that leave it closed. */

function open() {
  const target = document.querySelector(":target");
  const list = target?.closest("details") ?? target?.closest(".program")?.querySelector("details");
  if (list && !list.open) {
    list.open = true;
    target.scrollIntoView();
  }
}

addEventListener("hashchange", open);
open();
