// What a picture file says besides its pixels.
#ifndef GENERATOR_SCAN_IMAGE_METADATA_H_
#define GENERATOR_SCAN_IMAGE_METADATA_H_

#include <string_view>

#include "generator/scan/document_reading.h"

namespace gongshi {

// JPEG: comments, EXIF (all texts; a remark when there is a position), XMP, and the texts of
// Photoshop's block. Reads headers only, and no byte beyond the segments.
DocumentText jpeg_metadata(std::string_view bytes);

// PNG: tEXt, iTXt, eXIf; a remark for texts that are compressed.
DocumentText png_metadata(std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_IMAGE_METADATA_H_
