/** What there are pages about: languages, codes, and every two codes. */
import { readFileSync } from "node:fs";

export default function () {
  const site = JSON.parse(readFileSync(new URL("../data/site.json", import.meta.url), "utf-8"));
  const languages = site.languages.map(({ tag }) => tag);
  const codes = languages.flatMap((language) => site.order.map((code) => ({ language, code })));
  const pairs = languages.flatMap((language) =>
    site.order.flatMap((first, index) =>
      site.order.slice(index + 1).map((second) => ({ language, first, second })),
    ),
  );
  return { languages, codes, pairs };
}
