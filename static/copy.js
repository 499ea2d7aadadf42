/* Buttons that copy a program, or a comparison as Markdown. They stand only where they can work. */

const labels = document.documentElement.dataset;
const SEEN_ELSEWHERE = ".hidden, .mark, .cite, .self";

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

/* The words of an element on one line, without marks that mean nothing outside of the page. */
function said(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(SEEN_ELSEWHERE).forEach((one) => one.remove());
  return copy.textContent.replace(/[ \t\n\r]+/gu, " ").trim();
}

const cell = (element) => said(element).replace(/\|/g, "\\|");
const row = (cells) => `| ${cells.join(" | ")} |`;

/** Return a comparison as Markdown: its title and address, the sentence that tells both apart, the facts that differ. */
export function markdownOf(page, address) {
  const table = page.querySelector("table.sidebyside");
  const [head, ...rows] = [...table.rows].filter((one) => one.parentElement.tagName === "THEAD" || one.classList.contains("differs"));
  const sentence = page.querySelector(".lead > p");
  const facts = rows.map((one) => row([...one.cells].map(cell)));
  const parts = [
    `**[${said(page.querySelector("h1"))}](${address})**`,
    ...(sentence ? [said(sentence)] : []),
    [row([...head.cells].map(cell)), "| --- | --- | --- |", ...facts].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

if (navigator.clipboard) {
  for (const figure of document.querySelectorAll("figure.sample")) {
    figure.querySelector("figcaption").append(" ", button(labels.copy, () => figure.querySelector("pre").textContent));
  }
  for (const table of document.querySelectorAll("table.sidebyside")) {
    table.parentElement.before(button(labels.copyMarkdown, () => markdownOf(document, location.href.split("#")[0])));
  }
}
for (const link of document.querySelectorAll(".more a")) {
  if (link.href === location.href.split("#")[0]) {
    link.setAttribute("aria-current", "page");
  }
}
