/* Buttons that copy a program, or the table of a comparison as Markdown. They stand only where they can work. */

const labels = document.documentElement.dataset;

function button(label, textOf) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "copy";
  element.textContent = label;
  element.addEventListener("click", async () => {
    await navigator.clipboard.writeText(textOf());
    element.textContent = labels.copied;
    setTimeout(() => (element.textContent = label), 2000);
  });
  return element;
}

function cell(element) {
  return element.textContent.replace(/\s+/gu, " ").trim().replace(/\|/g, "\\|");
}

/** Return a table of facts about two codes as Markdown, with the address of the page. */
export function markdownOf(table, title, address) {
  const rows = [...table.rows].map((row) => {
    const cells = [...row.cells].flatMap((one) => Array(one.colSpan).fill(cell(one)));
    return `| ${cells.join(" | ")} |`;
  });
  const [head, ...body] = rows;
  return [`**[${title}](${address})**`, "", head, "| --- | --- | --- |", ...body].join("\n");
}

if (navigator.clipboard) {
  for (const figure of document.querySelectorAll("figure.sample")) {
    figure.querySelector("figcaption").append(" ", button(labels.copy, () => figure.querySelector("pre").textContent));
  }
  for (const table of document.querySelectorAll("table.sidebyside")) {
    const title = cell(document.querySelector("h1"));
    table.parentElement.before(button(labels.copyMarkdown, () => markdownOf(table, title, location.href.split("#")[0])));
  }
}
