#pragma once

#include "importbytes.h"

#include <QHash>
#include <QList>

namespace callcard {

struct VcardProperty {
    QString name{};                       ///< Upper case, without its group: "TEL"
    QHash<QString, QString> parameters{}; ///< Upper case names; bare ones ("TEL;WORK:") under TYPE.
    QByteArray value{};                   ///< Unfolded and unquoted; not yet unescaped.
};

struct Vcard {
    qint64 line{};
    QList<VcardProperty> properties{};
    QString fault{};
};

/// Cards of versions 2.1, 3.0 and 4.0 from one file, one after the other. Photos and the like are passed over unread.
class VcardReader
{
public:
    static constexpr qsizetype kLongestLine = 64 * 1024;
    static constexpr int kMostProperties = 512;

    explicit VcardReader(ImportBytes &bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool next(Vcard &card);

private:
    struct Line {
        QByteArray text{};
        qint64 number{};
    };
    [[nodiscard]] bool physicalLine(Line &line);
    [[nodiscard]] bool logicalLine(Line &line);

    ImportBytes &m_bytes;
    qint64 m_line = 0;
    bool m_afterReturn = false; ///< A line feed that comes next belongs to the line before.
    Line m_ahead;
    bool m_hasAhead = false;
};

/// "Lee;Sarah;;;" → the parts, unescaped.
[[nodiscard]] QStringList vcardParts(const QByteArray &value);
[[nodiscard]] QString vcardText(const QByteArray &value, qsizetype longest = 500);

} // namespace callcard
