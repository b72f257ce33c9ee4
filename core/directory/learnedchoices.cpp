#include "learnedchoices.h"
#include "schema.h"

#include <QFileInfo>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<LearnedChoice> choiceOf(const Row &row)
{
    const auto number = PhoneNumber::fromInteger(static_cast<quint64>(row.integer(0)));
    if (!number)
        return std::nullopt;
    return LearnedChoice{*number, CustomerId(row.text(1)), row.time(2)};
}

} // namespace

Result<std::unique_ptr<LearnedChoices>> LearnedChoices::open(const QString &path, bool readOnly)
{
    if (readOnly && !QFileInfo::exists(path))
        return std::unique_ptr<LearnedChoices>(new LearnedChoices(nullptr));
    auto store = Store::open(path, choicesSchema(), {.readOnly = readOnly});
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<LearnedChoices>(new LearnedChoices(std::move(*store)));
}

Result<> LearnedChoices::learn(const LearnedChoice &choice)
{
    if (!m_store)
        return failure(ErrorKind::Storage, u"opened for reading"_s);
    const auto kept = m_store->run(u"INSERT OR REPLACE INTO choice(e164, customer, at) VALUES(?, ?, ?)"_s, choice.number.toInteger(),
                                   choice.customer.text(), choice.at);
    return kept ? Result<>{} : Result<>(tl::unexpected(kept.error()));
}

Result<bool> LearnedChoices::unlearn(const PhoneNumber &number)
{
    if (!m_store)
        return failure(ErrorKind::Storage, u"opened for reading"_s);
    return m_store->run(u"DELETE FROM choice WHERE e164=?"_s, number.toInteger()).map([](const Changes &changes) {
        return changes.rows > 0;
    });
}

Result<std::optional<LearnedChoice>> LearnedChoices::of(const PhoneNumber &number) const
{
    if (!m_store)
        return std::nullopt;
    return m_store->first(u"SELECT e164, customer, at FROM choice WHERE e164=?"_s, choiceOf, number.toInteger()).map([](const auto &row) {
        return row.value_or(std::nullopt);
    });
}

Result<QList<LearnedChoice>> LearnedChoices::all() const
{
    QList<LearnedChoice> choices;
    if (!m_store)
        return choices;
    const auto rows = m_store->all(u"SELECT e164, customer, at FROM choice ORDER BY at DESC, e164 LIMIT 10000"_s, choiceOf);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const auto &row : *rows) {
        if (row)
            choices.append(*row);
    }
    return choices;
}

} // namespace callcard
