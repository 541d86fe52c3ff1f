// Our log and our receipts, read by a program that shares no line with ours: go_verifier/main.go,
// with the packages that check Go's own checksum database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "intake/log/receipt_proof.h"
#include "tests/command/program_run.h"
#include "tests/http/sample_server.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class SecondOpinionTest : public testing::Test {
 protected:
  SecondOpinionTest() {
    auto reg = Register::open(sample_.data()).value();
    std::vector<NewObjection> batch;
    for (int i = 0; i < 300; ++i) batch.push_back(sample_objection(std::to_string(i)));
    row_ = reg.append_all(std::span(batch).first(5))->at(2);
    EXPECT_TRUE(reg.append_all(batch));
    proof_ = reg.proof(row_).value();
    write("log.vkey", reg.verifier_key() + "\n");
  }

  void write(const char* name, std::string_view bytes) const {
    std::ofstream(work_.path() / name, std::ios::binary) << bytes;
  }
  ProgramRun ask(std::string_view proof) const {
    write("r.tlog-proof", proof);
    return work_.shell("'" GONGSHI_GO_VERIFIER "' log.vkey http://127.0.0.1:" +
                       std::to_string(server_.port()) + "/log r.tlog-proof");
  }

  SamplePortal sample_;
  const RunningServer server_{sample_.open()};
  const WorkFolder work_;
  RegisteredObjection row_;
  std::string proof_;
};

// Every leaf, the receipt in the tree of five, and that the tree of 300 begins with it.
TEST_F(SecondOpinionTest, AgreesWithOurs) {
  const ProgramRun run = ask(proof_);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "300 leaves, receipt 2 of 5\n");
}

TEST_F(SecondOpinionTest, AgreesAtALaterSize) {
  const auto reg = Register::open(sample_.data()).value();
  const ProgramRun run = ask(reg.newest_proof(row_).value());
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "300 leaves, receipt 2 of 300\n");
}

TEST_F(SecondOpinionTest, RefusesWhatOursRefuses) {
  ReceiptProof elsewhere = parse_proof(proof_).value();
  elsewhere.index = 3;
  EXPECT_THAT(ask(write_proof(elsewhere)).err, HasSubstr("inclusion"));
  ReceiptProof altered = parse_proof(proof_).value();
  altered.leaf += "\n";
  EXPECT_EQ(ask(write_proof(altered)).exit_code, 1);
  std::string resigned = proof_;
  resigned.replace(resigned.find("\n5\n"), 3, "\n6\n");
  EXPECT_THAT(ask(resigned).err, HasSubstr("checkpoint of the receipt"));
}

}  // namespace
}  // namespace gongshi
