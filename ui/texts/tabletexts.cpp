#include <callcard/ui/tabletexts.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {

bool isSignedNumber(const QString &cell)
{
    const auto harmless = [](QChar c) { return c.isDigit() || c.isSpace() || u"+-().,"_s.contains(c); };
    return std::all_of(cell.begin(), cell.end(), harmless) && std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
}

/// The apostrophe tells every spreadsheet that a text follows.
QString harmlessCell(const QString &cell)
{
    if (cell.isEmpty() || !u"=+-@\t\r"_s.contains(cell.front()))
        return cell;
    const bool number = (cell.front() == u'+' || cell.front() == u'-') && isSignedNumber(cell);
    return number ? cell : QString(u'\'' + cell);
}

/// Tabs, ends of lines and other controls are a blank.
QString onOneLine(QString cell)
{
    for (QChar &c : cell) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return cell;
}

} // namespace

QByteArray asCsv(const QList<QStringList> &rows)
{
    QByteArray csv;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            QString cell = harmlessCell(row.at(column));
            if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            csv += (column > 0 ? "," : "") + cell.toUtf8();
        }
        csv += "\r\n";
    }
    return csv;
}

QString asPastedTable(const QList<QStringList> &rows)
{
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells += harmlessCell(onOneLine(cell).trimmed()); // trimmed first: a formula hides behind blanks
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace callcard::ui
