export default {
  pagination: { data: "subjects.languages", size: 1, alias: "language" },
  permalink: ({ language, site }) => `${language}/${site.family}/index.html`,
};
