#include "learnedchoices.h"
#include "schema.h"
#include "written.h"

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

/// From either end as far as it can be read.
void rescueChoices(Store &damaged, Store &into)
{
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        (void)damaged.each(QString(u"SELECT e164, customer, at FROM choice ORDER BY e164 "_s + order), [&](const Row &row) {
            const auto choice = choiceOf(row);
            return !choice || into.run(u"INSERT OR IGNORE INTO choice(e164, customer, at) VALUES(?, ?, ?)"_s, choice->number.toInteger(),
                                       choice->customer.text(), choice->at);
        });
    }
}

} // namespace

Result<std::unique_ptr<LearnedChoices>> LearnedChoices::open(const QString &path, bool readOnly, const Clock &clock)
{
    auto file =
        PersonalFile::open(path, {.what = DamagedFile::What::Choices, .schema = choicesSchema(), .rescue = rescueChoices}, readOnly, clock);
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<LearnedChoices>(new LearnedChoices(*std::move(file)));
}

Result<> LearnedChoices::learn(const LearnedChoice &choice)
{
    const auto put = [&](Store &store) {
        return written(store.run(u"INSERT OR REPLACE INTO choice(e164, customer, at) VALUES(?, ?, ?)"_s, choice.number.toInteger(),
                                 choice.customer.text(), choice.at));
    };
    return m_file->ask(put, m_file->unwritable());
}

Result<bool> LearnedChoices::unlearn(const PhoneNumber &number)
{
    const auto remove = [&](Store &store) { return store.run(u"DELETE FROM choice WHERE e164=?"_s, number.toInteger()); };
    return m_file->ask(remove, m_file->unwritable()).map([](const Changes &changes) { return changes.rows > 0; });
}

Result<std::optional<LearnedChoice>> LearnedChoices::of(const PhoneNumber &number) const
{
    const auto find = [&](Store &store) {
        return store.first(u"SELECT e164, customer, at FROM choice WHERE e164=?"_s, choiceOf, number.toInteger());
    };
    return m_file->ask(find, std::nullopt).map([](const auto &row) { return row.value_or(std::nullopt); });
}

Result<QList<LearnedChoice>> LearnedChoices::all() const
{
    const auto list = [](Store &store) {
        return store.all(u"SELECT e164, customer, at FROM choice ORDER BY at DESC, e164 LIMIT 10000"_s, choiceOf);
    };
    const auto rows = m_file->ask(list, QList<std::optional<LearnedChoice>>{});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<LearnedChoice> choices;
    for (const auto &row : *rows) {
        if (row)
            choices.append(*row);
    }
    return choices;
}

} // namespace callcard
