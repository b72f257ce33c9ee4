#pragma once

#include <callcard/screenpop.h>

#include <QAbstractListModel>
#include <QList>

namespace callcard::ui {

/// The decisions, newest first, a thousand at most.
class DecisionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DecisionRole = Qt::UserRole + 1, WhoRole, BecauseRole };
    static constexpr int kMost = 1000;

    explicit DecisionModel(QObject *parent = nullptr);

    void setDecisions(const QList<PopDecision> &newestFirst);
    void add(const PopDecision &decision);
    /// Its card was painted: the receipt is complete.
    void complete(const PopDecision &decision);
    void setHomeRegion(const QString &region);
    void setRules(const PopRules &rules);
    [[nodiscard]] const QList<PopDecision> &decisions() const { return m_decisions; }
    [[nodiscard]] const PopRules &rules() const { return m_rules; }
    [[nodiscard]] const QString &homeRegion() const { return m_homeRegion; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PopDecision> m_decisions;
    PopRules m_rules;
    QString m_homeRegion{QStringLiteral("US")};
};

} // namespace callcard::ui
