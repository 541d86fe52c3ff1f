// Once the office has a key, the data folder holds nothing that opens what people wrote.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "intake/register/register.h"
#include "intake/seal/form_id.h"
#include "intake/seal/receipt_code.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

FormId sample_form(std::string_view name) {
  return FormId::parse("0123456789abcdef-" + std::string(name)).value();
}

ReceiptCode code_of(std::string_view form) { return ReceiptCode::derive(sample_form(form)); }

EvidenceFile sample_file(const std::string& name) {
  return {.id = hex(sha256(name)).substr(0, 32),
          .key = sha256("key of " + name),
          .name = name + ".pdf",
          .type = "pdf",
          .size = 4321,
          .sha256 = sha256(name)};
}

NewObjection sealed_objection(const std::string& form) {
  NewObjection objection = sample_objection(form);
  objection.form_digest = sample_form(form).digest();
  objection.code_digest = code_of(form).digest();
  objection.code_key = code_of(form).wrapping_key();
  objection.evidence = {sample_file("会议记录 " + form)};
  return objection;
}

ObjectionEvent sample_decision(const std::string& reason) {
  return {.kind = EventKind::Decided,
          .at = sample_instant(),
          .actor = "经办甲",
          .outcome = Outcome::Upheld,
          .text = reason};
}

ObjectionEvent sample_note(const std::string& note) {
  return {.kind = EventKind::Supplemented,
          .at = sample_instant(),
          .actor = "异议人",
          .outcome = {},
          .text = note,
          .evidence = {sample_file(note)}};
}

class RegisterSealingTest : public testing::Test {
 protected:
  RegisterSealingTest() {
    EXPECT_TRUE(reg_.add_office_key(office_.public_key(), sample_instant()));
  }

  RegisteredObjection find(std::string_view form) {
    return reg_.find_by_form(sample_form(form).digest()).value().value();
  }
  DataKey key_of(std::string_view form) {
    return unwrap_key(code_of(form).wrapping_key(), find(form).sealed->for_code).value();
  }
  // Changes rows as somebody could who has the disk: past the triggers.
  void tamper(const std::string& sql) {
    SQLite::Database database((folder_ / "data/register.db").string(), SQLite::OPEN_READWRITE);
    std::vector<std::string> triggers;
    {
      SQLite::Statement query(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
      while (query.executeStep()) triggers.push_back(query.getColumn(0).getString());
    }
    for (const std::string& trigger : triggers) database.exec("DROP TRIGGER " + trigger);
    ASSERT_GT(database.exec(sql), 0) << sql;
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  const OfficeKey office_ = OfficeKey::random();
};

void expect_same_content(const RegisteredObjection& opened, const NewObjection& filed) {
  EXPECT_FALSE(opened.sealed);
  EXPECT_EQ(opened.filed.record, filed.record);
  EXPECT_EQ(opened.filed.opening, filed.opening);
  EXPECT_EQ(opened.filed.evidence, filed.evidence);
}

TEST(RegisterSealing, WithoutAnOfficeKeyNothingIsSealed) {
  const SampleFolder folder;
  Register reg = sample_register(folder / "data");
  EXPECT_THAT(reg.office_keys().value(), testing::IsEmpty());
  ASSERT_TRUE(reg.append(sealed_objection("a")));
  const auto row = reg.find_by_form(sample_form("a").digest()).value().value();
  expect_same_content(row, sealed_objection("a"));
  // The same with a data key that nobody asked for.
  expect_same_content(reg.unseal(row, DataKey::random()).value(), sealed_objection("a"));
  ASSERT_TRUE(reg.append_event(row.number, 0, sample_decision("属实"), DataKey::random()));
  EXPECT_EQ(reg.events(row.number).value().front().text, "属实");
}

TEST_F(RegisterSealingTest, CodeAndOfficeOpenWhatWasFiled) {
  const auto row = reg_.append(sealed_objection("a")).value();
  expect_same_content(row, sealed_objection("a"));  // who filed has it in hand
  expect_proven(reg_, row);

  const RegisteredObjection stored = reg_.find_by_number(row.number).value().value();
  ASSERT_TRUE(stored.sealed);
  EXPECT_EQ(stored.filed.record, "");
  EXPECT_EQ(stored.filed.opening, Sha256{});
  EXPECT_THAT(stored.filed.evidence, testing::IsEmpty());
  EXPECT_EQ(stored.sealed->office, office_.public_key());

  const DataKey by_code = key_of("a");
  const DataKey by_office = office_.unwrap(stored.sealed->for_office).value();
  EXPECT_EQ(by_code.bytes(), by_office.bytes());
  const RegisteredObjection opened = reg_.unseal(stored, by_code).value();
  expect_same_content(opened, sealed_objection("a"));
  expect_proven(reg_, opened);
  EXPECT_EQ(opened.key->bytes(), by_code.bytes());
}

TEST_F(RegisterSealingTest, TheSameFormIsTheSameObjection) {
  const NewObjection objection = sealed_objection("a");
  NewObjection changed = objection;
  changed.record = "etwas anderes\n";
  const auto rows = reg_.append_all(std::vector{objection, changed}).value();
  EXPECT_EQ(rows[0].number, rows[1].number);
  EXPECT_EQ(rows[1].filed.record, objection.record);
  const auto again = reg_.append(changed).value();
  EXPECT_EQ(again.number, rows[0].number);
  expect_same_content(reg_.unseal(again, key_of("a")).value(), objection);
}

TEST_F(RegisterSealingTest, EveryObjectionHasAKeyOfItsOwn) {
  const auto rows = reg_.append_all(std::vector{sealed_objection("a"), sealed_objection("b")});
  ASSERT_TRUE(rows);
  EXPECT_NE(key_of("a").bytes(), key_of("b").bytes());
  EXPECT_FALSE(reg_.unseal(find("a"), key_of("b")));
  EXPECT_FALSE(unwrap_key(code_of("b").wrapping_key(), find("a").sealed->for_code));
}

TEST_F(RegisterSealingTest, StepsAreSealedLikeTheirObjection) {
  const auto row = reg_.append(sealed_objection("a")).value();
  const DataKey key = key_of("a");
  ASSERT_TRUE(reg_.append_event(row.number, 0, sample_note("补充一点"), key));
  ASSERT_TRUE(reg_.append_event(row.number, 1, sample_decision("经核查属实"), key));

  const auto closed = reg_.events(row.number).value();
  ASSERT_EQ(closed.size(), 2U);
  EXPECT_EQ(closed[1].outcome, Outcome::Upheld) << "who counts, needs no key";
  for (const ObjectionEvent& event : closed) {
    EXPECT_EQ(event.text, "");
    EXPECT_THAT(event.evidence, testing::IsEmpty());
  }
  const auto opened = reg_.events(row.number, key).value();
  EXPECT_EQ(opened[0].text, "补充一点");
  EXPECT_EQ(opened[0].evidence, sample_note("补充一点").evidence);
  EXPECT_EQ(opened[1].text, "经核查属实");
  EXPECT_FALSE(reg_.events(row.number, DataKey::random()));
}

TEST_F(RegisterSealingTest, WithoutItsKeyNothingIsWrittenAboutIt) {
  const auto row = reg_.append(sealed_objection("a")).value();
  const std::string head = reg_.checkpoint().value();
  for (const auto& key : {std::optional<DataKey>(), std::optional(DataKey::random())}) {
    const auto refused = reg_.append_event(row.number, 0, sample_decision("属实"), key);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(refused.error().message, testing::HasSubstr(row.number));
  }
  EXPECT_EQ(reg_.checkpoint().value(), head);
  EXPECT_THAT(reg_.events(row.number).value(), testing::IsEmpty());
}

TEST_F(RegisterSealingTest, ANewKeySealsFromThenOnInEveryProcess) {
  ASSERT_TRUE(reg_.append(sealed_objection("old")));
  const OfficeKey next = OfficeKey::random();
  {
    Register desk = *Register::open(folder_ / "data");
    ASSERT_TRUE(desk.add_office_key(next.public_key(), sample_instant()));
    const auto twice = desk.add_office_key(office_.public_key(), sample_instant());
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, ErrorKind::Conflict);
  }
  ASSERT_TRUE(reg_.append(sealed_objection("new")));
  EXPECT_EQ(reg_.office_keys().value(), (std::vector{office_.public_key(), next.public_key()}));
  EXPECT_TRUE(office_.unwrap(find("old").sealed->for_office));
  EXPECT_EQ(find("new").sealed->office, next.public_key());
  EXPECT_TRUE(next.unwrap(find("new").sealed->for_office));
  EXPECT_FALSE(office_.unwrap(find("new").sealed->for_office));
}

TEST_F(RegisterSealingTest, BytesThatAreNoKeyAreRefused) {
  EXPECT_FALSE(reg_.add_office_key(OfficePublicKey{}, sample_instant()));
  EXPECT_EQ(reg_.office_keys().value().size(), 1U);
}

// What stands in the files of the folder, the write-ahead log among them.
std::string bytes_of_folder(const fs::path& folder) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

std::string_view text_of(const Sha256& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST_F(RegisterSealingTest, TheFolderHoldsNothingOfWhatWasWritten) {
  const NewObjection filed = sealed_objection("a");
  const auto row = reg_.append(filed).value();
  const DataKey key = key_of("a");
  ASSERT_TRUE(reg_.append_event(row.number, 0, sample_note("补充一点"), key));
  ASSERT_TRUE(reg_.append_event(row.number, 1, sample_decision("经核查属实"), key));
  fs::create_directory(folder_ / "copy");  // opening the files themselves would drop SQLite's locks
  for (const char* file : {"register.db", "register.db-wal", "log.key", "log.vkey"}) {
    fs::copy_file(folder_ / "data" / file, folder_ / "copy" / file);
  }
  const std::string bytes = bytes_of_folder(folder_ / "copy");
  ASSERT_NE(bytes.find("经办甲"), std::string::npos) << "the search does find";
  const EvidenceFile& file = filed.evidence.front();
  const EvidenceFile added = sample_file("补充一点");
  const auto copy = [](const auto& secret) { return std::string(text_of(secret)); };
  const std::vector<std::string> secrets{"异议记录",
                                         "补充一点",
                                         "经核查属实",
                                         "会议记录",
                                         copy(filed.opening),
                                         copy(file.key),
                                         copy(file.sha256),
                                         copy(added.key),
                                         copy(added.sha256),
                                         copy(key.bytes()),
                                         copy(key.stream_key(0)),
                                         copy(key.stream_key(1)),
                                         copy(filed.code_key),
                                         copy(office_.secret())};
  for (const std::string& secret : secrets) {
    EXPECT_EQ(bytes.find(secret), std::string::npos) << hex(sha256(secret));
  }
}

// Whoever has the disk can break an objection, but not pass one off as another.
struct Tampering {
  const char* what;
  const char* sql;
};

class RegisterTamperingTest : public RegisterSealingTest,
                              public testing::WithParamInterface<Tampering> {};

TEST_P(RegisterTamperingTest, IsRefused) {
  ASSERT_TRUE(reg_.append_all(std::vector{sealed_objection("a"), sealed_objection("b")}));
  const std::string number = find("a").number;
  const DataKey key = key_of("a");
  ASSERT_TRUE(reg_.append_event(number, 0, sample_note("一"), key));
  ASSERT_TRUE(reg_.append_event(number, 1, sample_decision("二"), key));
  tamper(GetParam().sql);

  const RegisteredObjection row = find("a");
  bool opened = true;
  const auto by_code = unwrap_key(code_of("a").wrapping_key(), row.sealed->for_code);
  const auto by_office = office_.unwrap(row.sealed->for_office);
  for (const auto& unwrapped : {by_code, by_office}) {
    opened = opened && unwrapped && reg_.unseal(row, *unwrapped) && reg_.events(number, *unwrapped);
  }
  EXPECT_FALSE(opened);
}

INSTANTIATE_TEST_SUITE_P(
    Each, RegisterTamperingTest,
    testing::Values(
        Tampering{"content_of_another",
                  "UPDATE sealed_content SET content = (SELECT content FROM sealed_content WHERE "
                  "objection = 2) WHERE objection = 1"},
        Tampering{"all_of_another",
                  "UPDATE sealed_content SET (content, key_commitment, for_office) = (SELECT "
                  "content, key_commitment, for_office FROM sealed_content WHERE objection = 2) "
                  "WHERE objection = 1"},
        Tampering{"code_wrap_of_another",
                  "UPDATE sealed_content SET for_code = (SELECT for_code FROM sealed_content WHERE "
                  "objection = 2) WHERE objection = 1"},
        Tampering{"office_wrap_of_another",
                  "UPDATE sealed_content SET for_office = (SELECT for_office FROM sealed_content "
                  "WHERE objection = 2) WHERE objection = 1"},
        Tampering{"commitment_of_another",
                  "UPDATE sealed_content SET key_commitment = (SELECT key_commitment FROM "
                  "sealed_content WHERE objection = 2) WHERE objection = 1"},
        Tampering{"leaf_of_another",
                  "UPDATE leaf SET text = (SELECT text FROM leaf WHERE leaf_index = 1) WHERE "
                  "leaf_index = 0"},
        Tampering{"step_moved",
                  "UPDATE event_text SET text = (SELECT text FROM event_text WHERE ordinal = 0) "
                  "WHERE ordinal = 1"},
        Tampering{"step_as_content",
                  "UPDATE sealed_content SET content = (SELECT text FROM event_text WHERE ordinal "
                  "= 0) WHERE objection = 1"},
        Tampering{"content_cut",
                  "UPDATE sealed_content SET content = substr(content, 1, length(content) - 1) "
                  "WHERE objection = 1"},
        Tampering{"leaf_of_another_decision",
                  "UPDATE leaf SET text = replace(text, substr(text, -20, 4), 'AAAA') WHERE "
                  "leaf_index = 2"}),
    [](const auto& each) { return each.param.what; });

}  // namespace
}  // namespace gongshi
