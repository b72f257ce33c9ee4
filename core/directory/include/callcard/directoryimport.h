#pragma once

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace callcard {

struct ImportRequest {
    QString file{};
    QString source{};              ///< Empty: after the file's name, so that a newer export replaces the older one.
    QString region{};              ///< For national numbers of customers without a country.
    QHash<QString, QString> map{}; ///< Column header or number (from 1) → field word, over what is guessed. "ignore" leaves one out.
    bool dryRun = false;           ///< Everything but the swap.
    bool fresh = false;            ///< From the file's beginning, also where an interrupted import of it could be gone on with.
    std::chrono::milliseconds pointEvery{3000}; ///< What is done is kept so often: a kill costs at most this much work.
    bool operator==(const ImportRequest &) const = default;
};

struct ImportProgress {
    qint64 rows{};
    double part{};      ///< 0 to 1, by bytes read.
    qint64 resumedAt{}; ///< The line from which an interrupted import goes on; 0: from the beginning.
};

/// What the import doctor found.
struct ImportReport {
    struct Finding {
        qint64 line{};    ///< In the file, from 1.
        QString field{};  ///< The column's header, or the vCard property; empty: the whole row.
        QString reason{}; ///< A stable word: "quote-never-closed", "empty", "too-short" …
        bool operator==(const Finding &) const = default;
    };
    struct Column {
        QString header{};
        QString field{}; ///< What it is taken for; empty: left out.
        bool operator==(const Column &) const = default;
    };
    /// Where the time went. Reading and storing go on side by side, each on a thread of its own.
    struct Spent {
        std::chrono::milliseconds reading{}; ///< And parsing.
        std::chrono::milliseconds storing{};
        std::chrono::milliseconds indexing{};   ///< What can be done only when everybody is there.
        std::chrono::milliseconds publishing{}; ///< Comparing with what was there, and onto the disk.
        std::chrono::milliseconds total{};
        bool operator==(const Spent &) const = default;
    };
    qint64 rows{};
    qint64 kept{};    ///< Rows that are in the directory now.
    qint64 updated{}; ///< Of them, known before and different now.
    qint64 removed{}; ///< Customers of the earlier import that this one does not have.
    qint64 refusedRows{};
    QList<Finding> refused{};        ///< Rows; the first thousand of them.
    QList<Finding> numberProblems{}; ///< Of rows that were kept; the first thousand.
    qint64 numbers{};                ///< Parsed.
    qint64 unparseable{};
    bool inForce{};     ///< The directory is the new one: not after a dry run, nor when no row could be kept.
    qint64 shared{};    ///< Numbers of several customers, in the whole directory.
    QString format{};   ///< "csv", "vcard"
    QString encoding{}; ///< "utf-8", "windows-1252", "utf-16le" …
    QString delimiter{};
    QString preset{}; ///< "copper-people" …; empty: none recognised.
    QList<Column> columns{};
    Spent spent{};      ///< Of this run alone.
    qint64 resumedAt{}; ///< The line from which an interrupted import went on; 0: it is of one piece.
    bool operator==(const ImportReport &) const = default;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::ImportProgress)
Q_DECLARE_METATYPE(callcard::ImportReport)
