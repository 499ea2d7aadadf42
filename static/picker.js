/* Two lists and a button that leads to the comparison. */

import { dataFrom } from "./find.js";
import { pairSlug } from "./pairs.js";

pick(document.querySelector("form.picker"));

function pick(form) {
  const [first, second] = form.querySelectorAll("select");
  const message = form.querySelector("[role=status]");
  const address = form.dataset.find;
  const home = new URL(".", new URL(address, location.href));
  const wanted = new URLSearchParams(location.search).get("first");
  if (wanted && [...first.options].some((option) => option.value === wanted)) {
    first.value = wanted;
  }
  const narrow = async () => {
    const data = await dataFrom(address);
    const one = data?.codes.find((code) => code.id === first.value);
    for (const option of one ? second.options : []) {
      const other = data.codes.find((code) => code.id === option.value);
      option.disabled = !other || !pairSlug(one, other, data);
    }
    if (second.selectedOptions[0]?.disabled) {
      const compared = [...second.options].filter((option) => !option.disabled);
      const family = first.selectedOptions[0].parentElement.label;
      second.value = (compared.find((option) => option.parentElement.label === family) ?? compared[0])?.value ?? "";
    }
  };
  first.addEventListener("change", narrow);
  form.hidden = false;
  narrow();
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
