#pragma once

#include <callcard/recorddraft.h>

#include <QList>
#include <QString>
#include <QStringList>

namespace callcard {

/// A field of the team's own, and what it holds: over what a preset takes the fields for.
struct FieldRule {
    QString where{};  ///< A collection of Firestore, or "copper"; empty: everywhere.
    QString target{}; ///< "phone": the words of an import's columns.
    QString field{};  ///< "Direct Line", "address.city"; "cf_699010" with a label in front of it or without.
    bool operator==(const FieldRule &) const = default;
};

/// What can be named: name, company, phone, … The words of an import's columns, but for those that only a file has.
[[nodiscard]] QStringList mappableFields();

/// "copper_people.phone=Direct Line", "active=cf_712751". What is none of these was refused where it was set, and is passed over.
[[nodiscard]] QList<FieldRule> fieldRules(const QStringList &entries);
/// Those that hold there: the general ones first, so that the particular ones have the last word.
[[nodiscard]] QList<FieldRule> rulesFor(const QList<FieldRule> &rules, const QString &where);
/// For an account's cursor: read by other rules, everything is read again.
[[nodiscard]] QString ruleText(const QList<FieldRule> &rules);

/// What the rule's field says takes the place of what there was; a number or an e-mail stands before the others. Not of links, which
/// each source makes in its own way.
void applyRule(RecordDraft &draft, const FieldRule &rule, const QString &text, const QString &label = {});

} // namespace callcard
