/* The page that explains all matches of a text, which stays in the part of the address that no server sees. */

import { dataFrom } from "./find.js";
import { codeOf, finderFor } from "./finder.js";

explain(document.querySelector("[data-find-page]"));

async function explain(root) {
  const input = root.querySelector("textarea");
  const list = root.querySelector("ol");
  const count = root.querySelector("[role=status]");
  const made = await finderFor(root.dataset.findPage);
  const details = await dataFrom(root.dataset.explanations);
  let asked = 0;
  root.hidden = false;

  const update = async () => {
    const turn = ++asked;
    const query = input.value;
    for await (const found of made.find(query, true)) {
      if (turn !== asked) {
        return;
      }
      list.replaceChildren(...found.map((result) => item(result, made, details)));
      count.textContent = query.trim() ? made.said(found.length) : (made.data?.messages.empty ?? "");
    }
  };
  const read = () => {
    const hash = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B")).get("q");
    const query = hash ?? new URLSearchParams(location.search).get("q");
    if (query !== null && query !== input.value) {
      input.value = query;
    }
    update();
  };
  input.addEventListener("input", () => {
    history.replaceState(null, "", input.value ? `#q=${encodeURIComponent(input.value)}` : location.pathname);
    update();
  });
  addEventListener("hashchange", read);
  read();
}

function item(result, { link, data }, details) {
  const element = document.createElement("li");
  element.append(link(result));
  const said = result.kind === "error" ? details?.errors[result.slug.split("#")[1]] : details?.codes[result.code?.id];
  if (said) {
    element.append(paragraph(said));
  }
  const codes = (result.codes ?? []).map((id) => codeOf(id, data)).filter(Boolean);
  if (codes.length) {
    element.append(behind(codes, link, details));
  }
  return element;
}

/* The codes behind an error text, each with what it means. */
function behind(codes, link, details) {
  const list = document.createElement("ul");
  for (const code of codes) {
    const element = document.createElement("li");
    element.append(link(code));
    if (details?.codes[code.code.id]) {
      element.append(paragraph(details.codes[code.code.id]));
    }
    list.append(element);
  }
  return list;
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
