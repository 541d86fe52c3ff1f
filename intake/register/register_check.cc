#include "intake/register/register_check.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <future>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>

#include "intake/log/checkpoint.h"
#include "intake/log/commitment.h"
#include "intake/log/leaf.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/note_key.h"
#include "intake/register/data_folder.h"
#include "intake/register/database.h"
#include "intake/register/register.h"
#include "intake/register/row_digest.h"
#include "intake/register/schema.h"

namespace gongshi {
namespace {

// Signatures to check at once: enough to keep every processor busy, few enough to hold in memory.
constexpr std::size_t kHeadsAtOnce = 4096;

// Each index is looked up once for each row, in no order: with SQLite's own two megabytes of memory
// most of that would be reading pages again.
constexpr const char* kMoreMemory =
    "PRAGMA cache_size = -262144";  // 256 MiB, as far as there is use

// The problems so far.
class Findings {
 public:
  template <class... Arguments>
  void add(fmt::format_string<Arguments...> sentence, Arguments&&... arguments) {
    if (problems_.size() < static_cast<std::size_t>(kProblemsListedMax)) {
      problems_.push_back(fmt::format(sentence, std::forward<Arguments>(arguments)...));
    }
  }
  std::vector<std::string> take() { return std::move(problems_); }

 private:
  std::vector<std::string> problems_;
};

// Rows in the order of their first column, a number.
class Cursor {
 public:
  Cursor(SQLite::Database& database, const char* sql) : statement_(database, sql) { next(); }

  void next() { there_ = statement_.executeStep(); }
  bool done() const { return !there_; }
  std::uint64_t number() const {
    return static_cast<std::uint64_t>(statement_.getColumn(0).getInt64());
  }
  SQLite::Column column(int index) const { return statement_.getColumn(index); }
  std::string_view bytes(int index) const {
    const SQLite::Column value = statement_.getColumn(index);
    return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
  }
  Date date(int index) const {
    return date_of(
        {std::chrono::sys_seconds(std::chrono::seconds(statement_.getColumn(index).getInt64()))});
  }

 private:
  mutable SQLite::Statement statement_;
  bool there_ = false;
};

std::string_view bytes_of(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

void check_structure(SQLite::Database& database, Findings& findings) {
  database.exec(kMoreMemory);
  SQLite::Statement integrity(database,
                              fmt::format("PRAGMA integrity_check({})", kProblemsListedMax));
  while (integrity.executeStep()) {
    const std::string said = integrity.getColumn(0).getString();
    if (said != "ok") findings.add("the database is damaged: {}", said);
  }
  SQLite::Statement references(database, "PRAGMA foreign_key_check");
  while (references.executeStep()) {
    findings.add("a row of table {} refers to nothing", references.getColumn(0).getString());
  }
}

std::set<std::string> shape_of(SQLite::Database& database) {
  std::set<std::string> shape;
  SQLite::Statement all(
      database,
      "SELECT quote(type) || quote(name) || quote(tbl_name) || quote(sql) FROM sqlite_schema");
  while (all.executeStep()) shape.insert(all.getColumn(0).getString());
  return shape;
}

void check_shape(SQLite::Database& database, Findings& findings) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  create_schema(fresh);
  if (shape_of(fresh) == shape_of(database)) return;
  findings.add("the tables, indexes and triggers are not those that init makes");
}

void check_origin(SQLite::Database& database, const NoteVerifier& log, Findings& findings) {
  SQLite::Statement origin(database, "SELECT name, verifier_key FROM origin");
  const bool ours = origin.executeStep() && origin.getColumn(0).getString() == log.name() &&
                    origin.getColumn(1).getString() == log.text();
  if (!ours) findings.add("the register is not of the log {}", log.name());
}

// A head as it is stored, and what it should say.
struct HeadToCheck {
  std::string note;
  Checkpoint expected;
};

// Which of the heads do not hold; shared out among the processors. To sign again and compare is
// three times as fast as to verify, and Ed25519 signs the same the same way.
std::vector<char> find_false_heads(const std::vector<HeadToCheck>& heads, const NoteSigner& log) {
  std::vector<char> is_false(heads.size());
  const auto check_some = [&](std::size_t first, std::size_t step) {
    for (std::size_t i = first; i < heads.size(); i += step) {
      is_false[i] = static_cast<char>(heads[i].note != sign_checkpoint(heads[i].expected, log));
    }
  };
  const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> running;
  for (std::size_t i = 0; i < threads; ++i) running.emplace_back(check_some, i, threads);
  running.clear();
  return is_false;
}

// The leaves in their order, with the tree that grows over them and the heads along its way.
class LogCheck {
 public:
  LogCheck(SQLite::Database& database, const NoteSigner& log, Findings& findings)
      : log_(log),
        findings_(findings),
        leaf_rows_(database, "SELECT leaf_index, text FROM leaf ORDER BY leaf_index"),
        nodes_(database, "SELECT position, hash FROM node ORDER BY position"),
        heads_(database, "SELECT tree_size, checkpoint FROM head ORDER BY tree_size") {}

  void run() {
    check_heads_here();
    for (; !leaf_rows_.done(); leaf_rows_.next()) {
      if (!check_leaf() || !check_nodes()) return;
      check_heads_here();
    }
    check_signatures();
    if (!nodes_.done()) findings_.add("there are tree nodes of leaves that are not there");
    if (!heads_.done() || newest_head_ != edge_.leaves()) {
      findings_.add("the newest tree head is not of the {} leaves that are there", edge_.leaves());
    }
  }

  const std::vector<Leaf>& leaves() const { return leaves_; }
  std::uint64_t count_heads() const { return count_heads_; }

 private:
  bool check_leaf() {
    Result<Leaf> leaf = parse_leaf(log_.verifier().name(), leaf_rows_.bytes(1));
    if (leaf_rows_.number() == edge_.leaves() && leaf) {
      leaves_.push_back(*std::move(leaf));
      return true;
    }
    findings_.add("leaf {} of the log is missing or altered", edge_.leaves());
    return false;
  }

  bool check_nodes() {
    std::uint64_t position = stored_count(edge_.leaves());
    for (const Sha256& hash : edge_.append(leaf_hash(leaf_rows_.bytes(1)))) {
      if (nodes_.done() || nodes_.number() != position++ || nodes_.bytes(1) != bytes_of(hash)) {
        findings_.add("the tree node {} does not follow from the leaves", position - 1);
        return false;
      }
      nodes_.next();
    }
    return true;
  }

  void check_heads_here() {
    for (; !heads_.done() && heads_.number() == edge_.leaves(); heads_.next()) {
      const Checkpoint expected{
          .origin = log_.verifier().name(), .leaves = edge_.leaves(), .root = edge_.root()};
      newest_head_ = edge_.leaves();
      ++count_heads_;
      waiting_.push_back({.note = std::string(heads_.bytes(1)), .expected = expected});
      if (waiting_.size() == kHeadsAtOnce) check_signatures();
    }
  }

  void check_signatures() {
    const std::vector<char> is_false = find_false_heads(waiting_, log_);
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      if (is_false[i] == 0) continue;
      findings_.add("the tree head of {} leaves is not the one that the log signed",
                    waiting_[i].expected.leaves);
    }
    waiting_.clear();
  }

  const NoteSigner& log_;
  Findings& findings_;
  Cursor leaf_rows_;
  Cursor nodes_;
  Cursor heads_;
  TreeEdge edge_;
  std::vector<Leaf> leaves_;
  std::vector<HeadToCheck> waiting_;
  std::optional<std::uint64_t> newest_head_;
  std::uint64_t count_heads_ = 0;
};

// The leaves that rows of the register speak of, each by one row.
class LeafRows {
 public:
  LeafRows(const std::vector<Leaf>& leaves, Findings& findings)
      : leaves_(leaves), is_taken_(leaves.size()), findings_(findings) {}

  // The leaf of the row that the cursor stands on; nothing, and a finding, when it is no leaf of
  // that type or another row has it.
  template <class Type>
  const Type* take(const Cursor& row, std::string_view what) {
    const std::uint64_t index = row.number();
    const Type* leaf = index < leaves_.size() ? std::get_if<Type>(&leaves_[index]) : nullptr;
    if (leaf == nullptr || is_taken_[index]) {
      findings_.add("{} names leaf {}, which is not its own", what, index);
      return nullptr;
    }
    is_taken_[index] = true;
    return leaf;
  }

  void expect(bool fits, const Cursor& row, std::string_view what) {
    if (!fits) findings_.add("{} is not what leaf {} of the log says", what, row.number());
  }

  void check_rest() {
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      if (!is_taken_[i]) findings_.add("nothing in the register belongs to leaf {}", i);
    }
  }

 private:
  const std::vector<Leaf>& leaves_;
  std::vector<bool> is_taken_;
  Findings& findings_;
};

// Columns: index, opening and the text that the leaf commits to.
bool commits(const Sha256& commitment, const Cursor& row, int opening, int text) {
  Sha256 key{};
  if (row.bytes(opening).size() != key.size()) return false;
  std::ranges::copy(row.bytes(opening), key.begin());
  return commit(key, row.bytes(text)) == commitment;
}

// How what was written stands there; each of the three shuts the others out.
enum class Writing { Plain, Sealed, Erased };

// Columns: whether it is sealed, and whether it was erased.
Writing writing_of(const Cursor& row, int sealed, int erased) {
  if (row.column(erased).getInt() != 0) return Writing::Erased;
  return row.column(sealed).getInt() != 0 ? Writing::Sealed : Writing::Plain;
}

// What is sealed opens with a key that is not here, so all that shows is that it stands alone.
bool holds(const Sha256& commitment, const Cursor& row, int opening, int text, Writing writing) {
  return writing == Writing::Plain ? commits(commitment, row, opening, text)
                                   : row.column(opening).isNull();
}

// An index sees to that among neighbours only.
void check_forms(SQLite::Database& database, Findings& findings) {
  std::vector<Sha256> forms;
  for (Cursor row(database, "SELECT id, form_digest FROM objection"); !row.done(); row.next()) {
    const std::string_view bytes = row.bytes(1);
    std::ranges::copy(bytes.substr(0, sizeof(Sha256)), forms.emplace_back().begin());
  }
  std::ranges::sort(forms);
  if (std::ranges::adjacent_find(forms) != forms.end()) {
    findings.add("two objections have the same form");
  }
}

// Returns how many there are.
std::uint64_t check_filed(SQLite::Database& database, LeafRows& leaves) {
  constexpr const char* kRows =
      "SELECT objection.leaf_index, received_at, opening, record, tree_size = "
      "(SELECT min(tree_size) FROM head WHERE objection.leaf_index < head.tree_size), "
      "sealed_content.objection IS NOT NULL, erasure.objection IS NOT NULL FROM objection "
      "LEFT JOIN content ON content.objection = objection.id "
      "LEFT JOIN sealed_content ON sealed_content.objection = objection.id "
      "LEFT JOIN erasure ON erasure.objection = objection.id ORDER BY objection.leaf_index";
  std::uint64_t count = 0;
  for (Cursor row(database, kRows); !row.done(); row.next(), ++count) {
    const auto* leaf = leaves.take<FiledLeaf>(row, "an objection");
    if (leaf == nullptr) continue;
    leaves.expect(leaf->date == row.date(1), row, "the day of an objection");
    const Writing writing = writing_of(row, 5, 6);
    const bool is_record = holds(leaf->commitment, row, 2, 3, writing) &&
                           !(writing == Writing::Erased && row.column(5).getInt() != 0);
    leaves.expect(is_record, row, "the record of an objection");
    leaves.expect(row.column(4).getInt() == 1, row, "the first head over an objection");
  }
  return count;
}

void check_decided(SQLite::Database& database, LeafRows& leaves) {
  constexpr const char* kRows =
      "SELECT event.leaf_index, event.at, opening, text, outcome, objection.leaf_index, "
      "sealed_content.objection IS NOT NULL, erasure.objection IS NOT NULL FROM event "
      "JOIN objection ON objection.id = event.objection "
      "LEFT JOIN event_text ON event_text.objection = event.objection "
      "AND event_text.ordinal = event.ordinal "
      "LEFT JOIN sealed_content ON sealed_content.objection = objection.id "
      "LEFT JOIN erasure ON erasure.objection = objection.id "
      "WHERE event.leaf_index IS NOT NULL ORDER BY event.leaf_index";
  for (Cursor row(database, kRows); !row.done(); row.next()) {
    const auto* leaf = leaves.take<DecidedLeaf>(row, "a decision");
    if (leaf == nullptr) continue;
    const bool same = leaf->date == row.date(1) && to_text(leaf->outcome) == row.bytes(4) &&
                      static_cast<std::int64_t>(leaf->ref) == row.column(5).getInt64();
    leaves.expect(same, row, "a decision");
    const Writing writing = writing_of(row, 6, 7);
    const bool is_there = row.column(3).isNull() == (writing == Writing::Erased);
    leaves.expect(is_there && holds(leaf->commitment, row, 2, 3, writing), row,
                  "the reason of a decision");
  }
}

void check_closed(SQLite::Database& database, LeafRows& leaves) {
  constexpr const char* kRows = "SELECT leaf_index, at, record FROM closing ORDER BY leaf_index";
  for (Cursor row(database, kRows); !row.done(); row.next()) {
    const auto* leaf = leaves.take<ClosedLeaf>(row, "a closing");
    if (leaf == nullptr) continue;
    leaves.expect(leaf->date == row.date(1), row, "the day of a closing");
    leaves.expect(leaf->record_sha256 == sha256(row.bytes(2)), row, "a closing record");
  }
}

void check_erased(SQLite::Database& database, LeafRows& leaves) {
  constexpr const char* kRows =
      "SELECT erasure.leaf_index, at, basis, objection.leaf_index FROM erasure "
      "JOIN objection ON objection.id = erasure.objection ORDER BY erasure.leaf_index";
  for (Cursor row(database, kRows); !row.done(); row.next()) {
    const auto* leaf = leaves.take<ErasedLeaf>(row, "an erasure");
    if (leaf == nullptr) continue;
    const bool same = leaf->date == row.date(1) && leaf->basis == row.bytes(2) &&
                      static_cast<std::int64_t>(leaf->ref) == row.column(3).getInt64();
    leaves.expect(same, row, "an erasure");
  }
}

void check_digests(SQLite::Database& database, Findings& findings) {
  for (const std::string& table : digested_tables(database)) {
    for (const std::string& row : altered_rows(database, table, kProblemsListedMax)) {
      findings.add("a row of table {} is not what was stored: {}", table, row);
    }
  }
}

// One part of the check, with a connection of its own.
std::vector<std::string> check_alone(void (*part)(SQLite::Database&, Findings&),
                                     const std::filesystem::path& file) {
  SQLite::Database database = open_database(file, RegisterOptions{}.lock_wait);
  Findings findings;
  part(database, findings);
  return findings.take();
}

// What has to fit together.
RegisterCheck check_log(SQLite::Database& database, const NoteSigner& log) {
  SQLite::Transaction one_moment(database);
  Findings findings;
  check_shape(database, findings);
  check_origin(database, log.verifier(), findings);
  check_forms(database, findings);
  LogCheck tree(database, log, findings);
  tree.run();
  LeafRows leaves(tree.leaves(), findings);
  const std::uint64_t objections = check_filed(database, leaves);
  check_decided(database, leaves);
  check_closed(database, leaves);
  check_erased(database, leaves);
  leaves.check_rest();
  return {.objections = objections,
          .leaves = tree.leaves().size(),
          .heads = tree.count_heads(),
          .problems = findings.take()};
}

}  // namespace

Result<RegisterCheck> check_database(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "register.db";
  const Result<NoteSigner> log = read_key_file(folder);
  if (!log) return tl::unexpected(log.error());
  return guarded(file, [&]() -> Result<RegisterCheck> {
    SQLite::Database database = open_database(file, RegisterOptions{}.lock_wait);
    if (Result<void> known = check_schema(database, file); !known) {
      return tl::unexpected(known.error());
    }
    std::array<std::future<std::vector<std::string>>, 2> beside;
    beside[0] = std::async(std::launch::async, check_alone, check_structure, file);
    beside[1] = std::async(std::launch::async, check_alone, check_digests, file);
    RegisterCheck checked = check_log(database, *log);
    for (auto& part : beside) std::ranges::move(part.get(), std::back_inserter(checked.problems));
    return checked;
  });
}

}  // namespace gongshi
