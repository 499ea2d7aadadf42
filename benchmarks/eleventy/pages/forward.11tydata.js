export default {
  pagination: { data: "subjects.pairs", size: 1, alias: "pair" },
  permalink: ({ pair }) => `${pair.language}/compare/${pair.second}-vs-${pair.first}/index.html`,
};
