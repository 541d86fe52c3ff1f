#include "generator/render/manifest_schema.h"

#include <gtest/gtest.h>

#include "generator/notice/json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

// That the schema accepts manifests and refuses others is shown with an independent validator in
// tests/journey; here, that it knows every key the manifest has, and no more.
// `later` of them are of later generators, and nobody has to have them.
void expect_same_keys(const Json& schema, const Json& value, const std::string& where,
                      std::size_t later = 0) {
  for (const auto& [key, unused] : value.items()) {
    EXPECT_TRUE(schema["properties"].contains(key)) << where << "." << key;
  }
  EXPECT_EQ(schema["properties"].size(), value.size()) << where;
  EXPECT_EQ(schema["required"].size() + later, value.size()) << where;
}

TEST(ManifestSchemaTest, KnowsEveryKeyOfTheManifest) {
  const SampleSite site;
  const Json schema = Json::parse(write_manifest_schema(site.content.site));
  Json manifest = Json::parse(write_manifest(site.manifest()));
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema["$id"], "https://gongshi.example/schema/publicity.v1.json");
  expect_same_keys(schema, manifest, "manifest", 1);
  const Json& parts = schema["$defs"];
  expect_same_keys(parts["site"], manifest["site"], "site", 1);
  expect_same_keys(parts["handling"], manifest["site"]["handling"], "handling");
  expect_same_keys(parts["calendar"], manifest["calendars"][0], "calendar");
  const Json& notice = manifest["notices"][0];
  expect_same_keys(parts["notice"], notice, "notice");
  expect_same_keys(parts["candidate"], notice["candidates"][0], "candidate");
  expect_same_keys(parts["channel"], notice["channels"][0], "channel");
}

}  // namespace
}  // namespace gongshi
