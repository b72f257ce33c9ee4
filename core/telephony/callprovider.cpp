#include <callcard/callprovider.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

CallProvider::CallProvider(QObject *parent) : QObject(parent) {}

CallProvider::~CallProvider() = default;

QCoro::Task<Result<std::shared_ptr<DialAttempt>>> CallProvider::placeCall(DialRequest, std::stop_token)
{
    co_return failure(ErrorKind::Refused, u"This provider cannot place calls."_s);
}

QCoro::Task<Result<>> CallProvider::sendAgent(AgentRequest, std::stop_token)
{
    co_return failure(ErrorKind::Refused, u"This provider has no agent that calls."_s);
}

QList<OwnLine> CallProvider::ownLines() const
{
    return {};
}

QCoro::Task<Result<QList<Colleague>>> CallProvider::colleagues(std::stop_token)
{
    co_return QList<Colleague>();
}

bool CallProvider::isRecording(const Call &) const
{
    return false;
}

QCoro::Task<Result<>> CallProvider::act(Call, CallAction, QString, std::stop_token)
{
    co_return failure(ErrorKind::Refused, u"This provider cannot do that with a call."_s);
}

QCoro::Task<Result<Message>> CallProvider::sendText(Message, std::stop_token)
{
    co_return failure(ErrorKind::Refused, u"This provider cannot send texts."_s);
}

} // namespace callcard
