/* The field that finds: a combobox over match.js, and the page that explains all matches. */

import { interpret, pairSlug } from "./match.js";

const loaded = new Map();

/** Return the data of a language, fetched once; null where it cannot be had. */
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

const field = document.querySelector("form.find input");
if (field) {
  enhance(field);
}
const page = document.querySelector("[data-find-page]");
if (page) {
  explain(page);
}
const picker = document.querySelector("form.picker");
if (picker) {
  pick(picker);
}

function enhance(input) {
  const form = input.form;
  const list = document.createElement("div");
  const state = document.createElement("p");
  let results = [];
  let active = -1;

  list.id = "find-results";
  list.role = "listbox";
  list.ariaLabel = input.labels[0].textContent;
  list.hidden = true;
  state.className = "hidden";
  state.role = "status";
  form.append(list, state);
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.ariaExpanded = "false";

  const home = new URL(".", new URL(input.dataset.find, location.href));
  const data = () => dataFrom(input.dataset.find);

  const show = (open) => {
    list.hidden = !open;
    input.ariaExpanded = String(open);
    if (!open) {
      choose(-1);
    }
  };
  const choose = (index) => {
    active = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index >= 0) {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const update = async () => {
    const known = await data();
    const query = input.value;
    results = known ? interpret(query, known) : [];
    list.replaceChildren(...results.map((result, index) => option(result, index, known, home)));
    show(Boolean(results.length));
    if (known) {
      state.textContent = query.trim() ? known.messages.count.replace("{count}", results.length) : "";
    }
  };
  const go = () => {
    const target = results[active] ?? (results[0]?.score >= 80 ? results[0] : null);
    location.href = target ? new URL(target.slug, home) : new URL(`find/#q=${encodeURIComponent(input.value)}`, home);
  };

  input.addEventListener("focus", data, { once: true });
  input.addEventListener("input", update);
  input.addEventListener("blur", () => setTimeout(() => show(false), 150));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length) {
      event.preventDefault();
      show(true);
      choose((active + step + results.length) % results.length);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await update();
    go();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}

function option(result, index, data, home) {
  const item = link(result, data, home, true);
  item.id = `find-result-${index}`;
  item.role = "option";
  item.setAttribute("aria-selected", "false");
  return item;
}

function link(result, data, home, plainText) {
  const anchor = document.createElement("a");
  anchor.href = new URL(result.slug, home);
  if (plainText) {
    anchor.tabIndex = -1;
  }
  const title = document.createElement(result.kind === "error" ? "code" : "span");
  title.textContent = result.title;
  title.className = "title";
  const reason = document.createElement("small");
  reason.textContent = data.messages[result.reason].replace("{part}", result.part);
  anchor.append(title, " ", reason);
  return anchor;
}

/* The page that explains all matches of a text, which stays in the part of the address that no server sees. */
function explain(root) {
  const input = root.querySelector("textarea");
  const results = root.querySelector("ol");
  const count = root.querySelector("[role=status]");
  const address = root.dataset.findPage;
  const home = new URL(".", new URL(address, location.href));
  root.hidden = false;

  const update = async () => {
    const data = await dataFrom(address);
    const found = data ? interpret(input.value, data) : [];
    results.replaceChildren(
      ...found.map((result) => {
        const item = document.createElement("li");
        item.append(link(result, data, home, false));
        for (const id of result.codes ?? []) {
          const code = data.codes.find((one) => one.id === id);
          item.append(" ", link({ kind: "code", slug: code.slug, title: `${code.number} ${code.name}`, reason: "behind", part: "" }, data, home, false));
        }
        return item;
      }),
    );
    count.textContent = data ? data.messages[input.value.trim() ? "count" : "empty"].replace("{count}", found.length) : "";
  };
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1)).get("q") ?? new URLSearchParams(location.search).get("q");
    if (asked !== null && asked !== input.value) {
      input.value = asked;
    }
    update();
  };
  input.addEventListener("input", () => {
    history.replaceState(null, "", `#q=${encodeURIComponent(input.value)}`);
    update();
  });
  addEventListener("hashchange", read);
  read();
}

/* Two lists and a button that leads to the comparison. */
function pick(form) {
  const [first, second] = form.querySelectorAll("select");
  const message = form.querySelector("[role=status]");
  const address = form.dataset.find;
  const home = new URL(".", new URL(address, location.href));
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = await dataFrom(address);
    const [one, other] = [first, second].map((list) => data?.codes.find((code) => code.id === list.value));
    const slug = one && other ? pairSlug(one, other, data) : null;
    if (slug) {
      location.href = new URL(slug, home);
    } else {
      message.textContent = data ? data.messages[one === other ? "same" : "unrelated"] : "";
    }
  });
}
