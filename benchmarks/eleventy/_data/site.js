/** The records, their Markdown made into HTML once. */
import { readFileSync } from "node:fs";
import markdownIt from "markdown-it";

const markdown = markdownIt();
const plainLink = markdown.renderer.rules.link_open ??
  ((tokens, index, options, _env, self) => self.renderToken(tokens, index, options));
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index].attrSet("rel", "noopener");
  return plainLink(tokens, index, options, env, self);
};

const BLOCKS = ["fix", "reconnect"];
const CLAUSES = ["meaning", "meaning_clause", "when", "when_clause", "send", "received", "check", "browser"];

function makeHtml(spoken) {
  for (const name of ["about", "reconnect"]) spoken.family[name] = markdown.render(spoken.family[name]);
  for (const code of Object.values(spoken.codes)) {
    for (const name of BLOCKS) code[name] = markdown.render(code[name]).trimEnd();
    for (const name of CLAUSES) code[name] = markdown.renderInline(code[name]);
    for (const item of [...code.causes, ...code.pitfalls]) item.text = markdown.renderInline(item.text);
  }
}

export default function () {
  const site = JSON.parse(readFileSync(new URL("../data/site.json", import.meta.url), "utf-8"));
  for (const { tag } of site.languages) makeHtml(site[tag]);
  return site;
}
