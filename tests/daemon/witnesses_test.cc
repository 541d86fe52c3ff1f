// The program with `--witnesses`, from a filing to what a stranger checks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/log/cosignature.h"
#include "intake/register/register.h"
#include "tests/command/program_run.h"
#include "tests/daemon/daemon.h"
#include "tests/http/sample_portal.h"
#include "tests/http/wire.h"
#include "tests/witness/sample_witness.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class WitnessesTest : public testing::Test {
 protected:
  std::vector<std::string> serving() const {
    return {"--data",      sample_.data().string(), "--site",  sample_.site().string(),
            "--listen",    "127.0.0.1:0",           "--clock", std::string(kWhileOpen),
            "--witnesses", policy_.string()};
  }

  SamplePortal sample_;
  const std::filesystem::path policy_ = sample_.data().parent_path() / "witnesses.txt";
  const WorkFolder work_;
};

TEST_F(WitnessesTest, TheServedCheckpointIsCosigned) {
  const std::string key = Register::open(sample_.data()).value().verifier_key();
  SampleWitness witness(NoteVerifier::parse(key).value());
  sample_.write(policy_, "log " + key + "\n" + witness.policy());
  const Daemon daemon(serving());
  const SentForm form = sample_form();
  const Wire filing(daemon.port());
  filing.send(post_text("/objections", multipart({form.fields.begin(), form.fields.end()}),
                        "Accept: application/json\r\n"));
  EXPECT_THAT(filing.receive_one(), StartsWith("HTTP/1.1 201"));
  bool cosigned = false;
  for (int i = 0; i < 100 && !cosigned; ++i) {
    const Wire wire(daemon.port());
    wire.send("GET /log/checkpoint HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string answer = wire.receive_one();
    cosigned =
        find_cosignature(answer.substr(answer.find("\r\n\r\n") + 4), witness.key()).has_value();
    if (!cosigned) wire.is_readable(100);
  }
  EXPECT_TRUE(cosigned);
}

TEST_F(WitnessesTest, APolicyThatCannotBeUsedIsOneSentence) {
  const std::string words = "serve --data '" + sample_.data().string() + "' --site '" +
                            sample_.site().string() + "' --listen 127.0.0.1:0 --witnesses '" +
                            policy_.string() + "'";
  const ProgramRun missing = work_.run(words);
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.err, AllOf(HasSubstr("witnesses.txt"), HasSubstr("cannot be read")));
  sample_.write(policy_, "witness w\n");
  const ProgramRun wrong = work_.run(words);
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_THAT(wrong.err, HasSubstr("witnesses.txt: line 1: expected"));
  sample_.write(policy_, "log " + NoteSigner::random("other.example/log").verifier().text() +
                             "\nquorum none\n");
  const ProgramRun other = work_.run(words);
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_THAT(other.err, HasSubstr("is for other logs than demo.example/objections"));
}

}  // namespace
}  // namespace gongshi
