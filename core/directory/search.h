#pragma once

#include "generationreader.h"

#include <callcard/directoryquery.h>

#include <QStringList>

namespace callcard {

struct MatchContext;

/// Finds customers by what a person types. Asks the index for a bounded number of candidates and orders those: sorting all that a
/// short word finds would take a hundred times as long as anybody can read.
class Search
{
public:
    Search(const GenerationReader &reader, const MatchContext &context) : m_reader(reader), m_context(context) {}

    /// Those that hold what is typed; when they are few, also those that a slip of the keyboard hides.
    [[nodiscard]] Result<FoundCustomers> find(const CustomerQuery &query) const;
    /// Candidates for a name that somebody else typed; whether it is alike is for the caller to say.
    [[nodiscard]] Result<QList<Customer>> byWords(const QStringList &words, int limit) const;

private:
    struct Wanted {
        QStringList words{};  ///< The beginning of a word each.
        QStringList digits{}; ///< Fragments of a number.
        QString whole{};
        std::optional<PhoneNumber> number{}; ///< The whole text is one.
        CustomerFilter filter{};
        QString condition{}; ///< What the index of words is asked besides; empty: nothing.
        int candidates{};    ///< So many are read and ordered; of these the best are shown.
    };
    [[nodiscard]] Result<QList<Customer>> holding(const Wanted &asked, int limit, qsizetype &candidates) const;
    [[nodiscard]] Result<> putLikelyFirst(const Wanted &asked, const QList<QStringList> &words, QList<qint64> &rows) const;
    [[nodiscard]] Result<> addSimilar(const Wanted &asked, int limit, FoundCustomers &found) const;
    [[nodiscard]] Result<> count(const Wanted &asked, FoundCustomers &found) const;
    [[nodiscard]] QString matchOf(const Wanted &wanted, const QStringList &terms) const;
    [[nodiscard]] Wanted wanted(const QString &text) const;
    [[nodiscard]] Result<QList<qint64>> rowsWith(const Wanted &wanted, const QList<QStringList> &alternatives, bool prefixes) const;
    [[nodiscard]] Result<QList<qint64>> rowsWithDigits(const Wanted &wanted) const;
    [[nodiscard]] Result<QList<QStringList>> withSlips(const QStringList &words) const;
    [[nodiscard]] Result<QStringList> neighbours(const QString &word) const;
    [[nodiscard]] Result<QStringList> wordsBeginning(const QString &start, int most) const;
    [[nodiscard]] Result<QList<Customer>> best(const QList<qint64> &rows, const Wanted &wanted, int limit) const;

    const GenerationReader &m_reader;
    const MatchContext &m_context;
};

} // namespace callcard
