#pragma once

#include <callcard/ringcentral.h>

namespace callcard {

struct RecordedSound {
    QByteArray bytes{};
    QString mimeType{}; ///< "audio/mpeg"
};

/// What the call log names as a recording opens only with our token. Refused where the address is not the service's.
[[nodiscard]] QCoro::Task<Result<RecordedSound>> fetchRecording(RingCentralContext context, QUrl url, std::stop_token stop);

} // namespace callcard
