#include <callcard/textreplies.h>

#include <QHash>

#include <algorithm>

namespace callcard {

QMap<QDate, TextReplies> textReplies(const QList<Message> &texts, const QTimeZone &zone)
{
    QHash<QString, QList<const Message *>> conversations;
    for (const Message &text : texts) {
        if (!text.deleted && text.sentAt.isValid() && text.remote.number)
            conversations[text.remote.number->e164()].append(&text);
    }
    QMap<QDate, TextReplies> days;
    for (QList<const Message *> &conversation : conversations) {
        std::sort(conversation.begin(), conversation.end(), [](const Message *left, const Message *right) {
            return std::pair(left->sentAt, left->id) < std::pair(right->sentAt, right->id);
        });
        const Message *open = nullptr;
        for (const Message *text : std::as_const(conversation)) {
            if (text->direction == CallDirection::Outbound) {
                if (open != nullptr && open->sentAt.secsTo(text->sentAt) <= std::chrono::seconds(kReplyWithin).count()) {
                    const QDate day = open->userDay.isValid() ? open->userDay : open->sentAt.toTimeZone(zone).date();
                    ++days[day].replied;
                }
                open = nullptr;
            } else if (open == nullptr || open->sentAt.secsTo(text->sentAt) > std::chrono::seconds(kReplyWithin).count()) {
                open = text;
                ++days[text->userDay.isValid() ? text->userDay : text->sentAt.toTimeZone(zone).date()].asked;
            }
        }
    }
    return days;
}

} // namespace callcard
