#pragma once

#include <callcard/figuresstore.h>

#include <QDateTime>

#include <optional>

namespace callcard {

/// What was read of the team's figures last, for when Firestore cannot be asked. A file a person in one private folder; a file that cannot
/// be read is as good as none.
class TeamCache
{
public:
    explicit TeamCache(QString folder);

    struct Members {
        QList<TeamMember> members{};
        QDateTime readAt{};
    };
    struct Person {
        QList<StoredFigure> figures{};
        QList<Goal> goals{};
        DayRange range{}; ///< Complete for these days.
        QDateTime readAt{};
        QDateTime syncedAt{}; ///< When the person's calls were read last; invalid: not told.
    };
    [[nodiscard]] std::optional<Members> members() const;
    void keep(const Members &members);
    [[nodiscard]] std::optional<Person> person(const UserId &user) const;
    void keep(const UserId &user, const Person &person);

private:
    [[nodiscard]] QString fileOf(const QString &key) const;
    void write(const QString &key, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray read(const QString &key) const;
    QString m_folder;
};

} // namespace callcard
