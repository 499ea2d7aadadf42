/** The same site in Eleventy, with Nunjucks. */
export default function (config) {
  config.setNunjucksEnvironmentOptions({ autoescape: true, trimBlocks: true, lstripBlocks: true });
  return {
    templateFormats: ["njk"],
    dir: { input: "pages", includes: "../_includes", data: "../_data" },
  };
}
