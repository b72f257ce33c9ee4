#pragma once

#include "value.h"

#include <callcard/firestorecustomers.h>
#include <callcard/recorddraft.h>

#include <initializer_list>
#include <utility>

namespace callcard::firestore {

/// A document's fields under the several names that its writers gave them. The map outlives it.
class Reading
{
public:
    explicit Reading(const Map &fields) : m_fields(fields) {}

    /// The first of these that says anything. A custom field is found by its id, with a label in front or without.
    [[nodiscard]] const Value &first(std::initializer_list<QString> names) const;
    [[nodiscard]] QString text(std::initializer_list<QString> names, qsizetype longest = 500) const;
    [[nodiscard]] QDateTime time(std::initializer_list<QString> names) const;
    [[nodiscard]] bool flag(std::initializer_list<QString> names) const;
    [[nodiscard]] const Map &map(const QString &name) const;
    /// By a name, or by the names of maps within each other: "address.city".
    [[nodiscard]] const Value &at(const QString &path) const;
    [[nodiscard]] const Map &all() const { return m_fields; }

private:
    [[nodiscard]] const Value *find(const QString &name) const;

    const Map &m_fields;
};

/// What a value says as text, element by element, each with what it is called there.
[[nodiscard]] QList<std::pair<QString, QString>> textsOf(const Value &value);
/// Every field that can hold a number or an e-mail, whatever its shape.
void readWaysToReach(RecordDraft &draft, const Reading &reading, const CustomFields &custom);

} // namespace callcard::firestore
