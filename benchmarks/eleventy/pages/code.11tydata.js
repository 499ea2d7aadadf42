export default {
  pagination: { data: "subjects.codes", size: 1, alias: "subject" },
  permalink: ({ subject, site }) =>
    `${subject.language}/${site.family}/${site[subject.language].codes[subject.code].number}/index.html`,
};
