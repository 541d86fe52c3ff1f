#include "intake/register/filed_forms.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intake/register/database.h"
#include "tests/register/file_size_limit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

Sha256 form(std::string_view name) { return sample_objection(name).form_digest; }

class FiledFormsTest : public testing::Test {
 protected:
  // What another process would have of it.
  struct Reader {
    explicit Reader(const SampleFolder& folder)
        : database(open_database(folder / "data" / "register.db", std::chrono::seconds(1))),
          objections(database) {}
    SQLite::Database database;
    ObjectionStore objections;
  };

  std::string append(std::string_view name) {
    return reg_.append(sample_objection(name)).value().number;
  }
  // Empty when there is none.
  std::string find(Reader& reader, std::string_view name) {
    forms_.catch_up(reader.objections);
    const auto found = forms_.find(reader.objections, form(name)).value();
    return found ? found->number : std::string();
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  FiledForms forms_;
};

TEST_F(FiledFormsTest, FindsWhatWasFiledBeforeAndSince) {
  Reader reader(folder_);
  EXPECT_EQ(find(reader, "a"), "");
  const std::string a = append("a");
  EXPECT_EQ(find(reader, "a"), a);
  const std::string b = append("b");
  EXPECT_EQ(find(reader, "b"), b);
  EXPECT_EQ(find(reader, "a"), a);
  EXPECT_EQ(find(reader, "c"), "");
}

TEST_F(FiledFormsTest, SaysWithoutTheDatabaseWhatIsCertainlyNew) {
  Reader reader(folder_);
  EXPECT_TRUE(forms_.may_hold(form("a"))) << "nothing has been read";
  forms_.catch_up(reader.objections);
  EXPECT_FALSE(forms_.may_hold(form("a")));
  append("a");
  EXPECT_FALSE(forms_.may_hold(form("a")));
  EXPECT_EQ(forms_.catch_up(reader.objections), 1);
  EXPECT_TRUE(forms_.may_hold(form("a")));
  EXPECT_FALSE(forms_.may_hold(form("b")));
}

TEST_F(FiledFormsTest, TakesWhatACommitBroughtAndNothingTwiceOrOutOfPlace) {
  Reader reader(folder_);
  EXPECT_EQ(forms_.catch_up(reader.objections), 0);
  const std::string a = append("a");
  const std::string b = append("b");
  const std::vector both = {form("a"), form("b")};
  forms_.add(1, both);
  EXPECT_FALSE(forms_.may_hold(form("a"))) << "what came before them is not known";
  forms_.add(0, both);
  EXPECT_TRUE(forms_.may_hold(form("a")));
  EXPECT_TRUE(forms_.may_hold(form("b")));
  const std::string c = append("c");
  EXPECT_EQ(find(reader, "c"), c);
  EXPECT_EQ(find(reader, "b"), b);
}

// One who looks at an older state of the register finds what stands in it, whatever others have
// taught the filter, and what they see is not forgotten for it.
TEST_F(FiledFormsTest, IsSharedByWhoSeesLessAndWhoSeesMore) {
  const std::string a = append("a");
  Reader older(folder_);
  Reader newer(folder_);
  SQLite::Transaction one_moment(older.database);
  EXPECT_EQ(older.objections.newest_id(), 1);
  const std::string b = append("b");
  EXPECT_EQ(find(newer, "b"), b);
  EXPECT_EQ(find(older, "b"), "");
  EXPECT_EQ(find(older, "a"), a);
  const std::string c = append("c");
  EXPECT_EQ(find(older, "c"), "");
  EXPECT_EQ(find(newer, "c"), c);
}

// What the disk refused left its id to another form, which is known all the same.
TEST_F(FiledFormsTest, KnowsWhoTookThePlaceOfWhatWasNeverStored) {
  append("a");
  Reader reader(folder_);
  {
    const FileSizeLimit full(std::filesystem::file_size(folder_ / "data/register.db-wal"));
    EXPECT_FALSE(reg_.append(sample_objection("refused")));
    EXPECT_EQ(find(reader, "refused"), "");
    EXPECT_FALSE(reg_.find_by_form(form("refused")).value());
  }
  const std::string b = Register::open(folder_ / "data")->append(sample_objection("b"))->number;
  EXPECT_EQ(find(reader, "b"), b);
  EXPECT_EQ(reg_.append(sample_objection("b"))->number, b);
  EXPECT_NE(append("refused"), b);
}

// Past the neighbours that one stretch of the index holds (schema.cc): by the process that filed
// them, by one whose filter knew less, and by one that has just begun.
TEST_F(FiledFormsTest, AFormIsKnownHoweverMuchCameAfterIt) {
  constexpr int kStretch = 1 << 14;
  const std::string first = append("first");
  Register other = Register::open(folder_ / "data").value();
  const std::string second = other.append(sample_objection("second"))->number;
  std::vector<NewObjection> many;
  for (int i = 0; i < kStretch; ++i) many.push_back(sample_objection(std::to_string(i)));
  const std::string last = other.append_all(many).value().back().number;
  Register later = Register::open(folder_ / "data").value();
  for (Register* reg : {&reg_, &other, &later}) {
    EXPECT_EQ(reg->find_by_form(form("first")).value()->number, first);
    EXPECT_EQ(reg->append(sample_objection("first"))->number, first);
    EXPECT_EQ(reg->append(sample_objection("second"))->number, second);
    EXPECT_EQ(reg->append(many.back())->number, last);
    EXPECT_FALSE(reg->find_by_form(form("nobody's")).value());
  }
  EXPECT_EQ(reg_.list(std::nullopt)->size(), many.size() + 2);
}

}  // namespace
}  // namespace gongshi
