#include "intake/http/evidence_download.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "generator/notice/percent_encoding.h"
#include "intake/filing/evidence.h"

namespace gongshi {

Result<Answer> download_evidence(const EvidenceFiles& files, const EvidenceFile& file,
                                 const Log& log, const std::string& request_id) {
  auto opened = files.read(file);
  if (!opened) return tl::unexpected(opened.error());
  const auto reader = std::make_shared<EvidenceReader>(*std::move(opened));
  const auto type = parse_evidence_type(file.type);
  return Answer{
      .content_type = std::string(type ? media_type(*type) : "application/octet-stream"),
      .headers = {{"Content-Disposition",
                   "attachment; filename*=UTF-8''" + percent_encode_path(file.name)},
                  {"Cache-Control", "no-store"}},
      .stream = AnswerStream{
          .size = file.size, .next = [reader, log, request_id]() -> std::optional<std::string> {
            auto piece = reader->read();
            if (piece && !piece->empty()) return *std::move(piece);
            log(Severity::Error,
                fmt::format("request={} {}", request_id,
                            piece ? "a file is shorter than its row says" : piece.error().message));
            return std::nullopt;
          }}};
}

}  // namespace gongshi
