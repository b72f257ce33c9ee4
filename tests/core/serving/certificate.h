#pragma once

#include <string>

namespace callcard::testing {

/// Writes a fresh self-signed certificate and its key as PEM: nothing of the sort belongs into a repository.
/// `names` as OpenSSL writes them: "DNS:localhost,IP:127.0.0.1".
bool writeCertificate(const std::string &certificateFile, const std::string &keyFile, const std::string &names);

} // namespace callcard::testing
