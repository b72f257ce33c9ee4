#pragma once

#include <callcard/store.h>

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace callcard {

class Store::Private
{
public:
    explicit Private(QString path);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    [[nodiscard]] Result<> connect(StoreOptions options);
    [[nodiscard]] Result<> configure(StoreOptions options);
    [[nodiscard]] Result<> migrate(const Migrations &migrations, bool readOnly);
    [[nodiscard]] Result<> quickCheck();

    /// Unprepared, for pragmas and schema. Returns the first column of the first row as text, if any.
    [[nodiscard]] Result<QString> direct(const QString &sql);
    /// A prepared statement with its values bound and executed. Give it back with keep().
    [[nodiscard]] Result<std::unique_ptr<QSqlQuery>> execute(const QString &sql, const QVariantList &values);
    void keep(const QString &sql, std::unique_ptr<QSqlQuery> query);

    const QString path;
    const QString connection;
    QSqlDatabase database;
    QHash<QString, QSqlQuery *> prepared; ///< Not in use now: one that is being read from is out of here.
    int depth = 0;                        ///< of transactions
    bool uncleanEnd = false;
};

} // namespace callcard
