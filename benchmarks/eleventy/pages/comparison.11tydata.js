export default {
  pagination: { data: "subjects.pairs", size: 1, alias: "pair" },
  permalink: ({ pair }) => `${pair.language}/compare/${pair.first}-vs-${pair.second}/index.html`,
};
