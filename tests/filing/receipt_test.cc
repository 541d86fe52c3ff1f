// The JSON of a receipt is a contract with programs (DESIGN 9).
#include "intake/filing/receipt.h"

#include <gtest/gtest.h>

#include "intake/filing/receipt_json.h"
#include "tests/filing/sample_filing.h"

namespace gongshi {
namespace {

TEST(ReceiptTest, JsonHasTheKeysOfTheContractInTheirOrder) {
  const Receipt receipt{.number = "2017-000001-B",
                        .code = "7Q4M-0K3D",
                        .received_at = at("2017-06-22T01:00:00Z"),
                        .notice = NoticeId::parse("n").value(),
                        .candidate = {},
                        .record = "gongshi/objection/v1\n\"𬱖\"\n",
                        .opening = "00ff",
                        .proof = "c2sp.org/tlog-proof@v1\n"};
  EXPECT_EQ(to_json(receipt),
            R"({"receipt":{"number":"2017-000001-B","code":"7Q4M-0K3D",)"
            R"("received_at":"2017-06-22T09:00:00+08:00","notice":"n","candidate":"",)"
            R"("record":"gongshi/objection/v1\n\"𬱖\"\n","opening":"00ff",)"
            R"("proof":"c2sp.org/tlog-proof@v1\n"}})"
            "\n");
  EXPECT_EQ(to_json(receipt), Json({{"receipt", describe(receipt)}}).dump() + "\n");
}

}  // namespace
}  // namespace gongshi
