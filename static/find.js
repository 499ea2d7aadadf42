/* The field that finds, on every page: a combobox. What it needs to know is loaded when it is first used. */

const SLASH = "/";
const loaded = new Map();

const field = document.querySelector("form.find input");
if (field) {
  combobox(field);
  document.addEventListener("keydown", (event) => focusOn(event, field));
}

if (document.querySelector("[data-find-page]")) {
  import("./find-page.js");
}
if (document.querySelector("form.picker")) {
  import("./picker.js");
}

/** Return the data at `address`, fetched once; null where it cannot be had. */
export function dataFrom(address) {
  if (!loaded.has(address)) {
    loaded.set(
      address,
      fetch(address)
        .then((answer) => (answer.ok ? answer.json() : null))
        .catch(() => null),
    );
  }
  return loaded.get(address);
}

/** Return what finds with the data at `address`; the data is on its way while the scripts are. */
export async function finderFrom(address) {
  dataFrom(address);
  const [finder] = await Promise.all([import("./finder.js"), import("./match.js")]);
  return finder.finderFor(address);
}

function focusOn(event, input) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === SLASH && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
    input.select();
  }
}

function combobox(input) {
  const form = input.form;
  const list = document.createElement("div");
  const state = document.createElement("p");
  const home = new URL(".", new URL(input.dataset.find, location.href));
  let results = [];
  let active = -1;
  let asked = 0;
  let finder = null;

  list.id = "find-results";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  list.hidden = true;
  state.className = "hidden";
  state.setAttribute("role", "status");
  form.append(list, state);
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": list.id, "aria-expanded": "false" };
  Object.entries(roles).forEach(([name, value]) => input.setAttribute(name, value));

  const load = () => (finder ??= finderFrom(input.dataset.find));
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) {
      choose(-1);
    }
  };
  const choose = (index) => {
    active = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  };
  const draw = (found, query, { option, said, all }) => {
    results = query.trim() ? [...found, all(query)] : [];
    list.replaceChildren(...results.map(option));
    state.textContent = query.trim() ? said(found.length) : "";
    show(Boolean(results.length) && document.activeElement === input);
  };
  const update = async () => {
    const turn = ++asked;
    const query = input.value;
    const made = await load();
    list.setAttribute("aria-busy", "true");
    for await (const found of made.find(query)) {
      if (turn !== asked) {
        return;
      }
      draw(found, query, made);
    }
    list.setAttribute("aria-busy", "false");
  };
  const go = async () => {
    if (active < 0) {
      await update();
    }
    const { certain, all } = await load();
    const target = results[active] ?? (certain(results[0]) ? results[0] : all(input.value));
    location.href = new URL(target.slug, home);
  };
  const keys = {
    ArrowDown: () => choose((active + 1) % results.length),
    ArrowUp: () => choose((active <= 0 ? results.length : active) - 1),
  };

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", update);
  input.addEventListener("blur", () => setTimeout(() => show(false), 150));
  input.addEventListener("keydown", (event) => {
    if (keys[event.key] && results.length && !event.altKey) {
      event.preventDefault();
      show(true);
      keys[event.key]();
    } else if (event.key === "ArrowDown" && event.altKey && results.length) {
      event.preventDefault();
      show(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (list.hidden) {
        input.value = "";
        results = [];
      }
      show(false);
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
}
