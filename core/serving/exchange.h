#pragma once

#include <callcard/httpserver.h>

namespace callcard::serving {

class Connection;

/// Hands the request to the service of the connection's server.
void askService(const std::shared_ptr<Connection> &connection, Request request);

} // namespace callcard::serving
