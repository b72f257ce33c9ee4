#pragma once

#include "generationreader.h"
#include "learnedchoices.h"

#include <callcard/directory.h>

namespace callcard {

struct MatchContext {
    Me me{};
    QSet<PhoneNumber> ownLines{};
    QString region{};
};

/// Who is this? Facts in their order, the first kind that finds somebody wins; guesses only where there is no fact.
class Matcher
{
public:
    /// `reader` may be absent: an empty directory knows nobody.
    Matcher(const GenerationReader *reader, const LearnedChoices &choices, const MatchContext &context, QDateTime now);
    [[nodiscard]] Result<WhoIs> whoIs(const CallParty &caller) const;

private:
    struct Facts {
        QList<Match> matches{};
        bool learned{};
    };
    [[nodiscard]] Result<Facts> byNumber(const PhoneNumber &number, const QString &extension) const;
    [[nodiscard]] Result<QList<Match>> byEmail(const QString &email) const;
    [[nodiscard]] Result<QList<Match>> byLiteral(const QString &text) const;
    [[nodiscard]] Result<QList<Match>> bySwitchboard(const PhoneNumber &number) const;
    [[nodiscard]] Result<QList<Match>> byName(const QString &name) const;
    [[nodiscard]] Result<QList<Customer>> customersAt(const QList<qint64> &rows) const;
    [[nodiscard]] Result<> applyChoice(Facts &facts, const PhoneNumber &number) const;

    const GenerationReader *m_reader;
    const LearnedChoices &m_choices;
    const MatchContext &m_context;
    QDateTime m_now;
};

} // namespace callcard
