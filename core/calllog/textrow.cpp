#include "textrow.h"

#include "entryrow.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Message textFrom(const Row &row)
{
    Message text{.id = MessageId(row.text(0)),
                 .source = row.text(1),
                 .direction = callDirectionFromName(row.text(2)).value_or(CallDirection::Inbound)};
    text.remote = {.number = numberFrom(row, 3), .rawNumber = row.text(4), .extension = row.text(5), .name = row.text(6)};
    text.local = {.number = numberFrom(row, 7), .rawNumber = row.text(8)};
    text.agentEmail = row.text(9);
    text.text = row.text(10);
    text.sentAt = row.time(11);
    text.deleted = row.flag(12);
    text.userDay = row.day(13);
    return text;
}

const QString &textColumns()
{
    static const QString columns =
        u"id, source, direction, number, raw, extension, name, local_number, local_raw, agent, text, sent, deleted, user_day"_s;
    return columns;
}

} // namespace callcard
